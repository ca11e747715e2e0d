import { expect, test } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import type { Outcome } from "../../src/evaluation/evaluate.ts";
import { figuresByGroup, figuresOf } from "../../src/evaluation/figures.ts";
import { figuresTable } from "../../src/evaluation/figures-table.ts";
import { findBelowFloor } from "../../src/evaluation/floors.ts";

const span = { start: 0, end: 1 };
const declined: Answer = { kind: "declined", reason: "not-covered", missing: [], nearest: [], added: [] };
const answered: Answer = { kind: "quotes", quotes: [], added: [] };

function outcome(change: Partial<Outcome>, gold = true, groups: readonly string[] = ["all"]): Outcome {
  return {
    case: {
      id: "1",
      question: "?",
      context: [],
      judgedBy: "whole",
      groups,
      gold: gold ? [{ article: "a", span }] : [],
    },
    answer: answered,
    rank: 1,
    rankWithNearest: 1,
    paragraphRank: 1,
    altered: 0,
    milliseconds: 1,
    ...change,
  };
}

const outcomes = [
  outcome({ rank: 1, milliseconds: 3 }),
  outcome({ rank: 2, rankWithNearest: 2 }),
  outcome({ rank: 4, rankWithNearest: 4 }),
  outcome({ answer: declined, rank: Infinity, rankWithNearest: 1 }),
  outcome({ answer: declined, rank: Infinity, rankWithNearest: Infinity }, false),
  outcome({ rank: Infinity, rankWithNearest: Infinity, altered: 2 }, false),
];
const figures = {
  answerable: 4,
  unanswerable: 2,
  answered: { hit1: 25, hit3: 50, mrr: 0.4375 },
  withNearest: { hit1: 50, hit3: 75, mrr: 0.6875 },
  declinedWrongly: 25,
  declinedRightly: 50,
  alteredQuotes: 2,
  p50: 1,
  p99: 3,
};

test("counts a declined question as a miss, and its nearest passages apart", () => {
  expect(figuresOf(outcomes)).toEqual(figures);
});

test("has no share of nothing", () => {
  expect(figuresOf([outcome({ answer: declined }, false)])).toEqual({
    answerable: 0,
    unanswerable: 1,
    declinedRightly: 100,
    alteredQuotes: 0,
    p50: 1,
    p99: 1,
  });
});

test("lists groups by their place, then by name", () => {
  const mixed = [outcome({}, true, ["all", "b", "x"]), outcome({}, true, ["all", "a", "y"])];
  expect([...figuresByGroup(mixed).keys()]).toEqual(["all", "a", "b", "x", "y"]);
});

test("leaves columns out of the table that would be empty", () => {
  expect(figuresTable(new Map([["off topic", figuresOf([outcome({ answer: declined }, false)])]]))).toBe(
    [
      "           answerable  unanswerable  declined rightly  altered  p50 ms  p99 ms",
      "off topic           0             1             100.0        0    1.00    1.00",
    ].join("\n"),
  );
});

test.for([
  {
    name: "nothing where all floors are reached",
    floor: { hit1: 25, hit3: 50, declinedRightly: 50, declinedWrongly: 25 },
    expected: [],
  },
  { name: "a figure below its floor", floor: { hit1: 25.1 }, expected: ["all: hit@1 is 25 %, its floor is 25.1 %"] },
  {
    name: "too many questions declined",
    floor: { declinedWrongly: 24 },
    expected: ["all: declined wrongly is 25 %, at most 24 % is allowed"],
  },
])("tells $name", ({ floor, expected }) => {
  expect(findBelowFloor(new Map([["all", { ...figures, alteredQuotes: 0 }]]), { all: floor })).toEqual(expected);
});

test("tells altered quotes whatever the floors, and floors of no group", () => {
  expect(findBelowFloor(new Map([["all", figures]]), { none: {} })).toEqual([
    "all: 2 altered quotes, none is allowed",
    "none: has a floor but no question",
  ]);
});
