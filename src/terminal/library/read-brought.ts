import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Dictionaries, loadDictionaries } from "../../answer/create-library.ts";
import { rememberSuggestions } from "../../answer/remember-suggestions.ts";
import { cleanName } from "../../article/name-file.ts";
import type { Article } from "../../article/article.ts";
import { readArticles } from "../../article/read-articles.ts";
import { applyRecord } from "../../community/pack-article.ts";
import { prepareConfigured } from "../open-library.ts";
import { createPause } from "../../pause.ts";
import { measureSource } from "../../preparing/article-source.ts";
import { largeOptionsOf } from "../../preparing/large-options.ts";
import { createFileReader } from "../../preparing/read-for-guild.ts";
import { type ArticlePreview, previewOf } from "../../render/preview-of.ts";
import { createLibrary } from "../../search/library.ts";
import { named } from "../named.ts";
import { showIndexing } from "../show-indexing.ts";
import { UsageError } from "../terminal.ts";
import type { LibraryTools } from "./open-terminal-guild.ts";
import type { Brought } from "./plan-bring.ts";

/** What is said of an article in place of what is read from its file. */
export interface GivenFacts {
  readonly title?: string | undefined;
  readonly language?: "zh" | "en" | undefined;
  readonly source?: string | undefined;
}

export interface ReadBrought {
  readonly brought: Brought;
  readonly preview: ArticlePreview;
}

export interface Bringing extends GivenFacts {
  readonly file: string;
  readonly replaces: boolean;
  /** Makes the article's id of its file's name. */
  readonly idFor: (name: string) => string;
}

/**
 * Reads a file as an article of the server's own and tells what it holds.
 *
 * @throws ArticleError where it cannot be read as an article; UsageError where there is no such file.
 */
export async function readBrought(
  { file, replaces, idFor, title, language, source }: Bringing,
  tools: LibraryTools,
): Promise<ReadBrought> {
  const { config, terminal } = tools;
  const dictionaries = loadDictionaries();
  const bytes = await named(file, () => readFile(path.resolve(terminal.directory, file)));
  const name = cleanName(file);
  const read = createFileReader({ maximumBytes: config.articles.maxBytes, analyse: dictionaries.analyse });
  const { onProgress, stop } = showIndexing(terminal);
  try {
    const article = await read({ name, bytes, id: idFor(name), language }, { onProgress });
    const brought = { article, file: name, bytes, replaces, title, language, source };
    return { brought, preview: await preview(applyRecord(article, article.id, brought), dictionaries) };
  } finally {
    stop();
  }
}

async function preview(article: Article, dictionaries: Dictionaries): Promise<ArticlePreview> {
  const library = createLibrary([article], dictionaries);
  const suggestions = rememberSuggestions(createPause());
  await suggestions.prepare(library, article.id);
  return previewOf(
    article,
    (suggestions.suggest(library, article.id) ?? []).map(({ question }) => question),
  );
}

/** The ids that articles of everybody's have, which no server's own can have. */
export async function readSharedIds({ config, terminal }: LibraryTools): Promise<ReadonlySet<string>> {
  const { directory, maxBytes } = config.articles;
  const folder = path.resolve(terminal.directory, directory);
  const isSmall = largeOptionsOf(config, { removes: false }).fits(
    await measureSource({ kind: "folder", path: folder }),
  );
  // Those of many articles are known to their index; of few it takes longer to make one.
  const reading = { maximumBytes: maxBytes, analyse: loadDictionaries().analyse };
  const articles = isSmall
    ? await readArticles(folder, maxBytes)
    : (await prepareConfigured(config, terminal, reading)).articles;
  return new Set(articles.map(({ id }) => id));
}

const longestId = 60;

/**
 * Takes an id as it was typed.
 *
 * @throws UsageError where it can be none.
 */
export function checkId(id: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id) && id.length <= longestId) return id;
  throw new UsageError(`"${id}" can be no id: letters, digits, dots, dashes and underscores, ${longestId} at most.`);
}
