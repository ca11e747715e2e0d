import type { Article } from "../../article/article.ts";
import { removeIndexFile } from "../../indexes/fts5/index-file.ts";
import { openIndex } from "../../indexes/fts5/open-index.ts";
import type { Observe } from "../../observer.ts";
import type { MemoryBudget } from "../../search/memory-budget.ts";
import type { Segment } from "../../search/segment.ts";
import { UnusableIndex } from "../../indexes/unusable-index.ts";
import type { IndexReport } from "./index-pieces.ts";
import { type LargeSource, updateIndex, type UpdateOptions } from "./update-index.ts";

/** A library whose passages lie in a file. */
export interface LargeLibrary {
  /** In the order of what they are made of. */
  readonly articles: readonly Article[];
  readonly segment: Segment;
  readonly report: IndexReport;
  close(): void;
}

export interface OpenLargeOptions extends Omit<UpdateOptions, "into"> {
  readonly file: string;
  /** Of what is opened and looked at. */
  readonly budget: MemoryBudget;
  /** Hears whether postings that are read are kept. */
  readonly observe?: Observe | undefined;
}

/**
 * Opens a large library: what changed since is indexed first.
 *
 * @throws ArticleError when an article cannot be read; UnusableIndex when the file cannot be used; the signal's reason when it is
 * called off.
 */
export async function openLarge(source: LargeSource, options: OpenLargeOptions): Promise<LargeLibrary> {
  try {
    return await openOnce(source, options);
  } catch (error) {
    if (!(error instanceof UnusableIndex && error.isDamaged)) throw error;
    removeIndexFile(options.file);
    options.onReplaced?.(error.message);
    return openOnce(source, options);
  }
}

async function openOnce(source: LargeSource, options: OpenLargeOptions): Promise<LargeLibrary> {
  const { budget, file, observe, ...updating } = options;
  const { fingerprint } = options;
  const report = await updateIndex(source, { ...updating, into: file });
  const opened = openIndex({ file, fingerprint, budget, observe });
  if (!opened) throw new UnusableIndex(`${file} was damaged`, { isDamaged: true });
  const articles = report.keys.flatMap((key) => opened.articles.get(key) ?? []);
  if (articles.length === report.keys.length) {
    return { articles, segment: opened.segment, report, close: () => opened.close() };
  }
  opened.close();
  throw new UnusableIndex(`${file} was changed by another process while it was opened; start again`);
}
