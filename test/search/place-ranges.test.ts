import fc from "fast-check";
import { expect, test } from "vitest";
import { countWithin, findRange, keepWithin, rangesOf } from "../../src/search/place-ranges.ts";
import { parseChecked } from "../support/parse.ts";

const article = parseChecked("茶在杭州。");

test("joins neighbours, and leaves out articles without passages", () => {
  const placed = [
    { article, first: 2, passages: 3 },
    { article, first: 5, passages: 0 },
    { article, first: 5, passages: 1 },
    { article, first: 9, passages: 2 },
  ];
  expect(rangesOf(placed)).toEqual({ starts: Uint32Array.of(2, 9), ends: Uint32Array.of(6, 11) });
});

test("tells which places lie in stretches, however both lie", () => {
  const lengths = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 6 });
  const places = fc.uniqueArray(fc.nat(50)).map((all) => Uint32Array.from(all.toSorted((a, b) => a - b)));
  fc.assert(
    fc.property(lengths, places, (gaps, all) => {
      let next = 0;
      const placed = gaps.map(([gap, passages]) => {
        const first = next + gap;
        next = first + passages;
        return { article, first, passages };
      });
      const ranges = rangesOf(placed);
      const isWithin = (place: number): boolean =>
        placed.some(({ first, passages }) => place >= first && place < first + passages);
      const within = all.filter(isWithin);
      const counts = Uint8Array.from(all, (place) => place + 1);
      expect([...all].filter((place) => findRange(ranges, place) >= 0)).toEqual([...within]);
      expect(countWithin(ranges, all)).toBe(within.length);
      expect(keepWithin(ranges, { places: all, counts })).toEqual({
        places: within,
        counts: Uint8Array.from(within, (place) => place + 1),
      });
    }),
  );
});
