import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Article } from "./article.ts";
import { ArticleError } from "./article-error.ts";
import { formats } from "./formats/all.ts";
import { DEFAULT_MAXIMUM_BYTES, parseArticle } from "./parse-article.ts";

/**
 * Reads one article with the metadata file and the synonym table beside it.
 *
 * @throws ArticleError when there is no such file or it cannot be read as an article.
 */
export async function readArticle(file: string, maximumBytes: number = DEFAULT_MAXIMUM_BYTES): Promise<Article> {
  const { size } = await describe(file);
  if (size > maximumBytes)
    throw new ArticleError(file, `is too large: ${size} bytes, at most ${maximumBytes} are read`);
  const bytes = await readFile(file);
  const beside = (ending: string): Promise<string | undefined> =>
    readFile(file.replace(/\.[^./\\]+$/, ending), "utf8").catch(() => undefined);
  const [metadata, synonyms] = [await beside(".json"), await beside(".synonyms.txt")];
  return parseArticle({ name: path.basename(file), bytes, metadata, synonyms }, maximumBytes);
}

/**
 * Reads every article of a folder, in the order of their names.
 *
 * @param idsFrom `file-name` sets the metadata's ids aside, where others speak of the articles by their files.
 *
 * @throws ArticleError when the folder is missing or holds no article, an article is bad, or two have the same id.
 */
export async function readArticles(
  folder: string,
  maximumBytes: number = DEFAULT_MAXIMUM_BYTES,
  idsFrom: "metadata" | "file-name" = "metadata",
): Promise<Article[]> {
  await describe(folder);
  const endings = formats.flatMap(({ extensions }) => extensions);
  const names = (await readdir(folder)).filter((name) => endings.includes(path.extname(name).toLowerCase()));
  const articleNames = names.filter((name) => !/^readme\./i.test(name) && !/\.synonyms\.txt$/.test(name)).toSorted();
  if (articleNames.length === 0) {
    throw new ArticleError(folder, `holds no article; expected files that end in ${endings.join(", ")}`);
  }
  const articles: Article[] = [];
  const seen = new Map<string, string>();
  for (const name of articleNames) {
    const read = await readArticle(path.join(folder, name), maximumBytes);
    const article = idsFrom === "metadata" ? read : { ...read, id: path.parse(name).name };
    const twin = seen.get(article.id);
    if (twin) throw new ArticleError(name, `has the id "${article.id}" of ${twin}; ids must differ`);
    seen.set(article.id, name);
    articles.push(article);
  }
  return articles;
}

async function describe(place: string): Promise<{ readonly size: number }> {
  try {
    return await stat(place);
  } catch {
    throw new ArticleError(place, "does not exist or cannot be read");
  }
}
