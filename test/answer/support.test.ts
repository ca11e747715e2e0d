import { describe, expect, test } from "vitest";
import { featureNames } from "../../src/answer/features.ts";
import { measureSupport, supportNames } from "../../src/answer/support.ts";
import { createSentenceBlock } from "../../src/search/sentence-block.ts";
import { question } from "../support/analyse.ts";
import { rankingOf } from "../support/candidates.ts";

type SupportName = (typeof supportNames)[number];

interface Row {
  readonly name: SupportName;
  readonly asked: string;
  /** Its first sentence is ranked first. */
  readonly text: string;
  readonly value: number;
  /** Words of the table of names. */
  readonly names?: readonly string[];
  /** The article's title. */
  readonly named?: string;
}

function measured(asked: string, text: string, { names = [], named }: Pick<Row, "names" | "named"> = {}): Float64Array {
  return measureSupport(question(asked), rankingOf(asked, text, { named }), (word) => names.includes(word));
}

function checks(rows: readonly Row[]): void {
  test.for(rows)("$name is $value: $asked", ({ name, asked, text, value, ...given }) => {
    const found = measured(asked, text, given)[supportNames.indexOf(name)] ?? Number.NaN;
    expect(Math.round(found * 100) / 100).toBe(value);
  });
}

describe("what of the question no sentence has", () => {
  checks([
    { name: "missing", asked: "谷歌收购公司", text: "谷歌盈利。公司多。", value: 0.33 },
    { name: "missing", asked: "谷歌", text: "谷歌盈利。", value: 0 },
    { name: "missing", asked: "?", text: "谷歌盈利。", value: 0 },
    { name: "missingHan", asked: "谷歌 Gemini", text: "天下雨。", value: 0.5 },
    { name: "missingLatin", asked: "谷歌 Gemini", text: "天下雨。", value: 0.5 },
    { name: "missingLatin", asked: "green tea", text: "It rains.", value: 0 },
    { name: "missingNames", asked: "杜甫和李白", text: "李白来了。", value: 0.5 },
    { name: "foreign", asked: "green tea", text: "It rains.", value: 1 },
    { name: "foreign", asked: "茶叶", text: "It rains.", value: 0 },
    { name: "wordCount", asked: "谷歌收购公司", text: "天下雨。", value: 0.46 },
    { name: "oneWord", asked: "谷歌", text: "天下雨。", value: 1 },
    { name: "longestMissing", asked: "谷歌的转化率", text: "天下雨。", value: 0.5 },
    { name: "missingProper", asked: "Did Adam meet Berta?", text: "They met.", value: 1 },
    { name: "ruleName", asked: "Did Adam meet Berta?", text: "Adam met her.", value: 1 },
    { name: "ruleName", asked: "Did Adam meet Berta?", text: "Adam met her. Berta left.", value: 0 },
  ]);
});

describe("how much of it the best sentences have", () => {
  checks([
    { name: "bestWords", asked: "谷歌收购公司", text: "谷歌盈利。公司多。", value: 0.33 },
    { name: "aroundBest", asked: "谷歌收购公司", text: "谷歌盈利。公司多。", value: 0.67 },
    { name: "passageWords", asked: "谷歌收购公司", text: "谷歌盈利。公司多。天下雨。已收购。", value: 1 },
    { name: "top3Words", asked: "谷歌收购公司", text: "谷歌盈利。公司多。天下雨。已收购。", value: 0.67 },
    { name: "margin", asked: "谷歌", text: "谷歌盈利。公司多。", value: 0.76 },
    { name: "score", asked: "谷歌", text: "谷歌盈利。公司多。", value: 0.58 },
    { name: "best fits", asked: "谁来了?", text: "王校长来了。天下雨。", value: 1 },
    { name: "best asks", asked: "谁来了?", text: "王校长来了。谁来了?", value: 0 },
  ]);
});

describe("what becomes of its names", () => {
  checks([
    { name: "names", asked: "谷歌盈利吗?", text: "谷歌盈利。", names: ["谷歌"], value: 1 },
    { name: "names", asked: "公司盈利吗?", text: "谷歌盈利。", names: ["谷歌"], value: 0 },
    { name: "bestNames", asked: "谷歌和脸书?", text: "谷歌盈利。脸书亏损。", names: ["谷歌", "脸书"], value: 0.5 },
    { name: "aroundNames", asked: "谷歌和脸书?", text: "谷歌盈利。脸书亏损。", names: ["谷歌", "脸书"], value: 1 },
    { name: "otherNames", asked: "李白去了哪里?", text: "李白去了北京。", value: 1 },
    { name: "otherNames", asked: "李白在北京吗?", text: "李白在北京。", value: 0 },
    {
      name: "ruleSubject",
      asked: "谷歌亏损吗?",
      text: "脸书亏损。下雨。谷歌盈利。",
      names: ["谷歌"],
      named: "一篇谈论许多家大公司盈利和亏损的文章",
      value: 1,
    },
    {
      name: "ruleSubject",
      asked: "谷歌亏损吗?",
      text: "今年亏损。下雨。谷歌盈利。",
      names: ["谷歌"],
      named: "谷歌",
      value: 0,
    },
  ]);
});

describe("what becomes of its numbers, dates and of the amount that it asks for", () => {
  checks([
    { name: "missingQuantity", asked: "2024年谁盈利?", text: "谷歌盈利。2024年下雨。", value: 1 },
    { name: "otherQuantity", asked: "2024年谁盈利?", text: "2023年谷歌盈利。", value: 1 },
    { name: "nowhereQuantity", asked: "2024年谁盈利?", text: "谷歌盈利。2024年下雨。", value: 0 },
    { name: "nowhereQuantity", asked: "2024年谁盈利?", text: "2023年谷歌盈利。", value: 1 },
    { name: "ruleQuantity", asked: "2024年谁盈利?", text: "2023年谷歌盈利。", value: 1 },
    { name: "ruleQuantity", asked: "2024年谁盈利?", text: "2024年谷歌盈利。", value: 0 },
    { name: "commands", asked: "请写一首诗", text: "诗。", value: 1 },
    { name: "ruleUnit", asked: "租金是多少钱?", text: "租金三天一交。", value: 1 },
    { name: "ruleUnit", asked: "租金是多少钱?", text: "租金贵。要500元。", value: 0 },
    { name: "bestUnit", asked: "租金是多少钱?", text: "租金贵。要500元。", value: 1 },
    { name: "ruleDate", asked: "何时盈利?", text: "谷歌盈利。", value: 1 },
    { name: "ruleDate", asked: "何时盈利?", text: "谷歌盈利。三月的事。", value: 0 },
    { name: "bestDate", asked: "何时盈利?", text: "谷歌盈利。三月的事。", value: 1 },
  ]);
});

test("has a value for each name, and nothing but numbers even where nothing was found", () => {
  const block = createSentenceBlock([]);
  const columns = featureNames.map(() => undefined);
  const nothing = { block, columns, order: new Int32Array(0), words: [], sentences: [], alternatives: [] };
  for (const row of [measured("谁?", "天下雨。"), measureSupport(question("谁盈利?"), nothing, () => false)]) {
    expect(row).toHaveLength(supportNames.length);
    expect([...row].every(Number.isFinite)).toBe(true);
  }
});

test("repeats all that was measured of the best sentence", () => {
  expect(supportNames.slice(-featureNames.length)).toEqual(featureNames.map((name) => `best ${name}`));
});
