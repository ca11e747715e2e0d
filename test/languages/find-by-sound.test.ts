import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findBySound, listEndings } from "../../src/languages/find-by-sound.ts";
import { createSounds } from "../../src/languages/sounds.ts";

const sounds = createSounds(readFileSync(new URL("../../data/languages/sounds.tsv", import.meta.url), "utf8"));
const strings = listEndings([
  "马丁·舒尔茨",
  "与哈马舍尔德",
  "加德满都",
  "拉登",
  "奥斯纳布鲁克",
  "斯特拉斯堡",
  "史特拉斯堡",
  "本地文化",
  "大西洋",
  "罗马尼亚",
  "希腊文",
]);

function best(letters: string, least = 8): string | undefined {
  return findBySound(sounds.hear(letters), strings, { sounds, least })[0]?.text;
}

test.for([
  { letters: "schulz", text: "舒尔茨" },
  { letters: "hammarskjold", text: "哈马舍尔德" },
  { letters: "kathmandu", text: "加德满都" },
  { letters: "laden", text: "拉登" },
  { letters: "osnabruck", text: "奥斯纳布鲁克" },
  { letters: "martinschulz", text: "马丁·舒尔茨" },
  { letters: "romania", text: "罗马尼亚" },
])("hears $letters in $text", ({ letters, text }) => {
  expect(best(letters)).toBe(text);
});

test.for(["smith", "johnson", "wikipedia", "company", "beijing", "q", ""])("hears %s nowhere", (letters) => {
  expect(best(letters)).toBeUndefined();
});

test("finds each way in which a text writes a name", () => {
  const texts = findBySound(sounds.hear("strasbourg"), strings, { sounds, least: 12 }).map(({ text }) => text);
  expect(texts.slice(0, 2).toSorted()).toEqual(["史特拉斯堡", "斯特拉斯堡"]);
});

test("finds the same whatever else stands before it in the order of strings", () => {
  for (const text of ["舒尔茨", "加德满都", "奥斯纳布鲁克"]) {
    const alone = listEndings([text]);
    const word = sounds.hear({ 舒尔茨: "schulz", 加德满都: "kathmandu", 奥斯纳布鲁克: "osnabruck" }[text] ?? "");
    const one = findBySound(word, alone, { sounds, least: 5 }).find((match) => match.text === text)?.nats;
    const other = findBySound(word, strings, { sounds, least: 5 }).find((match) => match.text === text)?.nats;
    expect(other).toBeCloseTo((one ?? 0) - (text === "舒尔茨" ? 1 : 0));
  }
});
