import { expect, test } from "vitest";
import { formatReference } from "../../src/article/format-reference.ts";
import type { Place, Reference, ReferencePart } from "../../src/article/reference.ts";

const place = (paragraph: number, sentence: number): Place => ({ paragraph, sentence });
const sentences = (from: Place, to: Place = from): ReferencePart => ({ kind: "sentences", from, to });
const paragraphs = (from: number, to = from): ReferencePart => ({ kind: "paragraphs", from, to });

const rows: { name: string; reference: Reference; expected: string }[] = [
  { name: "a section", reference: { section: [2], parts: [] }, expected: "§2" },
  { name: "the text before the first heading", reference: { section: [0], parts: [] }, expected: "§0" },
  { name: "a paragraph", reference: { section: [2], parts: [paragraphs(1)] }, expected: "§2 ¶1" },
  { name: "paragraphs", reference: { section: [2], parts: [paragraphs(1, 2)] }, expected: "§2 ¶1–¶2" },
  { name: "a sentence", reference: { section: [2], parts: [sentences(place(1, 3))] }, expected: "§2 ¶1:3" },
  { name: "a subsection", reference: { section: [2, 1], parts: [sentences(place(3, 2))] }, expected: "§2.1 ¶3:2" },
  { name: "a range", reference: { section: [2], parts: [sentences(place(1, 3), place(1, 4))] }, expected: "§2 ¶1:3–4" },
  {
    name: "a range over paragraphs",
    reference: { section: [2], parts: [sentences(place(1, 4), place(2, 1))] },
    expected: "§2 ¶1:4–¶2:1",
  },
  {
    name: "a gap",
    reference: { section: [2], parts: [sentences(place(1, 1)), sentences(place(1, 3))] },
    expected: "§2 ¶1:1,3",
  },
  {
    name: "an open end",
    reference: { section: [2], parts: [{ kind: "open", from: place(1, 3) }] },
    expected: "§2 ¶1:3–",
  },
  {
    name: "parts of two paragraphs",
    reference: {
      section: [2],
      parts: [sentences(place(1, 1)), sentences(place(1, 3), place(2, 2)), sentences(place(2, 5))],
    },
    expected: "§2 ¶1:1,3–¶2:2,5",
  },
  {
    name: "a paragraph before a sentence of the same",
    reference: { section: [2], parts: [paragraphs(1), sentences(place(1, 3))] },
    expected: "§2 ¶1,¶1:3",
  },
];

test.for(rows)("writes $name", ({ reference, expected }) => {
  expect(formatReference(reference)).toBe(expected);
});
