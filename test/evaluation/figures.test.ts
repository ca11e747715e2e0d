import { expect, test } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import type { Outcome } from "../../src/evaluation/evaluate.ts";
import { figuresByGroup, figuresOf } from "../../src/evaluation/figures.ts";
import { hitsTable, kindsTable } from "../../src/evaluation/figures-table.ts";
import { findBelowFloor } from "../../src/evaluation/floors.ts";

const span = { start: 0, end: 1 };
const declined: Answer = { kind: "declined", reason: "not-covered", missing: [], nearest: [], added: [] };
const answered: Answer = { kind: "quotes", quotes: [], added: [] };
const unsure: Answer = { kind: "unsure", quotes: [], missing: [], added: [] };

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
  outcome({ rank: 1, milliseconds: 3, message: { shown: 1, isBehind: false } }),
  outcome({ answer: unsure, rank: 2, rankWithNearest: 2, message: { shown: 3, isBehind: false } }),
  outcome({ rank: 4, rankWithNearest: 4, message: { shown: 1, isBehind: true } }),
  outcome({ answer: declined, rank: Infinity, rankWithNearest: 1 }),
  outcome({ answer: declined, rank: Infinity, rankWithNearest: Infinity }, false),
  outcome({ rank: Infinity, rankWithNearest: Infinity, altered: 2, message: { shown: 2, isBehind: false } }, false),
];
const figures = {
  answerable: 4,
  unanswerable: 2,
  answered: { hit1: 25, hit3: 50, hit10: 75, mrr: 0.4375 },
  withNearest: { hit1: 50, hit3: 75, hit10: 100, mrr: 0.6875 },
  withAnswer: { answered: 50, unsure: 25, declined: 25 },
  withoutAnswer: { answered: 50, unsure: 0, declined: 50 },
  firstShown: { one: 50, behind: 25 },
  alteredQuotes: 2,
  p50: 1,
  p99: 3,
};

test("counts unsure answers by their quotes, declined ones as misses, their nearest passages and what messages show apart", () => {
  expect(figuresOf(outcomes)).toEqual(figures);
});

test("has no share of nothing", () => {
  expect(figuresOf([outcome({ answer: declined }, false)])).toEqual({
    answerable: 0,
    unanswerable: 1,
    withoutAnswer: { answered: 0, unsure: 0, declined: 100 },
    alteredQuotes: 0,
    p50: 1,
    p99: 1,
  });
});

test("lists groups by their place, then by name", () => {
  const mixed = [outcome({}, true, ["all", "b", "x"]), outcome({}, true, ["all", "a", "y"])];
  expect([...figuresByGroup(mixed).keys()]).toEqual(["all", "a", "b", "x", "y"]);
});

test("leaves columns out of the tables that would be empty", () => {
  const groups = new Map([["off topic", figuresOf([outcome({ answer: declined }, false)])]]);
  expect(hitsTable(groups).split("\n").slice(0, 2)).toEqual([
    "           altered  p50 ms  p99 ms",
    "off topic        0    1.00    1.00",
  ]);
  expect(kindsTable(groups).split("\n").slice(0, 2)).toEqual([
    "           unanswerable  answered  unsure  declined",
    "off topic             1       0.0     0.0     100.0",
  ]);
});

test("puts what became of answerable and unanswerable questions side by side", () => {
  expect(
    kindsTable(new Map([["all", figuresOf(outcomes)]]))
      .split("\n")
      .slice(0, 2),
  ).toEqual([
    "     answerable  answered  unsure  declined  unanswerable  answered  unsure  declined",
    "all           4      50.0    25.0      25.0             2      50.0     0.0      50.0",
  ]);
});

test.for([
  {
    name: "nothing where all floors are reached",
    floor: { hit1: 25, hit3: 50, declinedWrongly: 25, answeredWrongly: 50 },
    expected: [],
  },
  { name: "a figure below its floor", floor: { hit1: 25.1 }, expected: ["all: hit@1 is 25 %, its floor is 25.1 %"] },
  {
    name: "too many questions declined",
    floor: { declinedWrongly: 24 },
    expected: ["all: declined wrongly is 25 %, at most 24 % is allowed"],
  },
  {
    name: "too many answers to questions that have none",
    floor: { answeredWrongly: 49.9 },
    expected: ["all: answered wrongly is 50 %, at most 49.9 % is allowed"],
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
