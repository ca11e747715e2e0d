import { expect, test } from "vitest";
import { rememberSpans } from "../../src/article/remember-spans.ts";
import type { Span } from "../../src/text/span.ts";
import { parseChecked } from "../support/parse.ts";

const [tea, coffee] = [parseChecked("Tea\n\nGreen. Black.\n"), parseChecked("Tea\n\nGreen. Black.\n")];

/** Counts how often something is made for each stretch that is asked for. */
function counting(made: (span: Span) => Span | undefined = (span) => span) {
  let count = 0;
  const remembered = rememberSpans((_, span) => {
    count += 1;
    return made(span);
  });
  return { remembered, count: () => count };
}

const [first, second] = [
  { start: 5, end: 11 },
  { start: 12, end: 18 },
];
const long = { start: 0, end: 2001 };

test.for([
  {
    name: "a span",
    asked: [
      [tea, first],
      [tea, { ...first }],
    ] as const,
    count: 1,
  },
  {
    name: "each span",
    asked: [
      [tea, first],
      [tea, second],
      [tea, first],
    ] as const,
    count: 2,
  },
  {
    name: "what begins alike",
    asked: [
      [tea, first],
      [tea, { start: 5, end: 12 }],
    ] as const,
    count: 2,
  },
  {
    name: "what ends alike",
    asked: [
      [tea, first],
      [tea, { start: 6, end: 11 }],
    ] as const,
    count: 2,
  },
  {
    name: "each article",
    asked: [
      [tea, first],
      [coffee, first],
      [tea, first],
    ] as const,
    count: 2,
  },
  {
    name: "a long span, each time",
    asked: [
      [tea, long],
      [tea, long],
    ] as const,
    count: 2,
  },
  {
    name: "the whole of a long line and its start",
    asked: [
      [tea, { start: 1, end: 1 }],
      [tea, long],
    ] as const,
    count: 2,
  },
])("makes what belongs to $name", ({ asked, count }) => {
  const counted = counting();
  for (const [article, span] of asked) expect(counted.remembered(article, span)).toEqual(span);
  expect(counted.count()).toBe(count);
});

test("keeps no place that there is none of: anybody may ask for such", () => {
  const counted = counting(() => undefined);
  counted.remembered(tea, first);
  counted.remembered(tea, first);
  expect(counted.count()).toBe(2);
});

test("keeps a bounded number, those asked for last", () => {
  const counted = counting();
  const ask = (start: number) => counted.remembered(tea, { start, end: start + 1 });
  for (let start = 0; start < 10_000; start += 1) {
    ask(start);
    ask(0);
  }
  expect(counted.count()).toBe(10_000);
  ask(9999);
  expect(counted.count()).toBe(10_000);
  ask(1);
  expect(counted.count()).toBe(10_001);
});
