import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GrowingTerms, saveTerms } from "../../src/indexes/growing-terms.ts";

const words = fc.array(fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom("a", "茶", "b", "\u0001") }), {
  maxLength: 400,
});

describe("GrowingTerms", () => {
  test("numbers terms in the order in which they come, also those that were saved in parts", () => {
    fc.assert(
      fc.property(words, words, (some, more) => {
        const terms = new GrowingTerms();
        const numbers = new Map<string, number>();
        const add = (word: string): void => {
          if (!numbers.has(word)) numbers.set(word, numbers.size);
          expect(terms.numberOf(word)).toBe(numbers.get(word));
        };
        for (const word of some) add(word);
        const first = terms.save(0);
        const { size } = terms;
        for (const word of more) add(word);
        const loaded = new GrowingTerms();
        loaded.load(first);
        loaded.load(terms.save(size));
        for (const [word, number] of numbers) expect([loaded.find(word), loaded.text(number)]).toEqual([number, word]);
        expect(loaded.find("none")).toBe(-1);
      }),
    );
  });

  test("saves a list of terms as it would its own", () => {
    fc.assert(
      fc.property(words, (some) => {
        const terms = new GrowingTerms();
        for (const word of some) terms.numberOf(word);
        expect(saveTerms([...new Set(some)])).toEqual(terms.save(0));
      }),
    );
  });

  test("finds no term that was forgotten, and gives its number to no other", () => {
    const terms = new GrowingTerms();
    for (const word of ["tea", "茶", "ferry"]) terms.numberOf(word);
    terms.forget(1);
    const loaded = new GrowingTerms();
    loaded.load(terms.save(0));
    for (const each of [terms, loaded]) {
      expect(["tea", "茶", "ferry"].map((word) => each.find(word))).toEqual([0, -1, 2]);
      expect(each.numberOf("茶")).toBe(3);
    }
  });
});
