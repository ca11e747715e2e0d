import { describe, expect, test } from "vitest";
import { loadDictionaries } from "../../src/answer/create-library.ts";
import {
  prepareTaughtQuestions,
  type TaughtQuestion,
  type TaughtQuestions,
} from "../../src/answer/taught-questions.ts";
import { finishSteps } from "../../src/text/steps.ts";
import { differentPairs, samePairs } from "./taught-pairs.ts";

const words = loadDictionaries();

function taughtOf(...questions: readonly string[]): TaughtQuestions {
  return finishSteps(prepareTaughtQuestions(questions.map(record), words));
}

function record(question: string, index: number): TaughtQuestion {
  return { id: `${index}`, question, article: "a", span: { start: 0, end: 1 }, text: "x" };
}

function isSame(one: string, other: string): boolean {
  return taughtOf(one).find(other) !== undefined;
}

test.for(samePairs)("takes for the same: %s / %s", ([one, other]) => {
  expect([isSame(one, other), isSame(other, one)]).toEqual([true, true]);
});

test.for(differentPairs)("tells apart: %s / %s", ([one, other]) => {
  expect([isSame(one, other), isSame(other, one)]).toEqual([false, false]);
});

test("finds each among all others, and none for what none of them asks", () => {
  const all = taughtOf(...samePairs.map(([one]) => one));
  expect(all.size).toBe(samePairs.length);
  for (const [one, other] of samePairs) {
    const found = all.find(other)?.taught.question ?? "";
    expect([one, found].some((question) => isSame(question, other) && isSame(found, one))).toBe(true);
  }
  expect(["", "?", "What?", "為什麼", "How deep is the lake?", "x".repeat(3000)].map((each) => all.find(each))).toEqual(
    Array.from({ length: 6 }, () => undefined),
  );
});

describe("of several", () => {
  test("the same letters come before other words", () => {
    const taught = taughtOf("What time does the museum open?", "When does the museum open?", "When does the zoo open?");
    expect(taught.find("when does the MUSEUM open")).toEqual({
      taught: record("When does the museum open?", 1),
      similarity: 1,
    });
    expect(taught.find("At what time does the zoo open?")?.taught.id).toBe("2");
  });

  test("only those count that may be asked", () => {
    const taught = taughtOf("When does the museum open?", "What time does the museum open?");
    expect(taught.find("When does the museum open?", ({ id }) => id === "1")?.taught.id).toBe("1");
    expect(taught.find("When does the museum open?", () => false)).toBeUndefined();
  });
});

test("marks count where they tell: numbers and names", () => {
  const taught = taughtOf("What is new in version 1.5?", "Is C# supported?");
  expect(
    ["What is new in version 15?", "Is C supported?", "Is C++ supported?"].map((each) => taught.find(each)),
  ).toEqual([undefined, undefined, undefined]);
  expect(taught.find("is c# supported")?.similarity).toBe(1);
});

test("long texts are the same only letter for letter", () => {
  const text = `${"The museum is old and large. ".repeat(20)}When does it open?`;
  const taught = taughtOf(text);
  expect(taught.find(text)?.similarity).toBe(1);
  expect(taught.find(`${text} Please!`)).toBeUndefined();
});

test("what was read before is not read again", () => {
  const read: string[] = [];
  const noting = { ...words, analyse: (source: string) => (read.push(source), words.analyse(source)) };
  const before = finishSteps(prepareTaughtQuestions([record("When does it open?", 0)], noting));
  const both = [record("When does it open?", 0), record("Where is it?", 1)];
  expect(finishSteps(prepareTaughtQuestions(both, noting, before)).size).toBe(2);
  expect(read.filter((source) => source.endsWith("?"))).toEqual(["When does it open?", "Where is it?"]);
});

test("is made a little at a time", () => {
  const many = Array.from({ length: 100 }, (_, index) => record(`Where is room ${index}?`, index));
  const steps = prepareTaughtQuestions(many, words);
  let count = 0;
  while (!steps.next().done) count += 1;
  expect(count).toBeGreaterThanOrEqual(6);
});
