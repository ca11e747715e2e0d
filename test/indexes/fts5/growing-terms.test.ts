import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GrowingTerms } from "../../../src/indexes/fts5/growing-terms.ts";
import { narrowNumbers, packNumbers, unpackNumbers } from "../../../src/indexes/fts5/pack-numbers.ts";
import { createSmallCounts } from "../../../src/indexes/fts5/small-counts.ts";

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

test("counts are the same however large they are", () => {
  const steps = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 0, max: 300 })), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (all) => {
      const counts = createSmallCounts();
      const sums = new Map<number, number>();
      for (const [number, more] of all) {
        counts.add(number, more);
        sums.set(number, (sums.get(number) ?? 0) + more);
      }
      for (const [number, sum] of sums) expect(counts.at(number)).toBe(sum);
      for (const [number, more] of all) counts.add(number, -more);
      for (const number of sums.keys()) expect(counts.at(number)).toBe(0);
    }),
  );
});

test.for([[[]], [[0, 255], [65_535], [4_294_967_295, 1, 2]], [[1], [300, 2, 3]]])(
  "packs numbers of any size: %j",
  (lists) => {
    const packed = packNumbers(lists.map((list) => narrowNumbers(list.length, (place) => list[place] ?? 0)));
    expect(unpackNumbers(packed).map((list) => [...list])).toEqual(lists);
    expect(() => unpackNumbers(packed.subarray(0, -2))).toThrow(/are no numbers/u);
  },
);
