import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { answerQuestion } from "../../../src/answer/answer-question.ts";
import { loadDictionaries } from "../../../src/answer/create-library.ts";
import { listedQuotes } from "../../../src/answer/answer.ts";
import { openLarge, type OpenLargeOptions } from "../../../src/preparing/large/open-large.ts";
import { createLibrary } from "../../../src/search/library.ts";
import { createMemoryBudget } from "../../../src/search/memory-budget.ts";
import { compileCache } from "../../support/compile-cache.ts";

const texts = {
  "coffee.txt": "咖啡出产在云南。\n\n云南的咖啡豆九月成熟。",
  "ferry.md": "# Ferry\n\nThe ferry leaves the harbour at nine.\n\n## Tickets\n\nA ticket costs five euros.",
  "tea.txt": "龙井茶出产在杭州。\n\n祁门红茶出产在安徽。",
};

const indexedRoot = mkdtempSync(path.join(tmpdir(), "yuanwen-indexed-"));

beforeAll(async () => {
  const place = placeIn(indexedRoot);
  mkdirSync(place.folder);
  for (const [name, text] of Object.entries(texts)) place.write(name, text);
  (await openAt(place)).close();
});
afterAll(() => rmSync(indexedRoot, { recursive: true, force: true }));

describe("openLarge", () => {
  test("opens a folder's articles in the order of their names, and answers to the letter", async () => {
    const { articles, segment, report } = await open(await folderOf(texts));
    expect(articles.map(({ id }) => id)).toEqual(["coffee", "ferry", "tea"]);
    expect(report).toMatchObject({ added: 3, removed: 0 });
    const library = createLibrary(articles, { ...loadDictionaries(), segments: [segment] });
    const [best] = listedQuotes(answerQuestion(library, "龙井茶出产在哪里?", { limit: 1 }));
    expect([best?.article, best?.shown.map(({ text }) => text)]).toEqual(["tea", ["龙井茶出产在杭州。"]]);
  });

  test("indexes what changed alone, and removes what is gone", async () => {
    const place = indexed();
    expect((await open(place)).report).toMatchObject({ added: 0, removed: 0 });
    place.write("tea.txt", "龙井茶出产在杭州西湖。");
    place.write("coffee.json", '{"title":"Coffee"}');
    rmSync(path.join(place.folder, "ferry.md"));
    place.write("zoo.txt", "The zoo opens at ten.");
    const { articles, report } = await open(place);
    expect(report).toMatchObject({ added: 3, removed: 3 });
    expect(articles.map(({ id, title }) => [id, title])).toEqual([
      ["coffee", "Coffee"],
      ["tea", "tea"],
      ["zoo", "zoo"],
    ]);
    expect(articles[1]?.text).toBe("龙井茶出产在杭州西湖。");
    renameSync(path.join(place.folder, "zoo.txt"), path.join(place.folder, "animals.txt"));
    expect((await open(place)).articles.map(({ id }) => id)).toEqual(["animals", "coffee", "tea"]);
  });

  test("leaves what is gone where a bot may still ask it, and does not give it", async () => {
    const place = indexed();
    const bot = await open(place);
    rmSync(path.join(place.folder, "ferry.md"));
    const { articles, segment } = await open(place, { removes: false });
    expect(articles.map(({ id }) => id)).toEqual(["coffee", "tea"]);
    expect(segment.articles.length).toBe(3);
    expect(bot.articles[1]?.text).toBe(texts["ferry.md"]);
  });

  test.for<{ readonly what: string; readonly damage: (file: string) => void }>([
    { what: "was cut off", damage: (file) => truncateSync(file, 5000) },
    { what: "is none of SQLite's", damage: (file) => writeFileSync(file, "no database\n".repeat(1000)) },
    { what: "lacks its tables", damage: (file) => alter(file, "drop table vocabulary") },
    { what: "is of another layout", damage: (file) => alter(file, "pragma user_version = 99") },
    { what: "lacks a fact", damage: (file) => alter(file, "delete from facts where name = 'places'") },
    { what: "holds other bytes", damage: (file) => alter(file, "update vocabulary set counts = x'0102030405'") },
  ])("makes a file anew that $what", async ({ damage }) => {
    const place = indexed();
    damage(place.file);
    const reasons: string[] = [];
    const { articles } = await open(place, { onReplaced: (reason) => reasons.push(reason) });
    expect(articles.map(({ text }) => text)).toEqual(Object.values(texts));
    expect(reasons.length).toBe(1);
  });

  test("makes a file anew that was made with other code or tables", async () => {
    const { report } = await open(indexed(), { fingerprint: "later" });
    expect(report).toMatchObject({ added: 3, removed: 0 });
  });

  test("leaves another program's database alone", async () => {
    const place = await folderOf(texts);
    mkdirSync(path.dirname(place.file), { recursive: true });
    alter(place.file, "create table notes (text)");
    const before = readFileSync(place.file);
    await expect(open(place)).rejects.toThrow(/is a database of another program; move it away/u);
    expect(readFileSync(place.file)).toEqual(before);
  });

  test("says in one line where no file can be made", async () => {
    const place = await folderOf(texts);
    writeFileSync(path.dirname(place.file), "a file in the place of the folder");
    await expect(open(place)).rejects.toThrow(/cannot be written; YUANWEN_INDEXES names another folder/u);
  });

  test("goes on where it was called off", async () => {
    const place = await folderOf(many(300));
    const calledOff = new AbortController();
    const first = open(place, {
      signal: calledOff.signal,
      onProgress: (done) => (done > 0 ? calledOff.abort(new Error("called off")) : undefined),
    });
    await expect(first).rejects.toThrow("called off");
    const { articles } = await open(place);
    expect(articles.map(({ id }) => id)).toEqual(Array.from({ length: 300 }, (_, at) => `a${1000 + at}`));
  });

  test("goes on where the process was killed, with nothing half there", async () => {
    // A batch is 500 articles.
    const place = await folderOf(many(505));
    const child = spawn(process.execPath, ["test/preparing/workers/index-folder.ts", place.folder, place.file], {
      env: { ...process.env, ...compileCache },
    });
    expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
    const { articles, segment, report } = await open(place);
    expect(report.added).toBe(5);
    expect(articles.map(({ id }) => id)).toEqual(Array.from({ length: 505 }, (_, at) => `a${1000 + at}`));
    expect([segment.passages, segment.places]).toEqual([1010, 1010]);
  });

  test("lets two open the same folder at the same time", async () => {
    const place = await folderOf(many(40));
    const both = await Promise.all([open(place), open(place)]);
    for (const { articles, segment } of both) {
      expect(articles.length).toBe(40);
      expect(segment.articles.length).toBe(40);
    }
  });

  test("names the article that cannot be read, and two that have the same id", async () => {
    await expect(open(await folderOf({ ...texts, "empty.txt": " " }))).rejects.toThrow(/^empty\.txt: /u);
    const twins = await folderOf({ ...texts, "zoo.txt": "A zoo.", "zoo.json": '{"id":"tea"}' });
    await expect(open(twins)).rejects.toThrow('zoo.txt: has the id "tea" of tea.txt; ids must differ');
    await expect(open(twins)).rejects.toThrow('zoo.txt: has the id "tea" of tea.txt; ids must differ');
  });
});

