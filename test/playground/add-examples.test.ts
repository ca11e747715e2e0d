import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { addExamples, joinPrepared } from "../../src/playground/add-examples.ts";
import { createLibrary } from "../../src/search/library.ts";
import { loadDictionaries } from "../../src/answer/create-library.ts";
import { prepareArticles } from "../../src/preparing/prepare-articles.ts";

const dictionaries = loadDictionaries();
const options = { maximumBytes: 1_000_000, analyse: dictionaries.analyse };
const folder = (name: string) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));

test("adds an English article behind the default ones", async () => {
  const configured = await prepareArticles({ kind: "folder", path: folder("articles") }, options);
  const { articles, indexed } = await addExamples(configured, { ...options, directory: folder("articles") });
  expect(articles.slice(0, configured.articles.length)).toEqual(configured.articles);
  expect(articles.at(-1)).toMatchObject({ id: "tool-library", language: "en" });
  const library = createLibrary(articles, { ...dictionaries, indexed });
  const found = articles.map(
    ({ id }) =>
      library.index(id).search(
        dictionaries.analyse("ladder").terms.map(({ text }) => ({ text, weight: 1 })),
        1,
      ).length > 0,
  );
  expect(found).toEqual(articles.map(({ id }) => id === "tool-library"));
});

test("adds nothing to articles of one's own", async () => {
  const own = await prepareArticles({ kind: "folder", path: folder("examples") }, options);
  expect(await addExamples(own, { ...options, directory: folder("examples") })).toBe(own);
});

test("keeps of two articles with the same id the first", async () => {
  const one = await prepareArticles({ kind: "folder", path: folder("examples") }, options);
  const joined = joinPrepared(one, { ...one, articles: one.articles.map((each) => ({ ...each, title: "Other" })) });
  expect(joined.articles).toEqual(one.articles);
});
