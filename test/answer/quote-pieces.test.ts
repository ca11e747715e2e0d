import { expect, test } from "vitest";
import { quotePieces, withoutHeading } from "../../src/answer/quote-pieces.ts";
import { companionOf, oneParagraph, quoteOf } from "../render/answers.ts";

const article = oneParagraph("Fees:\n- one\n- two\n\nAnd more. 除外。");

test.for([
  { name: "a quote alone", quote: "- one", others: [], pieces: [["- one", false]] },
  {
    name: "a neighbour behind",
    quote: "- one",
    others: ["- two"],
    pieces: [
      ["- one", false],
      ["- two", false],
    ],
  },
  {
    name: "a neighbour before",
    quote: "- one",
    others: ["Fees:"],
    pieces: [
      ["Fees:", false],
      ["- one", false],
    ],
  },
  {
    name: "what stands apart, on both sides and in any order",
    quote: "- two",
    others: ["除外。", "Fees:"],
    pieces: [
      ["Fees:", false],
      ["- two", true],
      ["除外。", true],
    ],
  },
] as const)("lists $name", ({ quote, others, pieces }) => {
  const companions = others.map((part) => companionOf(article, "subject", part));
  const listed = quotePieces(quoteOf(article, quote, { companions }), article.text);
  expect(listed.map(({ text, isApart }) => [text, isApart])).toEqual(pieces);
  for (const { span, text } of listed) expect(article.text.slice(span.start, span.end)).toBe(text);
});

test.for([
  { name: "a companion that is the heading", section: "Fees:", longest: 9, left: [] },
  { name: "no companion that is none", section: "Prices", longest: 9, left: ["Fees:"] },
  { name: "no heading that would be shown cut", section: "Fees:", longest: 4, left: ["Fees:"] },
])("leaves out $name", ({ section, longest, left }) => {
  const companions = [companionOf(article, "lead-in", "Fees:")];
  const { companions: kept } = withoutHeading(quoteOf(article, "- one", { companions, section }), longest);
  expect(kept.map(({ text }) => text)).toEqual(left);
});
