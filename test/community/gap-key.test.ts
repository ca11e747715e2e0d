import { describe, expect, test } from "vitest";
import { gapKey } from "../../src/community/gap-key.ts";
import { analyse } from "../support/analyse.ts";

const keyOf = (question: string): string => gapKey(analyse(question).folded.text);

describe("questions of equal words have one key", () => {
  test.for([
    { name: "case and punctuation", a: "When is the pool open?", b: "when is the pool open" },
    { name: "blanks", a: "开门 时间？", b: "开门时间" },
    { name: "width", a: "ＷｉＦｉ 密码是什么？", b: "wifi密码是什么?" },
    { name: "script", a: "退款需要幾天？", b: "退款需要几天？" },
    { name: "politeness in English", a: "Hello, could you please tell me who runs this?", b: "Who runs this?" },
    { name: "politeness in Chinese", a: "请问食堂几点开门呢？谢谢", b: "食堂几点开门" },
    { name: "politeness in Taiwan", a: "您好，請問食堂幾點開門？", b: "食堂几点开门" },
    { name: "hyphens", a: "Is it open-source?", b: "is it open source" },
    { name: "quotation marks", a: "What is “Plan B”?", b: 'what is "plan b"' },
  ])("$name", ({ a, b }) => {
    expect(keyOf(a)).toBe(keyOf(b));
  });
});

describe("other questions have other keys", () => {
  test.for([
    { name: "another word", a: "When is the pool open?", b: "Where is the pool open?" },
    { name: "another order", a: "Does A beat B?", b: "Does B beat A?" },
    { name: "a decimal point", a: "Is 1.5 enough?", b: "Is 1 5 enough?" },
    { name: "a minus", a: "Is it open below -5 degrees?", b: "Is it open below 5 degrees?" },
    { name: "a time", a: "Open at 10:30?", b: "Open at 1030?" },
    { name: "a sign", a: "Is C++ allowed?", b: "Is C allowed?" },
    { name: "a per cent sign", a: "Are 5% off?", b: "Are 5 off?" },
    { name: "a condition", a: "When is the pool open?", b: "When is the pool open for members?" },
    { name: "leave, which is no politeness", a: "请假怎么办？", b: "假怎么办？" },
    { name: "an application", a: "怎么申请？", b: "怎么申？" },
    { name: "a question", a: "可以带狗吗？", b: "可以带狗" },
  ])("$name", ({ a, b }) => {
    expect(keyOf(a)).not.toBe(keyOf(b));
  });

  test("even where there is nothing but politeness or signs", () => {
    const keys = ["please", "thanks", "???", "!!", "请问"].map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[\da-f]{16}$/u);
  });
});
