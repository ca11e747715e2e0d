import { describe, expect, test } from "vitest";
import { libraryOf } from "../support/library-of.ts";
import { judgeSupport, type Support } from "../../src/answer/judge-support.ts";
import { question } from "../support/analyse.ts";
import { rankingOf } from "../support/candidates.ts";
import { parseChecked } from "../support/parse.ts";

const text = "2024年第三季度，谷歌的广告收入增长了12%。扎克伯格认为谷歌领先。脸书的股价下跌。";
const library = libraryOf([parseChecked(text, { metadata: { id: "test", title: "Test" } })]);
const context = { index: library.index(), isName: library.lexicon.isName, isWord: library.lexicon.isWord };

function judge(asked: string, paragraph = text): Support {
  const named = "一篇谈论许多家大公司广告和股价的文章";
  return judgeSupport(question(asked), rankingOf(asked, paragraph, { named }), context);
}

const notSupported = expect.stringMatching(/^(?:doubtful|unsupported)$/u);

test("never flatly declines a question that the best sentence has all of", () => {
  const { kind, missing } = judge("2024年第三季度谷歌的广告收入增长了多少?");
  expect({ kind, missing }).toEqual({ kind: expect.stringMatching(/^(?:supported|doubtful)$/u), missing: [] });
});

describe("never supports, whatever else fits", () => {
  test.for([
    { name: "a date that is told otherwise", asked: "2024年第二季度谷歌的广告收入增长了多少?", missing: ["第二季度"] },
    { name: "a year that is told otherwise", asked: "2023年谷歌的广告收入增长了多少?", missing: ["2023"] },
    { name: "a name that is missing", asked: "2024年第三季度亚马逊的广告收入增长了多少?", missing: ["亚马逊"] },
    { name: "a Latin name that is missing", asked: "Snapchat的广告收入增长了多少?", missing: ["Snapchat"] },
  ])("$name", ({ asked, missing }) => {
    expect(judge(asked)).toMatchObject({ kind: notSupported, missing });
  });

  test("a command, which it declines", () => {
    const expected = { kind: "unsupported", reason: "not-covered", missing: ["写"] };
    expect(judge("请写一篇谷歌的广告收入增长")).toEqual(expected);
  });

  test("what is told of somebody else", () => {
    const others = "脸书的股价下跌。天下雨。谷歌领先。";
    expect(judge("谷歌的股价下跌了吗?", others)).toMatchObject({ kind: notSupported, missing: [] });
  });
});

test("tells how likely a sentence answers, as far as that was measured", () => {
  const asked = ["2024年第三季度谷歌的广告收入增长了多少?", "2023年谷歌的广告收入增长了多少?"].map((one) => judge(one));
  const [first = 0, second = 1] = asked.map(({ probability }) => probability);
  expect(first).toBeGreaterThan(second);
  expect(judgeSupport(question("水母?"), undefined, context)).not.toHaveProperty("probability");
});

describe("lists as asked what the article does not have, each word once", () => {
  test.for([
    { name: "Simplified", asked: "2023年图书馆和图书馆的会员", missing: ["2023", "图书馆", "会员"] },
    { name: "Traditional", asked: "2023年谷歌的圖書館", missing: ["2023", "圖書館"] },
    { name: "full-width", asked: "２０２３年谷歌的ｐｙｔｈｏｎ", missing: ["２０２３", "ｐｙｔｈｏｎ"] },
    { name: "inflected", asked: "2023年谷歌的volunteers", missing: ["2023", "volunteers"] },
  ])("$name", ({ asked, missing }) => {
    expect(judge(asked)).toMatchObject({ kind: notSupported, missing });
  });
});

describe("finds nothing", () => {
  const missing = ["水母"];

  test("where no passage was found", () => {
    const found = judgeSupport(question("水母?"), undefined, context);
    expect(found).toEqual({ kind: "unsupported", reason: "nothing-found", missing });
  });

  test("where no sentence has any word, and none is a word at all", () => {
    const expected = { kind: "unsupported", reason: "nothing-found", missing: ["xqzv", "blorf"] };
    expect(judge("xqzv blorf?")).toEqual(expected);
  });

  test("but only doubts where the words are known, or may be a name", () => {
    expect(["水母?", "Who is Xqzv Blorf?"].map((asked) => judge(asked).kind)).not.toContain("supported");
  });
});
