import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFold } from "../../src/text/fold.ts";
import { findQuantities } from "../../src/text/quantities.ts";
import type { Quantity } from "../../src/text/quantity.ts";

const fold = createFold();

/** Writes a quantity in short: `12000`, `100 %`, `2024 q3`, `15:30`, `#3 章`. */
function show(quantity: Quantity): string {
  switch (quantity.kind) {
    case "number":
      return `${Number(quantity.value.toPrecision(12))} ${quantity.unit}`.trim();
    case "ordinal":
      return `#${quantity.value} ${quantity.unit}`.trim();
    case "time":
      return `${quantity.hour}:${String(quantity.minute).padStart(2, "0")}${quantity.clock === 12 ? "?" : ""}`;
    case "date": {
      const { year, era, half, quarter, month, day, weekday } = quantity;
      const parts = [
        year !== undefined && `y${year}${era ? ` ${era}` : ""}`,
        half !== undefined && `h${half}`,
        quarter !== undefined && `q${quarter}`,
        month !== undefined && `m${month}`,
        day !== undefined && `d${day}`,
        weekday !== undefined && `w${weekday}`,
      ];
      return parts.filter((part) => part !== false).join(" ");
    }
  }
}

function find(source: string): string {
  return findQuantities(fold(source).text).map(show).join(", ");
}

/** The source, then what is found in it. */
type Row = readonly [source: string, found: string];

const numbers: readonly Row[] = [
  ["100亿", "10000000000"],
  ["百亿", "10000000000"],
  ["百亿协议", "10000000000"],
  ["一百亿", "10000000000"],
  ["10 billion", "10000000000"],
  ["ten billion", "10000000000"],
  ["10,000,000,000", "10000000000"],
  ["10bn", "10000000000"],
  ["100 億", "10000000000"],
  ["1.2万", "12000"],
  ["1.1万", "11000"],
  ["1,200", "1200"],
  ["三千五百万", "35000000"],
  ["三千五百亿", "350000000000"],
  ["1亿2000万人", "120000000 person"],
  ["1.5万亿元", "1500000000000 currency:yuan"],
  ["三万亿美元", "3000000000000 currency:usd"],
  ["两万", "20000"],
  ["三点五亿", "350000000"],
  ["一百二十三", "123"],
  ["一百二十三人", "123 person"],
  ["两千名员工", "2000 名"],
  ["三千五百家门店", "3500 家"],
  ["十五个城市", "15 个"],
  ["三個人", "3 person"],
  ["20亿用户", "2000000000"],
  ["団队只有50人", "50 person"],
  ["50 people", "50 person"],
  ["a 50-person team", "50 person"],
  ["２０２家", "202 家"],
  ["20多个国家", "20 个"],
  ["三百余名学生", "300 名"],
  ["百余名学生", "100 名"],
  ["3倍", "3 倍"],
  ["3 times as many", "3 倍"],
  ["3x faster", "3 倍"],
  ["共15。", "15"],
  ["two hundred and fifty thousand", "250000"],
  ["twenty-five companies", "25"],
  ["a hundred years", "100 year"],
  ["in one year", "1 year"],
  ["三分之一", "0.333333333333"],
  ["75gb", "75 gb"],
  ["-5.5%", "-5.5 %"],
  ["零下5度", "-5 degree"],
  ["共有1万只", "10000 只"],
  ["30岁", "30 age"],
  ["三十岁", "30 age"],
  ["年满18周岁", "18 age"],
  ["30 years old", "30 age"],
  ["a 30-year-old", "30 age"],
];

const percentages: readonly Row[] = [
  ["18个百分点", "18 percentage-point"],
  ["18個百分點", "18 percentage-point"],
  ["18 percentage points", "18 percentage-point"],
  ["十八个百分点", "18 percentage-point"],
  ["0.3%", "0.3 %"],
  ["0.3 percent", "0.3 %"],
  ["0.3 per cent", "0.3 %"],
  ["百分之零点三", "0.3 %"],
  ["百分之15", "15 %"],
  ["百分之一百", "100 %"],
  ["千分之三", "0.3 %"],
  ["fifteen percent", "15 %"],
  ["八成", "80 %"],
  ["八成半", "85 %"],
  ["八折", "8 折"],
  ["85折", "8.5 折"],
  ["25个基点", "25 basis-point"],
  ["从15%骤降到8%", "15 %, 8 %"],
  ["60%的用户", "60 %"],
];

