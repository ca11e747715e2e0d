import { expect, test } from "vitest";
import type { Paragraph } from "../../src/article/article.ts";
import { joinParts, visibleParts } from "../../src/article/visible-parts.ts";

const source = "A **b** c\n> d.";
//              0123456789012 3
const visible = [
  { start: 0, end: 2 },
  { start: 4, end: 5 },
  { start: 7, end: 9 },
  { start: 12, end: 14 },
];
const paragraph: Paragraph = { kind: "prose", span: { start: 0, end: 14 }, visible, sentences: [] };

test.for([
  { name: "all", span: { start: 0, end: 14 }, parts: visible, text: "A b c d." },
  { name: "part of the first", span: { start: 1, end: 4 }, parts: [{ start: 1, end: 2 }], text: " " },
  { name: "marks alone", span: { start: 2, end: 4 }, parts: [], text: "" },
  {
    name: "a part from within",
    span: { start: 4, end: 8 },
    parts: [
      { start: 4, end: 5 },
      { start: 7, end: 8 },
    ],
    text: "b ",
  },
  { name: "the last", span: { start: 9, end: 14 }, parts: [{ start: 12, end: 14 }], text: "d." },
  { name: "nothing", span: { start: 3, end: 3 }, parts: [], text: "" },
])("of $name", ({ span, parts, text }) => {
  const found = visibleParts(paragraph, span);
  expect(found).toEqual(parts);
  expect(joinParts(source, found)).toBe(text);
});
