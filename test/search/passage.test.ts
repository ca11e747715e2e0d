import { expect, test } from "vitest";
import { headingText } from "../../src/article/article.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { type Passage, passagesOf } from "../../src/search/passage.ts";
import { parseChecked } from "../support/parse.ts";

function shown({ article, sections, sentences, firstSentence }: Passage): readonly unknown[] {
  const path = sections.map((section) => headingText(article, section));
  return [path.join(" › "), firstSentence, ...sentences.map(({ span }) => article.text.slice(span.start, span.end))];
}

test("are paragraphs under the headings above them, in reading order", () => {
  const source = "Lead.\n\n# A\n\nOne. Two.\n\n## Inner\n\nThree.\n\n# B\n\nFour.\n\n- Five.";
  expect(passagesOf(parseChecked(source, { format: markdown })).map(shown)).toEqual([
    ["", 0, "Lead."],
    ["A", 0, "One.", "Two."],
    ["A › Inner", 0, "Three."],
    ["B", 0, "Four."],
    ["B", 0, "Five."],
  ]);
});

test("are neither headings nor what is left out", () => {
  const source = "标题\n\n第一节\n\n一句话。\n\n欢迎分享,转载请注明来源:某处";
  expect(passagesOf(parseChecked(source)).map(shown)).toEqual([["第一节", 0, "一句话。"]]);
});

test("part a long paragraph between sentences", () => {
  const sentence = `${"长长长，".repeat(99)}长长长。`;
  const passages = passagesOf(parseChecked(`标题\n\n${sentence.repeat(7)}`));
  expect(passages.map(({ sentences, firstSentence }) => [firstSentence, sentences.length])).toEqual([
    [0, 3],
    [3, 3],
    [6, 1],
  ]);
});

test("are no longer because full stops are missing", () => {
  const passages = passagesOf(parseChecked(`标题\n\n${"长".repeat(5000)}。短。${"长".repeat(5000)}`));
  const lengths = passages.map(({ sentences }) => (sentences.at(-1)?.span.end ?? 0) - (sentences[0]?.span.start ?? 0));
  expect(Math.max(...lengths)).toBeLessThanOrEqual(1200);
});
