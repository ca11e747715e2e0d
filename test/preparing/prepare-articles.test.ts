import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import { loadDictionaries } from "../../src/answer/create-library.ts";
import { libraryOf } from "../support/library-of.ts";
import { summarise } from "../../src/answer/summarise.ts";
import { ArticleError } from "../../src/article/article-error.ts";
import { readArticle, readArticles } from "../../src/article/read-articles.ts";
import { prepareArticles } from "../../src/preparing/prepare-articles.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { createLibrary } from "../../src/search/library.ts";

const dictionaries = loadDictionaries();
const { analyse } = dictionaries;
const maximumBytes = 5_000_000;
/** Makes even a short article be read in a thread of its own. */
const file = new URL("../../src/preparing/prepare-worker.ts", import.meta.url);
const handbook = "test/articles/volunteer-handbook.md";

function worker(name: string): URL {
  return new URL(`workers/${name}.ts`, import.meta.url);
}

/** How many threads the process has beside this one, as Node's own report tells. */
function countThreads(): number {
  const { workers } = process.report.getReport() as { readonly workers: readonly unknown[] };
  return workers.length;
}

test.for([
  {
    name: "a plain text",
    article: "data/articles/meta-gemini.txt",
    questions: ["谷歌涨了多少?", "Who bought Scale AI?"],
  },
  { name: "a Markdown file", article: handbook, questions: ["When are shifts swapped?", "什么时候可以换班?"] },
])("gives the same article and answers as in this thread: $name", async ({ article: place, questions }) => {
  const source = { kind: "file", path: place } as const;
  const { articles, indexed } = await prepareArticles(source, { maximumBytes, analyse, file });
  const expected = await readArticle(place);
  expect(articles).toEqual([expected]);
  const library = createLibrary(articles, { ...dictionaries, indexed });
  const here = libraryOf([expected]);
  for (const question of questions) {
    expect(answerQuestion(library, question, { limit: 3 })).toEqual(answerQuestion(here, question, { limit: 3 }));
  }
  expect(summarise(library, expected.id)).toEqual(summarise(here, expected.id));
});

test.for([
  { name: "of its own", file },
  { name: "that is this one", file: undefined },
])("gives the same answers from a folder in a thread $name, of all articles and of each", async ({ file: own }) => {
  const source = { kind: "folder", path: "test/articles" } as const;
  const { articles, indexed } = await prepareArticles(source, { maximumBytes, analyse, file: own });
  expect(articles).toEqual(await readArticles("test/articles"));
  const library = createLibrary(articles, { ...dictionaries, indexed });
  const here = libraryOf(await readArticles("test/articles"));
  for (const article of [undefined, ...articles.map(({ id }) => id)]) {
    for (const question of ["When does the night market open?", "志愿者可以换班吗?"]) {
      const options = { article, limit: 5, fill: true };
      expect(answerQuestion(library, question, options)).toEqual(answerQuestion(here, question, options));
    }
  }
});

test("tells how far it is", async () => {
  const told: number[] = [];
  await prepareArticles(
    { kind: "bytes", name: "tea.txt", bytes: Buffer.from("茶。\n\n".repeat(300)), id: "tea" },
    { maximumBytes, analyse, file, onProgress: (done) => void told.push(done) },
  );
  expect(told).toEqual([0, 128, 256, 300]);
});

test("copies a long article in pieces that are put together again", async () => {
  const bytes = Buffer.from(
    `# Title\n\n${"One sentence. ".repeat(600)}\n\n## A\n\n${"- Item.\n\n![x](y)\n\n### B\n\nText.\n\n".repeat(150)}`,
  );
  const source = { kind: "bytes", name: "long.md", bytes, id: "long" } as const;
  const { articles, indexed } = await prepareArticles(source, { maximumBytes, analyse, file });
  const place = path.join(await mkdtemp(path.join(tmpdir(), "yuanwen-")), "long.md");
  await writeFile(place, bytes);
  const expected = await readArticle(place);
  expect(articles).toEqual([expected]);
  const index = createLibrary(articles, { ...dictionaries, indexed }).index();
  const passages = articles.flatMap((article) => index.passagesOf(article));
  expect(passages.every(({ article }) => article === articles[0])).toBe(true);
  const outline = passagesOf(expected).map(({ paragraph, sections, firstSentence }) => [
    paragraph,
    sections.length,
    firstSentence,
  ]);
  expect(passages.map((one) => [one.paragraph, one.sections.length, one.firstSentence])).toEqual(outline);
});

test.for([
  { name: "a file that is missing", path: "test/articles/none.txt", problem: /none\.txt: does not exist/ },
  { name: "a folder as a file", path: "test/articles", problem: /articles: is no file$/ },
])("says what is wrong with $name", async ({ path: place, problem }) => {
  const reading = prepareArticles({ kind: "file", path: place }, { maximumBytes, analyse, file });
  await expect(reading).rejects.toThrow(ArticleError);
  await expect(reading).rejects.toThrow(problem);
});

test.for([
  { name: "too long", thread: "endless", problem: "tea.txt: took longer than 1 seconds to read" },
  { name: "too much memory", thread: "hungry", problem: "tea.txt: needs more than 64 MB of memory to read" },
  { name: "its own end", thread: "leaving", problem: "tea.txt: ended the thread that read it (exit code 3)" },
])("refuses what takes $name, and goes on", async ({ thread, problem }) => {
  const limits = { seconds: thread === "endless" ? 1 : 600, megabytes: 64 };
  const source = { kind: "bytes", name: "tea.txt", bytes: Buffer.from("茶。"), id: "tea" } as const;
  const reading = prepareArticles(source, { maximumBytes, analyse, file: worker(thread), limits });
  await expect(reading).rejects.toThrow(ArticleError);
  await expect(reading).rejects.toThrow(problem);
  await expect.poll(countThreads).toBe(0);
});

test("passes a fault on as what it is", async () => {
  const source = { kind: "bytes", name: "tea.txt", bytes: Buffer.from("茶。"), id: "tea" } as const;
  const reading = prepareArticles(source, { maximumBytes, analyse, file: worker("faulty") });
  await expect(reading).rejects.toThrow(RangeError);
});

test("ends the thread when it is called off", async () => {
  const leaving = new AbortController();
  const source = { kind: "bytes", name: "tea.txt", bytes: Buffer.from("茶。"), id: "tea" } as const;
  const { signal } = leaving;
  const reading = prepareArticles(source, { maximumBytes, analyse, file: worker("endless"), signal });
  await expect.poll(countThreads).toBe(1);
  leaving.abort(new Error("called off"));
  await expect(reading).rejects.toThrow("called off");
  await expect.poll(countThreads).toBe(0);
});
