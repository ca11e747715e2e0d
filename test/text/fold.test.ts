import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFold } from "../../src/text/fold.ts";
import { arbitraryText } from "../support/arbitrary-text.ts";

const fold = createFold();

/** The stretch of the source that each code unit of the folded text came from. */
function origins(source: string): string[] {
  const { text, starts, ends } = fold(source);
  return Array.from({ length: text.length }, (_, at) => source.slice(starts[at], ends[at]));
}

describe("folded text", () => {
  test.for([
    { name: "lower case", source: "Meta AI", folded: "meta ai" },
    { name: "full-width letters and digits", source: "ＧＰＴ－４，３．５％", folded: "gpt-4,3.5%" },
    { name: "half-width kana", source: "ｶﾀｶﾅ", folded: "カタカナ" },
    { name: "ligatures and circled digits", source: "ﬁne ①", folded: "fine 1" },
    { name: "a fraction apart from its whole", source: "1½ ½ 2¾", folded: "1 1⁄2 1⁄2 2 3⁄4" },
    { name: "composed and decomposed marks as one", source: "CAFE\u0301 CAFÉ", folded: "café café" },
    { name: "Traditional characters", source: "龍麵頭髮皇后後面", folded: "龙面头发皇后后面" },
    { name: "variants", source: "説裏裡臺台", folded: "说里里台台" },
    { name: "words of Taiwan", source: "資料庫軟體滑鼠計程車伺服器", folded: "数据库软件鼠标出租车服务器" },
    { name: "words of Taiwan of another length", source: "記憶體隨身碟部落格", folded: "内存u盘博客" },
    { name: "words of Hong Kong", source: "網絡屏幕單車", folded: "网络屏幕单车" },
    { name: "not a word that means something else here", source: "程式程序", folded: "程序程序" },
    { name: "compatibility ideographs", source: "\uf900\ufa0a", folded: "岂见" },
    { name: "Simplified text as it is", source: "数据库软件", folded: "数据库软件" },
    { name: "ideographs beyond the basic plane", source: "𠮷野家", folded: "𠮷野家" },
    { name: "emoji as they are", source: "😀👩‍👩‍👧", folded: "😀👩‍👩‍👧" },
    { name: "lone surrogates as they are", source: "a\ud83db\ude00", folded: "a\ud83db\ude00" },
    { name: "nothing of nothing", source: "", folded: "" },
  ])("has $name", ({ source, folded }) => {
    expect(fold(source).text).toBe(folded);
  });
});

describe("the way back", () => {
  test.for([
    { name: "character by character", source: "資料AI", from: ["資", "料", "A", "I"] },
    { name: "one to many", source: "ﬁ㍿", from: ["ﬁ", "ﬁ", "㍿", "㍿", "㍿", "㍿"] },
    { name: "many to one, marks included", source: "e\u0301a", from: ["e\u0301", "a"] },
    { name: "a phrase of another length to all of it", source: "用記憶體", from: ["用", "記憶體", "記憶體"] },
    { name: "both halves of a pair to the pair", source: "𠮷", from: ["𠮷", "𠮷"] },
    { name: "a lone half to itself", source: "a\ud83d", from: ["a", "\ud83d"] },
  ])("leads $name", ({ source, from }) => {
    expect(origins(source)).toEqual(from);
  });

  test("counts from the source's beginning where only a part is folded", () => {
    const { text, starts, ends } = fold("一二資料三四", 2, 4);
    expect({ text, starts: [...starts], ends: [...ends] }).toEqual({ text: "数据", starts: [2, 3], ends: [3, 4] });
  });

  test("stays in order and within the source on arbitrary text", () => {
    fc.assert(
      fc.property(arbitraryText, (source) => {
        const { text, starts, ends } = fold(source);
        expect([starts.length, ends.length]).toEqual([text.length, text.length]);
        for (let at = 0; at < text.length; at += 1) {
          const [start = -1, end = -1] = [starts[at], ends[at]];
          expect(start).toBeGreaterThanOrEqual(at === 0 ? 0 : (starts[at - 1] ?? 0));
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("folds Chinese and English once and for all", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("資料庫", "Café", "程式", "３．５％", "ﬁ", " ", "軟體")), (words) => {
        const once = fold(words.join("")).text;
        expect(fold(once).text).toBe(once);
      }),
    );
  });
});
