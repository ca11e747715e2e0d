import fc from "fast-check";
import { expect, test } from "vitest";
import { narrowNumbers, packNumbers, unpackNumbers } from "../../../src/indexes/fts5/pack-numbers.ts";
import { createSmallCounts } from "../../../src/indexes/fts5/small-counts.ts";

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
