import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { answerQuestion } from "../../../src/answer/answer-question.ts";
import { loadDictionaries } from "../../../src/answer/create-library.ts";
import type { PackedArticle } from "../../../src/guilds/guild-articles.ts";
import { fingerprint } from "../../../src/indexes/fingerprint.ts";
import { createLargeForGuilds } from "../../../src/preparing/large/large-for-guilds.ts";
import { createLibrary } from "../../../src/search/library.ts";
import { createMemoryBudget } from "../../../src/search/memory-budget.ts";
import { keep } from "../../support/guild-of.ts";
import { libraryOf } from "../../support/library-of.ts";
import { parseChecked } from "../../support/parse.ts";

const tea = parseChecked("# Tea\n\nThe tea is poured at noon by Zebedeezebedee.", { metadata: { id: "tea" } });
const bread = parseChecked("# Bread\n\nThe bread is baked at night.", { metadata: { id: "bread" } });

function packed(...articles: readonly (typeof tea)[]): PackedArticle[] {
  return articles.map((article) => {
    const { id, record, contents } = keep(article.id, [article]);
    const content = contents.find(({ sha256 }) => sha256 === record.versions[0]?.packed);
    if (!content) throw new Error("no packed article");
    return { guild: "4", id, record, ...content };
  });
}

function openPlace() {
  const directory = mkdtempSync(path.join(tmpdir(), "yuanwen-large-"));
  const memory = createMemoryBudget(10_000_000);
  return { directory, large: createLargeForGuilds({ directory, fingerprint, memory }) };
}

/** The names of files that hold something. */
function filesWith(directory: string, text: string): readonly string[] {
  return readdirSync(directory).filter((name) => readFileSync(path.join(directory, name), "latin1").includes(text));
}

test("a server's articles are asked from a file of its own with the same answers", async () => {
  const { large } = openPlace();
  const { articles, segment } = await large.open("4", packed(tea, bread));
  expect(articles.map(({ id, text }) => [id, text])).toEqual([tea, bread].map(({ id, text }) => [id, text]));
  const library = createLibrary(articles, { ...loadDictionaries(), segments: [segment] });
  const here = libraryOf([tea, bread]);
  for (const question of ["When is the tea poured?", "Who bakes the bread?", "Is there coffee?"]) {
    expect(answerQuestion(library, question, { limit: 3 }).kind).toBe(
      answerQuestion(here, question, { limit: 3 }).kind,
    );
  }
  expect(large.guilds()).toEqual(["4"]);
  const found = await large.find("4", packed(tea, bread));
  expect(found?.articles.map(({ text }) => text)).toEqual([tea.text, bread.text]);
  expect([await large.find("4", packed(tea)), await large.find("5", packed(tea))]).toEqual([undefined, undefined]);
});

test("what a server removes leaves its file, and what is forgotten the disk", async () => {
  const { directory, large } = openPlace();
  const first = await large.open("4", packed(tea, bread));
  await large.open("5", packed(bread));
  const later = await large.open("4", packed(bread));
  expect([first.articles.length, later.articles.length]).toEqual([2, 1]);
  expect(filesWith(directory, "zebedeezebede")).toEqual([]);
  await large.retain("4", []);
  expect(large.guilds()).toEqual(["5"]);
  expect(readdirSync(directory).filter((name) => name.startsWith("4"))).toEqual([]);
});

test("a file goes that holds more than the server has by now", async () => {
  const { large } = openPlace();
  const [one, other] = packed(tea, bread);
  if (!one || !other) throw new Error("nothing is packed");
  await large.open("4", [one, other]);
  await large.retain("4", [one, other]);
  expect(large.guilds()).toEqual(["4"]);
  await large.retain("4", [other]);
  expect(large.guilds()).toEqual([]);
  await large.retain("6", [other]);
  expect(large.guilds()).toEqual([]);
});

test.for([
  { bytes: 15_000, outgrows: false },
  { bytes: 25_000, outgrows: true },
])("of 10 MB $bytes bytes of text are too many: $outgrows", ({ bytes, outgrows }) => {
  expect(openPlace().large.outgrows(bytes)).toBe(outgrows);
});