const money: readonly Row[] = [
  ["US$10bn", "10000000000 currency:usd"],
  ["us$ 10 billion", "10000000000 currency:usd"],
  ["$1.2 million", "1200000 currency:usd"],
  ["$1.2m", "1200000 currency:usd"],
  ["100亿美元", "10000000000 currency:usd"],
  ["百億美元", "10000000000 currency:usd"],
  ["一百亿美元", "10000000000 currency:usd"],
  ["$10 billion", "10000000000 currency:usd"],
  ["10 billion dollars", "10000000000 currency:usd"],
  ["10 billion us dollars", "10000000000 currency:usd"],
  ["新台币1200元", "1200 currency:twd"],
  ["新臺幣1,200元", "1200 currency:twd"],
  ["nt$1,200", "1200 currency:twd"],
  ["1200元新台币", "1200 currency:twd"],
  ["人民币500元", "500 currency:cny"],
  ["500元人民币", "500 currency:cny"],
  ["¥500", "500 currency:yuan"],
  ["€30", "30 currency:eur"],
  ["30欧元", "30 currency:eur"],
  ["票价120元", "120 currency:yuan"],
  ["一万元", "10000 currency:yuan"],
  ["三千五百元", "3500 currency:yuan"],
  ["rmb 500", "500 currency:cny"],
  ["$5-7 million", "5000000 currency:usd, 7000000 currency:usd"],
  ["hk$300", "300 currency:hkd"],
];

const measures: readonly Row[] = [
  ["3秒", "3 second"],
  ["六年云服务协议", "6 year"],
  ["三年广告赚头", "3 year"],
  ["一年半", "1.5 year"],
  ["两个半小时", "2.5 hour"],
  ["两个半月", "2.5 month"],
  ["三个月", "3 month"],
  ["3个季度", "3 quarter"],
  ["90分钟", "90 minute"],
  ["90-minute", "90 minute"],
  ["半年", "0.5 year"],
  ["半个月", "0.5 month"],
  ["24小时", "24 hour"],
  ["24年", "24 year"],
  ["四周年", "4 year"],
  ["两周", "2 week"],
  ["5公里", "5 km"],
  ["5 千米", "5 km"],
  ["5km", "5 km"],
  ["30m", "30 m"],
  ["5 kilometres", "5 km"],
  ["3公斤", "3 kg"],
  ["3千克", "3 kg"],
  ["120平方米", "120 m2"],
  ["120㎡", "120 m2"],
  ["30度", "30 degree"],
  ["30°C", "30 degree"],
  ["2000年历史", "2000 year"],
  ["5000年", "5000 year"],
];

const ranges: readonly Row[] = [
  ["3–5年", "3 year, 5 year"],
  ["3-5%", "3 %, 5 %"],
  ["5%-7%", "5 %, 7 %"],
  ["100-200万", "1000000, 2000000"],
  ["3到5个工作日", "3 workday, 5 workday"],
  ["三到五个", "3 个, 5 个"],
  ["3 to 5 days", "3 day, 5 day"],
  ["between 3 and 5 million", "3000000, 5000000"],
  ["2019–2021年", "y2019, y2021"],
  ["2019-2021", "y2019, y2021"],
  ["7月3-5日", "m7 d3, d5"],
];

