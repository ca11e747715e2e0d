import { readFileSync } from "node:fs";
import { allSections } from "../../../src/article/article.ts";
import { ArticleError } from "../../../src/article/article-error.ts";
import { loadFormat } from "../../../src/article/formats/all.ts";
import { extractArticle } from "../../../src/article/parse-article.ts";

/** Reads one file, whose path and name are on the command line, in a process of its own; prints what it took as JSON. */
const [path = "", name = ""] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await measure())}\n`);

async function measure(): Promise<object> {
  const format = await loadFormat(name).catch(() => undefined);
  if (!format) return { kind: "unknown" };
  const bytes = readFileSync(path);
  const start = performance.now();
  try {
    const { sections } = await extractArticle({ name, bytes, format }, bytes.length * 4 + 1_000_000);
    const taken = { milliseconds: performance.now() - start, megabytes: process.resourceUsage().maxRSS / 1024 };
    let sentences = 0;
    for (const { paragraphs } of allSections(sections)) {
      for (const paragraph of paragraphs) sentences += paragraph.sentences.length;
    }
    return { kind: "read", ...taken, sentences };
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    const taken = { milliseconds: performance.now() - start, megabytes: process.resourceUsage().maxRSS / 1024 };
    return { kind: "refused", ...taken, reason: error.message };
  }
}
