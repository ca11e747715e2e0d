import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findUnreadLanguage } from "../../src/languages/unread/find-unread-language.ts";
import { latinLanguages } from "../../src/languages/unread/latin-languages.ts";
import { readLexicon } from "../../src/languages/read-lexicon.ts";
import { sayUnread } from "../../src/render/words/unread-languages.ts";
import { readQuestions, unreadQuestions } from "./unread-samples.ts";

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

test("tells questions of thirty languages by their own", () => {
  const asked = linesOf(unreadQuestions).map((line) => line.split("\t"));
  const wrong = asked.filter(([code, question = ""]) => findUnreadLanguage(question)?.code !== code);
  expect(asked.length).toBeGreaterThan(170);
  expect(wrong).toEqual([]);
});

test("has a sentence for every language that it tells", () => {
  const codes = new Set(linesOf(unreadQuestions).map((line) => line.split("\t")[0] ?? ""));
  for (const { code } of latinLanguages) codes.add(code);
  expect([...codes].filter((code) => sayUnread(code) === undefined)).toEqual([]);
  expect(sayUnread(undefined)).toBeUndefined();
});

test("reads names, titles and key words as before", () => {
  expect(linesOf(readQuestions).filter((line) => findUnreadLanguage(line))).toEqual([]);
});

test("refuses no known question", () => {
  const folders = ["data/questions", "data/questions/articles", "test/articles"];
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)));
  const rows = files
    .filter((file) => file.endsWith(".jsonl"))
    .flatMap((file) => linesOf(readFileSync(file, "utf8")))
    .map((line): unknown => JSON.parse(line));
  const questions = rows.flatMap((row) =>
    typeof row === "object" && row !== null && "question" in row ? [String(row.question)] : [],
  );
  expect(questions.length).toBeGreaterThan(1000);
  expect(questions.filter((question) => findUnreadLanguage(question))).toEqual([]);
});

test("takes no word that English has for one that asks by itself", () => {
  const { isWord } = readLexicon();
  const single = latinLanguages.flatMap(({ asks }) => asks.filter((word) => !word.includes(" ")));
  expect(single.filter(isWord)).toEqual([]);
});
