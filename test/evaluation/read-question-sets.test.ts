import path from "node:path";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { describe, expect, onTestFinished, test } from "vitest";
import { readQuestionSets } from "../../src/evaluation/read-question-sets.ts";

const project = path.join(import.meta.dirname, "..", "..");

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

  test("are split in halves that hold every kind and language", async () => {
    const { cases } = await set;
    const half = (split: string) => cases.filter((one) => one.split === split);
    const groups = (split: string) => new Set(half(split).flatMap((one) => one.groups.filter(isBroad)));
    expect(groups("tune")).toEqual(groups("report"));
    expect(Math.abs(half("tune").length - half("report").length)).toBeLessThan(cases.length / 10);
  });

  test("keep the articles in `articles/` whole", async () => {
    const { cases } = await set;
    const folder = path.join(project, "data/questions/articles");
    const names = new Set((await readdir(folder)).map((file) => file.split(".")[0] ?? ""));
    const halves = Map.groupBy(
      cases.filter(({ article = "" }) => names.has(article)),
      ({ article }) => article,
    );
    expect([...halves].filter(([, ofOne]) => new Set(ofOne.map(({ split }) => split)).size > 1)).toEqual([]);
    expect(halves.size).toBe(names.size);
  });
});

function isBroad(group: string): boolean {
  return /^(?:kind|language|script)/u.test(group);
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
