import { expect, test } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { createVocabulary } from "../../src/search/vocabulary.ts";

const text = "标题\n\nMeta把Gemini用于广告。\n\nGoogle同意了, google很高兴。\n";
const article = parseArticle({ name: "a.txt", bytes: new TextEncoder().encode(text) });

test("knows the languages and the Latin words of its passages", () => {
  const vocabulary = createVocabulary(passagesOf(article), (term) => term === "广告");
  expect(vocabulary.languages).toEqual(new Set(["zh"]));
  expect([...vocabulary.latinWords()]).toEqual(["meta", "gemini", "google"]);
  expect(["广告", "手艺"].map((term) => vocabulary.has(term))).toEqual([true, false]);
});