interface Place {
  readonly folder: string;
  readonly file: string;
  readonly write: (name: string, text: string) => void;
}

async function folderOf(files: Readonly<Record<string, string>>): Promise<Place> {
  const place = placeIn(newRoot());
  mkdirSync(place.folder);
  for (const [name, text] of Object.entries(files)) place.write(name, text);
  return place;
}

/** A folder of `texts` that is indexed already: a copy of one. */
function indexed(): Place {
  const root = newRoot();
  cpSync(indexedRoot, root, { recursive: true });
  return placeIn(root);
}

function newRoot(): string {
  const root = mkdtempSync(path.join(tmpdir(), "yuanwen-large-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

function placeIn(root: string): Place {
  const folder = path.join(root, "articles");
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  return { folder, file: path.join(root, "indexes", "everybody.db"), write };
}

async function openAt({ folder, file }: Place, options: Partial<OpenLargeOptions> = {}) {
  const budget = createMemoryBudget(1_000_000);
  const given = { file, fingerprint: "now", maximumBytes: 1_000_000, removes: true, threads: 1, budget, ...options };
  return openLarge({ kind: "folder", path: folder }, given);
}

/** Opens it until the test ends. */
async function open(place: Place, options?: Partial<OpenLargeOptions>) {
  const opened = await openAt(place, options);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) opened.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { ...opened, close };
}

function alter(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

function many(count: number): Readonly<Record<string, string>> {
  const names = Array.from({ length: count }, (_, at) => `a${1000 + at}.txt`);
  return Object.fromEntries(names.map((name, at) => [name, `第${at}号茶出产在杭州。\n\n它的价格是${at}元。`]));
}