const dates: readonly Row[] = [
  ["2024年第三季度", "y2024 q3"],
  ["2024年三季度", "y2024 q3"],
  ["2024 年 第 3 季度", "y2024 q3"],
  ["2024年的第三季度", "y2024 q3"],
  ["二〇二四年第三季度", "y2024 q3"],
  ["2024Q3", "y2024 q3"],
  ["2024年Q3", "y2024 q3"],
  ["2024 Q3", "y2024 q3"],
  ["Q3 2024", "y2024 q3"],
  ["Q3 of 2024", "y2024 q3"],
  ["3Q24", "y2024 q3"],
  ["third quarter of 2024", "y2024 q3"],
  ["the third quarter", "q3"],
  ["third-quarter 2024", "y2024 q3"],
  ["去年三季度", "q3"],
  ["24年三季度", "y2024 q3"],
  ["Q3", "q3"],
  ["Q3'24", "y2024 q3"],
  ["上半年", "h1"],
  ["2024年上半年", "y2024 h1"],
  ["first half of 2024", "y2024 h1"],
  ["1H24", "y2024 h1"],
  ["the second half", "h2"],
  ["2024年", "y2024"],
  ["in 2024", "y2024"],
  ["2023年推出", "y2023"],
  ["2025年兴许", "y2025"],
  ["民国113年", "y2024"],
  ["民國一百一十三年三月", "y2024 m3"],
  ["公元前221年", "y221 bce"],
  ["221 BC", "y221 bce"],
  ["公元前5世纪", "y5 bce-century"],
  ["公元618年", "y618"],
  ["二十世纪", "y20 century"],
  ["20世纪", "y20 century"],
  ["20th century", "y20 century"],
  ["the twentieth century", "y20 century"],
  ["twenty-first century", "y21 century"],
  ["20世纪90年代", "y1990 decade"],
  ["1990年代", "y1990 decade"],
  ["90年代", "y1990 decade"],
  ["九十年代", "y1990 decade"],
  ["1990s", "y1990 decade"],
  ["the 1990's", "y1990 decade"],
  ["二〇二四年", "y2024"],
  ["二零二四年七月三日", "y2024 m7 d3"],
  ["一九九七年", "y1997"],
  ["2024年7月3日", "y2024 m7 d3"],
  ["2024年10月", "y2024 m10"],
  ["去年8月", "m8"],
  ["十二月二十五日", "m12 d25"],
  ["5月1号", "m5 d1"],
  ["本月15日", "d15"],
  ["2024-07-03", "y2024 m7 d3"],
  ["2024/7/3", "y2024 m7 d3"],
  ["2024.7.3", "y2024 m7 d3"],
  ["7/13/2024", "y2024 m7 d13"],
  ["13/7/2024", "y2024 m7 d13"],
  ["7/3/2024", "y2024"],
  ["March 5, 2024", "y2024 m3 d5"],
  ["5 March 2024", "y2024 m3 d5"],
  ["the 5th of March", "m3 d5"],
  ["Mar. 5", "m3 d5"],
  ["July 2024", "y2024 m7"],
  ["in May", "m5"],
  ["in July", "m7"],
  ["星期三", "w3"],
  ["周三", "w3"],
  ["週三", "w3"],
  ["禮拜天", "w7"],
  ["Wednesday", "w3"],
  ["上周五", "w5"],
  ["苹果2024年WWDC", "y2024"],
  ["FY2024", "y2024"],
];

const times: readonly Row[] = [
  ["12:30", "12:30?"],
  ["15:30", "15:30"],
  ["下午3点半", "15:30"],
  ["下午三點半", "15:30"],
  ["3 p.m.", "15:00"],
  ["3pm", "15:00"],
  ["3:30 PM", "15:30"],
  ["上午九点", "9:00"],
  ["晚上8点", "20:00"],
  ["晚8时30分", "20:30"],
  ["15时30分", "15:30"],
  ["早上8:30", "8:30"],
  ["三点半", "3:30?"],
  ["三点二十分", "3:20?"],
  ["9点到17点", "9:00?, 17:00"],
  ["three o'clock", "3:00?"],
  ["中午12点", "12:00"],
  ["凌晨两点", "2:00"],
];

const ordinals: readonly Row[] = [
  ["第三部分", "#3 部分"],
  ["第3章", "#3 章"],
  ["third chapter", "#3 章"],
  ["chapter 3", "#3 章"],
  ["第十五届", "#15 届"],
  ["第二", "#2"],
  ["第2版", "#2 版"],
  ["the second", "#2"],
  ["21st", "#21"],
  ["第一次", "#1 次"],
];

const mixed: readonly Row[] = [
  ["去年8月刚和谷歌签了100亿美元的六年云服务协议", "m8, 10000000000 currency:usd, 6 year"],
  ["2024年第三季度, Meta广告业务收入增速从去年的15%骤降到8%", "y2024 q3, 15 %, 8 %"],
  ["去年投1万美元能赚2万,今年投1万只赚1.2万", "10000 currency:usd, 20000, 10000 只, 12000"],
  ["Meta's revenue rose 12% in Q3 2024, to $40.6 billion", "12 %, y2024 q3, 40600000000 currency:usd"],
  ["英伟达的A100。2024年上半年,高大了35%", "y2024 h1, 35 %"],
];

