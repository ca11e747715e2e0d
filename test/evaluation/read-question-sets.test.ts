import path from "node:path";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, onTestFinished, test } from "vitest";
import { readQuestionSets } from "../../src/evaluation/read-question-sets.ts";

const project = path.join(import.meta.dirname, "..", "..");

/** Articles all of whose questions are in one half, so that kinds of text are measured that nothing was learned from. */
const wholeArticles: Readonly<Record<string, readonly string[]>> = {
  tune: ["games-weekend-faq", "turnip-cake-recipe", "dehumidifier-manual", "lighthouse-news", "tidepool-release-notes"],
  report: ["campsite-faq", "server-rules", "lake-ordinance", "allotment-minutes", "tenancy-agreement"],
};

/** Writes an article of two sentences and one question about it. */
function writeSets(question: object): string {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-sets-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, "tea.txt"), "Tea\n\nTea grows in Assam. Much tea is black.\n");
  writeFileSync(path.join(folder, "tea.jsonl"), `${JSON.stringify(question)}\n\n`);
  const sets = path.join(folder, "sets.json");
  writeFileSync(sets, JSON.stringify([{ article: "tea.txt", questions: ["tea.jsonl"] }]));
  return sets;
}

const question = { id: "1", question: "?", expected: ["Assam"], language: "en", kind: "where", split: "tune" };

describe("the project's own questions", () => {
  // Reading them already holds their format, and that each expected answer stands once and within one sentence.
  const set = readQuestionSets(path.join(project, "data", "questions", "sets.json"));

  test("have ids of their own", async () => {
    const ids = (await set).cases.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("are split in halves that hold every kind, language and article, but for those that are in one half", async () => {
    const { cases } = await set;
    const half = (split: string) => cases.filter((one) => one.split === split);
    const groups = (split: string) => new Set(half(split).flatMap((one) => one.groups.filter(isBroad)));
    expect(groups("tune")).toEqual(groups("report"));
    expect(Math.abs(half("tune").length - half("report").length)).toBeLessThan(cases.length / 20);
  });

  test.for(Object.entries(wholeArticles))("keep whole articles in %s", async ([split, names]) => {
    const { cases } = await set;
    const splits = new Map(names.map((name) => [name, new Set<string | undefined>()]));
    for (const one of cases) splits.get(one.article ?? "")?.add(one.split);
    expect(splits).toEqual(new Map(names.map((name) => [name, new Set([split])])));
  });
});

function isBroad(group: string): boolean {
  const whole = Object.values(wholeArticles).flat();
  return /^(?:kind|language|script|article \S+$)/u.test(group) && !whole.some((name) => group === `article ${name}`);
}

test("finds the expected answer's place", async () => {
  const { cases } = await readQuestionSets(writeSets(question));
  expect(cases).toEqual([
    {
      id: "1",
      question: "?",
      context: [],
      article: "tea",
      gold: [{ article: "tea", span: { start: 18, end: 23 } }],
      judgedBy: "whole",
      split: "tune",
      groups: ["all", "split tune", "language en", "script Latn", "article tea", "article tea in en", "kind where"],
    },
  ]);
});

test.for([
  { name: "an answer that is not there", line: { ...question, expected: ["Ceylon"] }, says: '"Ceylon" is not in tea' },
  { name: "an answer that is there twice", line: { ...question, expected: ["ea "] }, says: "more than once" },
  {
    name: "an answer over two sentences",
    line: { ...question, expected: ["Assam. Much"] },
    says: "within one sentence",
  },
  { name: "an unknown kind", line: { ...question, kind: "whence" }, says: "line 1: kind" },
  { name: "a field too many", line: { ...question, answer: "Assam" }, says: "answer" },
])("refuses $name", async ({ line, says }) => {
  await expect(readQuestionSets(writeSets(line))).rejects.toThrow(says);
});
