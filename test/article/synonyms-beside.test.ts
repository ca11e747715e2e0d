import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { ArticleError } from "../../src/article/article-error.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { readArticle } from "../../src/article/read-articles.ts";

const bytes = new TextEncoder().encode("一个标题\n\n手艺很重要。\n");

test("keeps the rules of the table beside an article", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "yuanwen-"));
  await writeFile(path.join(folder, "craft.txt"), bytes);
  await writeFile(path.join(folder, "craft.synonyms.txt"), "# 注\n技术 => 手艺\n");
  const article = await readArticle(path.join(folder, "craft.txt"));
  expect(article.synonyms).toEqual([{ asked: ["技术"], found: ["手艺"], mutual: false }]);
});

test("has no rules where no table stands beside it", () => {
  expect(parseArticle({ name: "craft.txt", bytes })).not.toHaveProperty("synonyms");
});

const readWrongTable = (): unknown => parseArticle({ name: "craft.txt", bytes, synonyms: "\n技术\n" });

test("names the table and the line that is no rule", () => {
  expect(readWrongTable).toThrow(ArticleError);
  expect(readWrongTable).toThrow('craft.synonyms.txt: line 2: "技术" stands alone; expected "a, b" or "a => b"');
});