const none: readonly string[] = [
  "GPT-4",
  "A100",
  "3C配件",
  "Llama 2",
  "H100",
  "5G",
  "gpt-4o",
  "Llama 3.1",
  "iPhone 15 Pro",
  "Gemini 2.5",
  "Windows 11",
  "版本1.2.3",
  "v2.0",
  "2.0版",
  "Llama 70B",
  "COVID-19",
  "B2B",
  "MP3",
  "G20",
  "4K",
  "3D",
  "iOS 17.2.1",
  "一些",
  "一样",
  "一下",
  "统一",
  "一起",
  "一边",
  "唯一",
  "万一",
  "一个",
  "一家公司",
  "一种",
  "一位",
  "有一天",
  "一定",
  "一直",
  "一切",
  "不一样",
  "三星",
  "四川",
  "万科",
  "百度",
  "千万不要",
  "千万别",
  "百姓",
  "百货",
  "十分重要",
  "四处",
  "三亚",
  "九江",
  "五粮液",
  "十四五规划",
  "七喜",
  "二手",
  "五道口",
  "五台山",
  "万里长城",
  "七上八下",
  "乱七八糟",
  "三三两两",
  "千千万万",
  "亿万富翁",
  "一成不变",
  "两会",
  "三国",
  "三者",
  "双十一",
  "几百",
  "数十亿美元",
  "十几个",
  "几千名",
  "第三方",
  "第一时间",
  "周一次",
  "五一劳动节",
  "三点建议",
  "公司",
  "公布",
  "上下",
  "民国时期",
  "周围",
  "周边",
  "半导体",
  "半自研",
  "大半年",
  "下半场",
  "星期",
  "明星期待",
  "may be",
  "we march on",
  "second thought",
  "the sun",
  "someone",
  "one of them",
  "no one",
  "https://www.jinhanchuan.com/255873.html",
  "www.example.com/2024/5",
  "5号线",
  "神舟17号",
  "12345678901234567890123",
  "1.2.3.4",
  "个人",
  "元旦",
  "分之",
  "百分",
  "百分点",
  "$",
  "¥元",
  "-",
  "前三季度",
];

const tables = { numbers, percentages, money, measures, ranges, dates, times, ordinals, mixed };

describe.for(Object.entries(tables))("finds %s", ([, rows]) => {
  test.for(rows)("in %s", ([source, found]) => {
    expect(find(source)).toBe(found);
  });
});

describe("finds nothing", () => {
  test.for(none)("in %s", (source) => {
    expect(find(source)).toBe("");
  });
});

test("gives each quantity the span that it was read from", () => {
  const text = "去年8月签了100亿美元的六年协议,第三季度下跌0.3%。";
  expect(findQuantities(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "8月",
    "100亿美元",
    "六年",
    "第三季度",
    "0.3%",
  ]);
});

const pieces = fc.constantFrom(
  ..."0123456789,.:-/%年月日号季度第上下半周星期一二三两十百千万亿点时分个名元$¥ 的约abqfy".split(""),
  "million",
  "billion",
  "third",
  "quarter",
  "of",
  "march",
  "may",
  "p.m.",
  "2024",
  "公元前",
  "民国",
  "百分之",
  "美元",
  "us$",
  "下午",
  "https://",
  "century",
);

test("finds spans inside the text, in order, without overlap", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
      ),
      (source) => {
        const { text } = fold(source);
        let last = 0;
        for (const quantity of findQuantities(text)) {
          expect(quantity.start).toBeGreaterThanOrEqual(last);
          expect(quantity.end).toBeGreaterThan(quantity.start);
          expect(quantity.end).toBeLessThanOrEqual(text.length);
          expect(Object.values(quantity)).not.toContain(Number.NaN);
          last = quantity.end;
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test.for([
  "1",
  "万",
  "一",
  "1,",
  "1.",
  "1-",
  "三千",
  "a",
  "a1",
  "-",
  "第",
  "周",
  "百分之",
  "1:",
  "公元前",
  "two ",
  "two hundred and ",
  "1-1",
  "$",
  "$1",
  "https://",
  "零",
  " ",
])("reads 100,000 characters of %j in linear time", (unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length));
  const start = performance.now();
  findQuantities(text);
  expect(performance.now() - start).toBeLessThan(3000);
});
