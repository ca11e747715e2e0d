import { expect, test } from "vitest";
import type { Segment, StoredAt } from "../../src/search/segment.ts";
import { sizesOfIndexes } from "../../src/watching/index-sizes.ts";
import { analyse } from "../support/analyse.ts";
import { makeArticles, segmentOf } from "../support/many-articles.ts";

const articles = makeArticles(6);

function stored(at: StoredAt, from: number, to: number): Segment {
  return { ...segmentOf(articles.slice(from, to), { analyse }), stored: at };
}

function passagesIn(segments: readonly Segment[]): number {
  return segments.reduce((sum, { passages }) => sum + passages, 0);
}

test("indexes are told by where they lie, everybody's and those of servers together", () => {
  const everybodys = stored({ kind: "postgres" }, 0, 3);
  const own = [stored({ kind: "fts5", bytes: 1000 }, 3, 4), stored({ kind: "fts5", bytes: 200 }, 4, 6)];
  const prepared = { articles: articles.slice(0, 3), indexed: { articles: new Map(), segments: [everybodys] } };
  const held = { servers: 3, articles: 2, passages: 7, bytes: 50, segments: own };
  expect(sizesOfIndexes(prepared, () => held)()).toEqual([
    { kind: "memory", articles: 2, passages: 7, bytes: 50 },
    { kind: "fts5", articles: 3, passages: passagesIn(own), bytes: 1200 },
    // How much of the tables is one library's only the server could tell.
    { kind: "postgres", articles: 3, passages: everybodys.passages, bytes: undefined },
  ]);
});

test("nothing is told of places where nothing lies", () => {
  const sizes = sizesOfIndexes({ articles: [], indexed: { articles: new Map() } });
  expect(sizes()).toEqual([{ kind: "memory", articles: 0, passages: 0, bytes: 0 }]);
});
