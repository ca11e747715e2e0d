import fc from "fast-check";
import { expect, test } from "vitest";
import { compareQuantities, type Comparison } from "../../src/text/compare-quantities.ts";
import { createFold } from "../../src/text/fold.ts";
import { findQuantities } from "../../src/text/quantities.ts";
import type { Quantity } from "../../src/text/quantity.ts";

const fold = createFold();

function only(source: string): Quantity {
  const [quantity, ...others] = findQuantities(fold(source).text);
  if (!quantity || others.length > 0) throw new Error(`${others.length} more quantities in ${source}`);
  return quantity;
}

const rows: readonly (readonly [asked: string, told: string, comparison: Comparison])[] = [
  ["100亿", "百亿", "same"],
  ["100亿美元", "$10 billion", "same"],
  ["100亿", "100亿美元", "compatible"],
  ["100亿美元", "200亿美元", "different"],
  ["100亿美元", "100亿元", "unrelated"],
  ["100元", "人民币100元", "compatible"],
  ["100元", "nt$120", "different"],
  ["18个百分点", "18 percentage points", "same"],
  ["18%", "18个百分点", "compatible"],
  ["18%", "19个百分点", "unrelated"],
  ["18%", "12%", "different"],
  ["-5%", "5%", "compatible"],
  ["0.3%", "百分之零点三", "same"],
  ["8折", "八折", "same"],
  ["1.2万", "12000", "same"],
  ["50人", "50名", "same"],
  ["50人", "60名", "different"],
  ["50人", "50家", "compatible"],
  ["50人", "60家", "unrelated"],
  ["90分钟", "一个半小时", "same"],
  ["90分钟", "两个半小时", "unrelated"],
  ["120分钟", "两小时", "same"],
  ["3年", "5年", "different"],
  ["3年", "36个月", "same"],
  ["5公里", "5000米", "same"],
  ["2024年第三季度", "q3 2024", "same"],
  ["2024年第三季度", "2024年三季度", "same"],
  ["2024年第三季度", "2024年", "compatible"],
  ["2024年", "2024年第三季度", "compatible"],
  ["2024年第三季度", "去年三季度", "compatible"],
  ["第二季度", "第三季度", "different"],
  ["2023年第三季度", "2024年第三季度", "different"],
  ["2023", "2024年", "different"],
  ["2024年7月", "2024年第三季度", "compatible"],
  ["2024年6月", "2024年第三季度", "different"],
  ["2024年下半年", "2024年第三季度", "compatible"],
  ["7月3日", "2024年7月3日", "compatible"],
  ["7月3日", "7月4日", "different"],
  ["2024年", "7月", "unrelated"],
  ["1995年", "20世纪90年代", "compatible"],
  ["1990s", "90年代", "same"],
  ["1995年", "二十世纪", "compatible"],
  ["21世纪", "二十世纪", "different"],
  ["民国113年", "2024年", "same"],
  ["公元前221年", "221 bc", "same"],
  ["公元前221年", "公元221年", "different"],
  ["周三", "wednesday", "same"],
  ["周三", "周四", "different"],
  ["周三", "2024年", "unrelated"],
  ["下午3点半", "15:30", "same"],
  ["三点半", "15:30", "compatible"],
  ["3点", "下午4点", "different"],
  ["第三章", "chapter 3", "same"],
  ["第三章", "第四章", "different"],
  ["第三", "第三章", "compatible"],
  ["第三章", "第四节", "unrelated"],
  ["第三章", "3个", "unrelated"],
  ["2024年", "2024人", "unrelated"],
  ["九成", "90%", "same"],
  ["三成五", "35%", "same"],
  ["三成五", "三成", "different"],
  ["1/2", "50%", "same"],
  ["一半", "50%", "same"],
  ["二分之一", "五成", "same"],
  ["one in five", "20%", "same"],
  ["四分之三", "three-quarters of", "same"],
  ["two thirds", "66.7%", "unrelated"],
  ["0.5%", "50%", "different"],
  ["0.5 million", "500,000", "same"],
  ["half a million", "50万", "same"],
  ["half a million", "one million", "different"],
  ["1.5年", "1½ years", "same"],
  ["18个月", "一年半", "same"],
  ["30000元", "叁万元整", "same"],
  ["13.2万元", "13万2", "compatible"],
  ["第十二条", "第十二条之一", "different"],
  ["第91-1條", "第九十一条之一", "same"],
  ["article 7a", "article 7", "different"],
];

test.for(rows)("%s against %s is %s", ([asked, told, comparison]) => {
  expect(compareQuantities(only(asked), only(told))).toBe(comparison);
});

test("gives the same answer in both directions, and `same` for a quantity and itself", () => {
  const quantities = rows.flatMap(([asked, told]) => [only(asked), only(told)]);
  fc.assert(
    fc.property(fc.constantFrom(...quantities), fc.constantFrom(...quantities), (one, other) => {
      expect(compareQuantities(one, other)).toBe(compareQuantities(other, one));
      expect(compareQuantities(one, one)).toBe("same");
    }),
  );
});
