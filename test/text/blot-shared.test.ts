import fc from "fast-check";
import { expect, test } from "vitest";
import { blotShared } from "../../src/text/blot-shared.ts";

test.for([
  {
    name: "a whole",
    text: "Cannot convert seven to a BigInt",
    others: ["seven"],
    shown: "Cannot convert […] to a BigInt",
  },
  { name: "whatever its case", text: "no word WHY TEA here", others: ["Why tea"], shown: "no word […] here" },
  {
    name: "a part that is cut off",
    text: `Unexpected token 'w', "why is tea "... is not valid JSON`,
    others: ["why is tea green and not black?"],
    shown: `Unexpected token 'w', "[…]"... is not valid JSON`,
  },
  { name: "two ideographs", text: "span 股价 lies outside", others: ["谷歌股价下跌"], shown: "span […] lies outside" },
  {
    name: "several",
    text: "a: first thing, b: second thing",
    others: ["first thing", "second thing"],
    shown: "a: […], b: […]",
  },
  {
    name: "nothing of what is shared by chance",
    text: "x is not a function",
    others: ["that is it"],
    shown: "x is not a function",
  },
  {
    name: "nothing where nothing was written",
    text: "x is not a function",
    others: ["", " "],
    shown: "x is not a function",
  },
])("blots out $name", ({ text, others, shown }) => {
  expect(blotShared(text, others)).toBe(shown);
});

test("leaves nothing of a text that stands in a message, whatever it is", () => {
  const written = fc.string({ unit: "grapheme", minLength: 8, maxLength: 60 }).filter((text) => text.trim().length > 7);
  fc.assert(
    fc.property(written, (text) => {
      expect(blotShared(`x: ${text} y`, [text])).not.toContain(text);
    }),
  );
});
