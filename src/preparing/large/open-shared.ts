import { StoreError } from "../../community/store-error.ts";
import { openPostgresIndexes } from "../../indexes/postgres/open-postgres-indexes.ts";
import { UnusableIndex } from "../../indexes/unusable-index.ts";
import type { Observe } from "../../observer.ts";
import type { MemoryBudget } from "../../search/memory-budget.ts";
import { explainStoreError } from "../../store/explain-store-error.ts";
import type { LargeLibrary } from "./open-large.ts";
import { type LargeSource, type SharedPlace, updateIndex, type UpdateOptions } from "./update-index.ts";

/** The name of everybody's library. */
export const EVERYBODY = "everybody";

export interface OpenSharedOptions extends UpdateOptions {
  readonly into: SharedPlace;
  /** Of what is opened and looked at. */
  readonly budget: MemoryBudget;
  /** Hears whether postings that are asked for are kept. */
  readonly observe?: Observe | undefined;
}

/**
 * Opens a large library on a PostgreSQL server: what changed since is indexed first.
 *
 * @throws ArticleError when an article cannot be read; UnusableIndex when the server cannot be used; the signal's reason when it is
 * called off.
 */
export async function openShared(source: LargeSource, options: OpenSharedOptions): Promise<LargeLibrary> {
  const { budget, observe, ...updating } = options;
  const { into, fingerprint } = options;
  const report = await updateIndex(source, updating);
  const indexes = openPostgresIndexes({ ...into, fingerprint, budget, observe });
  const close = (): void => void indexes.close();
  try {
    const index = await indexes.open(into.name);
    const segment = await index.segment(new Set(report.keys));
    const articles = report.keys.flatMap((key) => index.articleOf(key) ?? []);
    if (articles.length === report.keys.length) return { articles, segment, report, close };
    throw new UnusableIndex("articles are lacking on the server or damaged; start again");
  } catch (error) {
    close();
    throw error instanceof StoreError ? new UnusableIndex(explainStoreError(error), { cause: error }) : error;
  }
}
