import { expect, test } from "vitest";
import { listGramPlaces, MOST_PLACES, placeStretch } from "../../src/search/gram-places.ts";

test.for([
  { name: "ab", places: [0, 2, -1] },
  { name: "b", places: [1, 3, -1] },
  { name: "abx", places: [-1, -1, -1] },
  { name: "baba", places: [-1, -1, -1] },
  { name: "", places: [0, 0, 0] },
])("finds “$name” in the texts that have it", ({ name, places }) => {
  const found = new Int32Array(3).fill(-1);
  placeStretch(listGramPlaces(["ab", "xyab", ""]), name, found);
  expect([...found]).toEqual(places);
});

test("refuses more than its places hold", () => {
  expect(() => listGramPlaces(["a".repeat(MOST_PLACES + 1)])).toThrow(RangeError);
});

test("takes no more than some 16 bytes a code unit", () => {
  const text = Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e_00 + ((at * 7919) % 2000))).join("");
  const { owners, starts, buckets } = listGramPlaces([text]);
  const arrays = [owners, starts, ...buckets.flatMap((each) => [each.starts, each.places])];
  const bytes = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(bytes / text.length).toBeLessThan(16);
});
