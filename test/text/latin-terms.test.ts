import fc from "fast-check";
import { expect, test } from "vitest";
import { createFold } from "../../src/text/fold.ts";
import { cutLatin } from "../../src/text/latin-terms.ts";

const fold = createFold();

test("cuts a text in ASCII letters and ideographs as it cuts any other", () => {
  const piece = fc.constantFrom(
    "a",
    "Meta",
    "s",
    "5",
    "0.3%",
    "-",
    "'",
    "’",
    ".",
    "&",
    "+",
    " ",
    "\n",
    "，",
    "。",
    "《",
    "谷",
    "歌",
    "%",
    "_",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const source = pieces.join("");
      // A word in other letters behind it, where all letters are looked for.
      const anyLetters = cutLatin(fold(`${source} ж`)).slice(0, -1);
      expect(cutLatin(fold(source))).toEqual(anyLetters);
    }),
  );
});
