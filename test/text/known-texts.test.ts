import fc from "fast-check";
import { expect, test } from "vitest";
import { knownTexts } from "../../src/text/known-texts.ts";

test("knows the texts that it is given, and no others", () => {
  // 一 and 䀀 are of one sort, and all from 16 on are of one length.
  const text = fc.string({ unit: fc.constantFrom("一", "䀀", "a"), maxLength: 20 });
  fc.assert(
    fc.property(fc.array(text), fc.array(text), (texts, others) => {
      const isKnown = knownTexts(texts);
      for (const each of [...texts, ...others]) expect(isKnown(each)).toBe(texts.includes(each));
    }),
  );
});
