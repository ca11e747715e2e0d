import fc from "fast-check";
import { expect, test } from "vitest";
import { bestFirst } from "../../src/search/best-first.ts";

test("chooses of many what sorting all would give, what scores the same in its order", () => {
  const scores = fc.array(fc.nat(9), { minLength: 300, maxLength: 700 });
  fc.assert(
    fc.property(scores, fc.nat(40), fc.boolean(), (all, limit, isEach) => {
      const scored = all.map((score, place) => ({ place, score }));
      const isWanted = (place: number): boolean => isEach || place % 3 === 0;
      const sorted = scored.filter(({ place }) => isWanted(place)).toSorted((a, b) => b.score - a.score);
      expect(bestFirst(scored, limit, isWanted)).toEqual(sorted.slice(0, limit));
    }),
  );
});

test("asks of few passages whether they are wanted", () => {
  const scored = Array.from({ length: 5000 }, (_, place) => ({ place, score: 5000 - place }));
  let asked = 0;
  bestFirst(scored, 10, () => {
    asked += 1;
    return true;
  });
  expect(asked).toBe(10);
});
