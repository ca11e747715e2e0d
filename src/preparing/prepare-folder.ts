import path from "node:path";
import { fingerprint } from "../indexes/fingerprint.ts";
import { UnusableIndex } from "../indexes/unusable-index.ts";
import type { Observe } from "../observer.ts";
import type { MemoryBudget } from "../search/memory-budget.ts";
import { type ArticleSource, measureSource } from "./article-source.ts";
import { openLarge } from "./large/open-large.ts";
import { EVERYBODY, openShared } from "./large/open-shared.ts";
import type { SharedPlace } from "./large/update-index.ts";
import { prepareArticles, type PrepareOptions } from "./prepare-articles.ts";
import type { Prepared } from "./prepared.ts";

/** How articles are asked that have more text than memory is given for. */
export interface LargeOptions {
  /** The folder of indexes. */
  readonly directory: string;
  /** A PostgreSQL server that takes the folder's place, and the schema of its tables where that is not the usual one. */
  readonly server?: Omit<SharedPlace, "name"> | undefined;
  readonly budget: MemoryBudget;
  /** Hears whether postings that are looked at are kept. */
  readonly observe?: Observe | undefined;
  /** Whether files of so many bytes are asked from memory. */
  readonly fits: (bytes: number) => boolean;
  /** Whether what the folder no longer has is removed from its index: not by who only looks in while a bot may run. */
  readonly removes: boolean;
  /** Hears where the articles are asked from, and why. */
  readonly onChosen?: ((chosen: Chosen) => void) | undefined;
}

export interface Chosen {
  readonly kind: "memory" | "file" | "server";
  /** Of all files together. */
  readonly bytes: number;
  /** The index, where one is used. */
  readonly file?: string | undefined;
  /** Why the index was made anew, or is not used. */
  readonly problem?: string | undefined;
}

export interface PrepareFolderOptions extends PrepareOptions {
  readonly large: LargeOptions;
}

/** So many bytes of files are asked from memory where no file can be written; more would take several GB. */
const MOST_WITHOUT_FILE = 20_000_000;

/**
 * Prepares everybody's articles: in memory, or where they are too large for it from a file.
 *
 * @throws ArticleError when an article cannot be read; UnusableIndex when the file cannot be used and there are too many for memory;
 * the signal's reason when it is called off.
 */
export async function prepareFolder(folder: string, options: PrepareFolderOptions): Promise<Prepared> {
  const { fits, onChosen } = options.large;
  const source: ArticleSource = { kind: "folder", path: folder };
  const bytes = await measureSource(source);
  const chosen = (more: Omit<Chosen, "bytes">): void => onChosen?.({ ...more, bytes });
  if (fits(bytes)) {
    chosen({ kind: "memory" });
    return prepareArticles(source, options);
  }
  try {
    const { server } = options.large;
    if (!server) return await prepareInFile(folder, options, chosen);
    return await prepareOnServer(folder, server, { ...options, chosen });
  } catch (error) {
    if (!(error instanceof UnusableIndex) || bytes > MOST_WITHOUT_FILE) throw error;
    chosen({ kind: "memory", problem: error.message });
    return prepareArticles(source, options);
  }
}

async function prepareInFile(
  folder: string,
  { large, maximumBytes, onProgress, signal }: PrepareFolderOptions,
  chosen: (more: Omit<Chosen, "bytes">) => void,
): Promise<Prepared> {
  const { directory, budget, removes, observe } = large;
  const file = path.join(directory, "everybody.db");
  let problem: string | undefined;
  const onReplaced = (reason: string): void => void (problem = reason);
  const library = await openLarge(
    { kind: "folder", path: folder },
    { file, fingerprint: fingerprint(), maximumBytes, removes, budget, observe, onProgress, signal, onReplaced },
  );
  chosen({ kind: "file", file, problem });
  const { articles, segment } = library;
  return { articles, indexed: { articles: new Map(), segments: [segment] }, close: () => library.close() };
}

interface OnServer extends PrepareFolderOptions {
  readonly chosen: (more: Omit<Chosen, "bytes">) => void;
}

async function prepareOnServer(
  folder: string,
  server: Omit<SharedPlace, "name">,
  { large: { budget, removes, observe }, chosen, maximumBytes, onProgress, signal }: OnServer,
): Promise<Prepared> {
  const into = { ...server, name: EVERYBODY };
  const given = { into, fingerprint: fingerprint(), maximumBytes, removes, budget, observe, onProgress, signal };
  const library = await openShared({ kind: "folder", path: folder }, given);
  chosen({ kind: "server" });
  const { articles, segment } = library;
  return { articles, indexed: { articles: new Map(), segments: [segment] }, close: () => library.close() };
}
