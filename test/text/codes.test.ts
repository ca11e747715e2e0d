import { expect, test } from "vitest";
import { findCodes } from "../../src/text/codes.ts";
import { createFold } from "../../src/text/fold.ts";
import { findQuantities } from "../../src/text/quantities.ts";

const fold = createFold();

test.for([
  ["error 4099", "4099 #4"],
  ["错误404怎么办", "404 #3"],
  ["model X200 and P0420", "x200 x#3, p0420 p#4"],
  ["GPT-4", "gpt-4 gpt-#1"],
  ["in 2024", ""],
  ["300 people", ""],
  ["price 12", ""],
  ["version 1.2.300", ""],
  ["2024-07-03", ""],
  ["http://example.org/4099", ""],
] as const)("finds in %s: %s", ([source, found]) => {
  const { text } = fold(source);
  expect(
    findCodes(text, findQuantities(text))
      .map((code) => `${code.text} ${code.shape}`)
      .join(", "),
  ).toBe(found);
});
