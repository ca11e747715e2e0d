import type { KeptIndexes } from "../indexes/kept/kept-indexes.ts";
import type { IndexProgress } from "../search/build-index-data.ts";
import { passagesOf } from "../search/passage.ts";
import type { Analyse } from "../text/terms.ts";
import { type ArticleSource, holdsText, measureSource } from "./article-source.ts";
import { indexArticles } from "./index-articles.ts";
import type { Prepared } from "./prepared.ts";
import { readKnowing } from "./read-knowing.ts";
import { type Limits, runInWorker } from "./run-in-worker.ts";

export interface PrepareOptions {
  readonly maximumBytes: number;
  /** Of this thread, for what is not worth another. */
  readonly analyse: Analyse;
  /** Hears how far the index is. */
  readonly onProgress?: IndexProgress | undefined;
  /** Calls it off: nothing of it goes on. */
  readonly signal?: AbortSignal | undefined;
  /** What was read and indexed before; absent means that nothing is known. */
  readonly kept?: KeptIndexes | undefined;
  readonly limits?: Limits | undefined;
  /** The file that a worker thread runs. */
  readonly file?: URL | undefined;
}

/** So much text is read and indexed in a quarter of a second, sooner than a thread has loaded its dictionaries. */
const mostBytesHere = 50_000;

/**
 * Reads and indexes articles while everything else goes on: in a thread of its own, unless they are short.
 *
 * @throws ArticleError when one cannot be read, or not within the limits; the signal's reason when it is called off.
 */
export async function prepareArticles(source: ArticleSource, options: PrepareOptions): Promise<Prepared> {
  const { maximumBytes, analyse, onProgress, signal, kept } = options;
  const bytes = await measureSource(source);
  const isShort = options.file === undefined && bytes <= mostBytesHere && (await holdsText(source));
  signal?.throwIfAborted();
  if (!isShort) {
    return runInWorker(source, { ...options, limits: options.limits ?? limitsFor(bytes) });
  }
  // Files as short as this are read and indexed sooner than they are looked for; a server's articles may be many.
  const read = await readKnowing(source, { maximumBytes, kept: source.kind === "packed" ? kept : undefined });
  signal?.throwIfAborted();
  const { articles } = read;
  const { own, whole } = indexArticles(read, () => analyse, onProgress);
  const indexed = articles.flatMap((article, place) => {
    const data = own[place];
    return data ? [[article, { passages: passagesOf(article), data }] as const] : [];
  });
  return { articles, indexed: { articles: new Map(indexed), ...(whole && { whole: { data: whole } }) } };
}

/** Several times what ordinary files of such a size take on a slow machine. */
function limitsFor(bytes: number): Limits {
  const megabytes = Math.ceil(bytes / 1_000_000);
  return { seconds: 60 + 60 * megabytes, megabytes: 512 + 96 * megabytes };
}
