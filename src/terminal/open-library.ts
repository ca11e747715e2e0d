import path from "node:path";
import { loadDictionaries } from "../answer/create-library.ts";
import type { Config } from "../config.ts";
import { largeOptionsOf } from "../preparing/large-options.ts";
import { prepareArticles, type PrepareOptions } from "../preparing/prepare-articles.ts";
import { type Chosen, prepareFolder } from "../preparing/prepare-folder.ts";
import type { Prepared } from "../preparing/prepared.ts";
import { createLibrary, type Library } from "../search/library.ts";
import { safeForTerminal } from "./safe-for-terminal.ts";
import { showIndexing } from "./show-indexing.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Opens one article's file, or the configured folder of articles, and indexes it; Ctrl+C is heard meanwhile.
 *
 * @throws ArticleError when a file cannot be read as an article.
 */
export async function openLibrary(file: string | undefined, config: Config, terminal: Terminal): Promise<Library> {
  const dictionaries = loadDictionaries();
  const { onProgress, stop } = showIndexing(terminal);
  const reading = { maximumBytes: config.articles.maxBytes, analyse: dictionaries.analyse, onProgress };
  try {
    const { articles, indexed } =
      file === undefined
        ? await prepareConfigured(config, terminal, reading)
        : await prepareArticles({ kind: "file", path: path.resolve(terminal.directory, file) }, reading);
    return createLibrary(articles, { ...dictionaries, indexed });
  } finally {
    stop();
  }
}

/** Opens everybody's articles; where a bot may run beside, nothing of theirs is taken away. */
export async function prepareConfigured(
  config: Config,
  { directory, errors }: Pick<Terminal, "directory" | "errors">,
  reading: PrepareOptions,
): Promise<Prepared> {
  const indexes = { directory: path.resolve(directory, config.indexes.directory) };
  const onChosen = ({ problem }: Chosen): void => {
    if (problem !== undefined) errors.write(safeForTerminal(`The articles are asked from memory: ${problem}\n`));
  };
  const large = largeOptionsOf({ ...config, indexes }, { removes: false, onChosen });
  return prepareFolder(path.resolve(directory, config.articles.directory), { ...reading, large });
}
