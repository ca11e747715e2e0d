import { expect, test } from "vitest";
import { words } from "../../src/render/words/all.ts";
import { slopeOf } from "./slope.ts";
import { createTally, type Ending, unexplained } from "./stage/tally.ts";
import type { Outcome } from "./stage/witness.ts";

const { fault, busy, store } = words.en;
const responded: Outcome = { kind: "response", response: {}, text: "", took: 7 };

test.for<{ name: string; outcome?: Outcome; last?: string; ending: Ending }>([
  { name: "a quote", last: "§1", ending: "answered" },
  { name: "too much at once", last: JSON.stringify({ content: busy }), ending: "told" },
  { name: "a store that is away", last: JSON.stringify({ content: `⚠ ${store.unavailable}` }), ending: "told" },
  { name: "a fault", last: JSON.stringify({ content: fault("0a1b2c3d") }), ending: "fault" },
  { name: "a work without a last word", ending: "unfinished" },
  { name: "the proxy's refusal", outcome: { kind: "status", status: 502, took: 7 }, ending: "refused" },
  { name: "what the bot gave up", outcome: { kind: "status", status: 204, took: 7 }, ending: "late" },
  { name: "no connection", outcome: { kind: "dead", reason: "ECONNREFUSED", took: 7 }, ending: "dead" },
  { name: "three seconds", outcome: { kind: "late", took: 3000 }, ending: "late" },
])("tells $name apart as $ending", ({ outcome = responded, last, ending }) => {
  const tally = createTally();
  tally.count({ id: "1", sent: 0, outcome, last });
  expect(tally.all.map((counted) => counted.ending)).toEqual([ending]);
});

test.for([
  { at: 900, took: 50, ending: "refused", isExplained: false },
  { at: 900, took: 150, ending: "refused", isExplained: true },
  { at: 1500, took: 50, ending: "dead", isExplained: true },
  { at: 2001, took: 50, ending: "dead", isExplained: false },
  { at: 1, took: 5, ending: "unfinished", isExplained: true },
  { at: 3000, took: 5, ending: "answered", isExplained: true },
] as const)("explains $ending after $took ms at $at by what was broken from 1000 to 2000: $isExplained", (row) => {
  const counted = { ...row, detail: "" };
  expect(unexplained([counted], [{ name: "x", from: 1000, to: 2000 }])).toEqual(row.isExplained ? [] : [counted]);
});

test("fits a line with its error", () => {
  expect(slopeOf([1, 2, 3, 4].map((x) => [x, 2 * x + 1]))).toEqual({ slope: 2, error: 0 });
  const { slope, error } = slopeOf([
    [0, 0],
    [1, 2],
    [2, 2],
  ]);
  expect([slope, error.toFixed(3)]).toEqual([1, "0.577"]);
  expect(slopeOf([[0, 1]]).error).toBe(Infinity);
});
