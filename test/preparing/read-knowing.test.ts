import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import { loadDictionaries } from "../../src/answer/create-library.ts";
import { readArticles } from "../../src/article/read-articles.ts";
import { fingerprint } from "../../src/indexes/fingerprint.ts";
import { type KeptIndexes, openKeptIndexes } from "../../src/indexes/kept/kept-indexes.ts";
import { indexArticles } from "../../src/preparing/index-articles.ts";
import { prepareArticles } from "../../src/preparing/prepare-articles.ts";
import { readKnowing } from "../../src/preparing/read-knowing.ts";
import { createLibrary } from "../../src/search/library.ts";
import { keep } from "../support/guild-of.ts";
import { parseChecked } from "../support/parse.ts";

const dictionaries = loadDictionaries();
const { analyse } = dictionaries;
const maximumBytes = 5_000_000;
/** Makes even short articles be read in a thread of its own. */
const file = new URL("../../src/preparing/prepare-worker.ts", import.meta.url);

async function openPlace() {
  const folder = await mkdtemp(path.join(tmpdir(), "yuanwen-knowing-"));
  const warnings: string[] = [];
  const log = { warn: (event: string) => void warnings.push(event) };
  const open = (): KeptIndexes => openKeptIndexes({ file: path.join(folder, "kept.db"), fingerprint, log });
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  return { folder, open, write, warnings };
}

/** Reads and indexes a source; tells which articles had to be indexed. */
async function indexedAnew(source: Parameters<typeof readKnowing>[0], kept: KeptIndexes): Promise<readonly string[]> {
  const read = await readKnowing(source, { maximumBytes, kept });
  indexArticles(read, () => analyse);
  return read.articles.flatMap((article) => (read.known.has(article) ? [] : [article.id]));
}

test("reads and indexes again only what changed in a folder", async () => {
  const { folder, open, write } = await openPlace();
  const source = { kind: "folder", path: folder } as const;
  await write("bread.txt", "The bread is baked at night.");
  await write("tea.md", "# Tea\n\nThe tea is poured at noon.");
  const kept = open();
  expect(await indexedAnew(source, kept)).toEqual(["bread", "tea"]);
  expect(await indexedAnew(source, kept)).toEqual([]);
  expect(await indexedAnew(source, open())).toEqual([]);
  await write("bread.txt", "The bread is baked at dawn.");
  expect(await indexedAnew(source, kept)).toEqual(["bread"]);
  await write("bread.json", JSON.stringify({ title: "Bread" }));
  expect(await indexedAnew(source, kept)).toEqual(["bread"]);
  await write("tea.synonyms.txt", "tea, char");
  expect(await indexedAnew(source, kept)).toEqual(["tea"]);
  expect(await indexedAnew(source, kept)).toEqual([]);
  expect((await readKnowing(source, { maximumBytes, kept })).articles).toEqual(await readArticles(folder));
});

test("forgets what the folder no longer has", async () => {
  const { folder, open, write } = await openPlace();
  const source = { kind: "folder", path: folder } as const;
  await write("bread.txt", "The bread is baked at night.");
  await write("tea.txt", "The tea is poured at noon.");
  const kept = open();
  await indexedAnew(source, kept);
  await rm(path.join(folder, "tea.txt"));
  await indexedAnew(source, kept);
  await write("tea.txt", "The tea is poured at noon.");
  expect(await indexedAnew(source, kept)).toEqual(["tea"]);
});

test("knows an article of a server by its content and what the server says of it", async () => {
  const { open } = await openPlace();
  const kept = open();
  const { id, record, contents } = keep("tea", [parseChecked("# Tea\n\nThe tea is poured at noon.")]);
  const packed = contents.find(({ sha256 }) => sha256 === record.versions[0]?.packed);
  if (!packed) throw new Error("no packed article");
  const source = (guild: string, title?: string) =>
    ({ kind: "packed", articles: [{ ...packed, guild, id, record: { ...record, title } }] }) as const;
  expect(await indexedAnew(source("4"), kept)).toEqual(["tea"]);
  expect(await indexedAnew(source("4"), kept)).toEqual([]);
  expect(await indexedAnew(source("4", "Char"), kept)).toEqual(["tea"]);
  expect(await indexedAnew(source("5"), kept)).toEqual(["tea"]);
});

test("gives the same answers from what is kept as from what is read, in a thread as well", async () => {
  const { open, warnings } = await openPlace();
  const kept = open();
  const source = { kind: "folder", path: "test/articles" } as const;
  const options = { maximumBytes, analyse, kept, file };
  const [first, second] = [await prepareArticles(source, options), await prepareArticles(source, options)];
  expect(second.articles).toEqual(first.articles);
  expect(second.indexed.whole?.data).toEqual(first.indexed.whole?.data);
  const [read, known] = [first, second].map(({ articles, indexed }) =>
    createLibrary(articles, { ...dictionaries, indexed }),
  );
  if (!read || !known) throw new Error("no library");
  for (const article of [undefined, ...read.articles.keys()]) {
    for (const question of ["When does the night market open?", "志愿者可以换班吗?"]) {
      const asked = { article, limit: 5, fill: true };
      expect(answerQuestion(known, question, asked)).toEqual(answerQuestion(read, question, asked));
    }
  }
  expect(kept.owners()).toEqual([`folder ${path.resolve("test/articles")}`]);
  expect(warnings).toEqual([]);
});

test("keeps nothing of a short article that is read in place", async () => {
  const { folder, open, write } = await openPlace();
  await write("tea.txt", "The tea is poured at noon.");
  const kept = open();
  await prepareArticles({ kind: "folder", path: folder }, { maximumBytes, analyse, kept });
  expect(kept.owners()).toEqual([]);
});
