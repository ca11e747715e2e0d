import { expect, test } from "vitest";
import { wordingTokens } from "../../src/text/wording.ts";
import { smallLibrary } from "../support/library.ts";

const { analyse } = smallLibrary();

test.for([
  { name: "words and ideographs", text: "Meta 股价", tokens: ["Meta", "股", "价"] },
  { name: "a number with decimals and percent", text: "下跌0.3%,", tokens: ["下", "跌", "0.3%", ","] },
  { name: "an apostrophe within a word, but no hyphen", text: "don’t re-use", tokens: ["don’t", "re", "-", "use"] },
  { name: "a run of one mark as one", text: "好……——", tokens: ["好", "……", "——"] },
  { name: "nothing of what cannot be seen", text: "a\u200B \uFEFF", tokens: ["a"] },
])("cuts $name", ({ text, tokens }) => {
  expect(wordingTokens(text, analyse).map(({ span }) => text.slice(span.start, span.end))).toEqual(tokens);
});

test.for([
  { name: "quotation marks", one: "“a”", other: "「a」" },
  { name: "dashes", one: "a — b", other: "a-b" },
  { name: "dots", one: "a...", other: "a……" },
  { name: "scripts", one: "經濟", other: "经济" },
  { name: "widths", one: "ＡＩ，０.３％", other: "ai,0.3%" },
  { name: "apostrophes", one: "don’t", other: "don't" },
])("takes different $name for the same skeleton", ({ one, other }) => {
  expect(skeletons(one)).toEqual(skeletons(other));
});

function skeletons(text: string): string[] {
  return wordingTokens(text, analyse).map(({ skeleton }) => skeleton);
}
