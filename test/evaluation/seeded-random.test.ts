import { expect, test } from "vitest";
import { seededRandom, shuffle } from "../../src/evaluation/seeded-random.ts";

function take(count: number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
}

test("gives the same numbers for the same seed, on every machine", () => {
  expect(take(3, 1)).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
});

test.for([0, 1, -1, 2 ** 31, 0.5])("gives numbers from 0 to below 1, spread evenly, for the seed %d", (seed) => {
  const numbers = take(10_000, seed);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const within = numbers.filter((number) => Math.floor(number * 10) === tenth).length;
    expect(within).toBeGreaterThan(850);
  }
});

test("shuffles a copy, the same way for the same seed", () => {
  const list = Array.from({ length: 20 }, (_, index) => index);
  const shuffled = shuffle(list, seededRandom(5));
  expect(shuffled).toEqual(shuffle(list, seededRandom(5)));
  expect(shuffled).not.toEqual(list);
  expect(shuffled.toSorted((one, other) => one - other)).toEqual(list);
});
