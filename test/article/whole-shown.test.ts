import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { shownParts } from "../../src/article/shown-parts.ts";
import { joinToSource } from "../../src/article/visible-text.ts";
import { wholeShown } from "../../src/article/whole-shown.ts";

test.for([
  { name: "data/articles/meta-gemini.txt" },
  { name: "test/articles/volunteer-handbook.md" },
  { name: "data/questions/articles/campsite-faq.md" },
])("$name: shows what all its parts show, and leads back to the same places", ({ name }) => {
  const format = name.endsWith(".md") ? markdown : undefined;
  const article = parseArticle({ name, bytes: readFileSync(name), ...(format && { format }) });
  const plain = joinToSource(shownParts(article, { start: 0, end: article.text.length }));
  const whole = wholeShown.now(article);
  expect(whole.text).toBe(plain.text);
  const offsets = Array.from(whole.text, (_, at) => at);
  expect(offsets.map(whole.toSource)).toEqual(offsets.map(plain.toSource));
});
