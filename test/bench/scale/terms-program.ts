import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { once } from "node:events";
import { loadAnalyse } from "../../../src/answer/create-library.ts";
import { listArticles } from "../../../src/article/read-articles.ts";
import { parseArticle } from "../../../src/article/parse-article.ts";
import { passagesOf } from "../../../src/search/passage.ts";
import { passageTerms } from "../../../src/search/passage-terms.ts";

/** Writes the terms of all passages of a folder's articles, a line of JSON for each passage: what bare engines are given. */
const [folder = "", file = ""] = process.argv.slice(2);
const analyse = loadAnalyse();
const output = createWriteStream(file);
for (const name of await listArticles(folder)) {
  const bytes = await readFile(path.join(folder, path.basename(name)));
  for (const passage of passagesOf(parseArticle({ name: "passages.txt", bytes }))) {
    const terms = passageTerms(passage, analyse).flat();
    const counted = terms.filter(({ kind }) => kind !== "character").map(({ text }) => text);
    if (!output.write(`${JSON.stringify(counted)}\n`)) await once(output, "drain");
  }
}
output.end();
await once(output, "close");
