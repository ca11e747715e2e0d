import type { Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Article } from "./article.ts";
import { ArticleError } from "./article-error.ts";
import { tooLarge } from "./decode-text.ts";
import { loadFormat } from "./formats/all.ts";
import { articleEndings, listEndings } from "./formats/endings.ts";
import { type ArticleFile, DEFAULT_MAXIMUM_BYTES, extractArticle } from "./parse-article.ts";
import { codeOf, readFile, readFileIfThere } from "./read-file.ts";

/** A file with all that stands beside it. */
export interface FoundFile extends Omit<ArticleFile, "format"> {
  /** Where it lies, as errors show it. */
  readonly place: string;
}

/** Makes an article of what was found; `maximumBytes` is what it may weigh. */
export type ExtractFound = (found: FoundFile, maximumBytes: number) => Promise<Article>;

/** Reads a file in the format that it has. */
export const extractFound: ExtractFound = async ({ place, ...file }, maximumBytes) =>
  extractArticle({ ...file, format: await loadFormat(place, file.bytes) }, maximumBytes);

/**
 * Reads one article with the metadata file and the synonym table beside it.
 *
 * @throws ArticleError when there is no such file or it cannot be read as an article.
 */
export async function readArticle(
  file: string,
  maximumBytes: number = DEFAULT_MAXIMUM_BYTES,
  extract: ExtractFound = extractFound,
): Promise<Article> {
  const facts = await describe(file);
  if (!facts.isFile()) throw new ArticleError(file, "is no file");
  if (facts.size > maximumBytes) throw new ArticleError(file, tooLarge(facts.size, maximumBytes));
  const bytes = await readFile(file, maximumBytes);
  const mostBeside = Math.max(maximumBytes, DEFAULT_MAXIMUM_BYTES);
  const beside = async (ending: string): Promise<string | undefined> =>
    (await readFileIfThere(file.replace(/\.[^./\\]+$/, ending), mostBeside))?.toString();
  const [metadata, synonyms] = [await beside(".json"), await beside(".synonyms.txt")];
  return await extract({ place: file, name: path.basename(file), bytes, metadata, synonyms }, maximumBytes);
}

export interface ReadingChoices {
  /** `file-name` sets the metadata's ids aside, where others speak of the articles by their files. */
  readonly idsFrom?: "metadata" | "file-name" | undefined;
  readonly extract?: ExtractFound | undefined;
}

/**
 * Reads every article of a folder, in the order of their names.
 *
 * @throws ArticleError when the folder is missing or holds no article, an article is bad, or two have the same id.
 */
export async function readArticles(
  folder: string,
  maximumBytes: number = DEFAULT_MAXIMUM_BYTES,
  { idsFrom = "metadata", extract }: ReadingChoices = {},
): Promise<Article[]> {
  if (!(await describe(folder)).isDirectory()) throw new ArticleError(folder, "is no folder");
  const names = (await listNames(folder)).filter((name) => articleEndings.includes(path.extname(name).toLowerCase()));
  // Such names are not for readers: `._tea.txt` of macOS, `.#tea.md` of editors, `~$tea.docx` of word processors.
  const articleNames = names
    .filter((name) => !/^(?:(?:readme)?\.|~\$)/i.test(name) && !name.endsWith(".synonyms.txt"))
    .toSorted();
  if (articleNames.length === 0) {
    throw new ArticleError(folder, `holds no article; expected files that end in ${listEndings()}`);
  }
  const articles: Article[] = [];
  const seen = new Map<string, string>();
  for (const name of articleNames) {
    const read = await readArticle(path.join(folder, name), maximumBytes, extract);
    const article = idsFrom === "metadata" ? read : { ...read, id: path.parse(name).name };
    const twin = seen.get(article.id);
    if (twin) throw new ArticleError(name, `has the id "${article.id}" of ${twin}; ids must differ`);
    seen.set(article.id, name);
    articles.push(article);
  }
  return articles;
}

async function describe(place: string): Promise<Stats> {
  return stat(place).catch((error: unknown) => {
    throw new ArticleError(place, `does not exist or cannot be read${codeOf(error)}`);
  });
}

async function listNames(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    throw new ArticleError(folder, `cannot be read${codeOf(error)}`);
  });
}
