import { readFileSync } from "node:fs";
import { allSections } from "../../../src/article/article.ts";
import { ArticleError } from "../../../src/article/article-error.ts";
import { loadFormat } from "../../../src/article/formats/all.ts";
import { extractArticle } from "../../../src/article/parse-article.ts";

/** Reads one file, whose path and name are on the command line, in a process of its own; prints what it took as JSON. */
const [path = "", name = ""] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await measure())}\n`);

async function measure(): Promise<object> {
  const format = await loadFormat(name);
  const bytes = readFileSync(path);
  const [start, spent] = [performance.now(), process.cpuUsage()];
  const taken = (): object => {
    const { user, system } = process.cpuUsage(spent);
    const megabytes = process.resourceUsage().maxRSS / 1024;
    return { milliseconds: performance.now() - start, processor: (user + system) / 1000, megabytes };
  };
  try {
    const { sections } = await extractArticle({ name, bytes, format }, bytes.length * 4 + 1_000_000);
    const figures = taken();
    let sentences = 0;
    for (const { paragraphs } of allSections(sections)) {
      for (const paragraph of paragraphs) sentences += paragraph.sentences.length;
    }
    return { kind: "read", ...figures, sentences };
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    return { kind: "refused", ...taken(), reason: error.message };
  }
}
