import type { Article } from "../../src/article/article.ts";
import { readKept, type Services } from "../../src/services.ts";

export interface FoundVersions {
  /** By id. */
  readonly current: ReadonlyMap<string, Article>;
  readonly old: ReadonlyMap<string, Article>;
}

/**
 * Finds articles by the beginnings of their versions' hashes, in use or merely kept.
 *
 * @throws StoreError where one is no longer in use and the store cannot be read.
 */
export async function findVersions(services: Services, hashes: readonly string[]): Promise<FoundVersions> {
  const [current, old] = [new Map<string, Article>(), new Map<string, Article>()];
  for (const hash of hashes) {
    const used = services.library.articles.values().find(({ version }) => version.startsWith(hash));
    const kept = used ? undefined : await findKept(services, hash);
    if (used) current.set(used.id, used);
    else if (kept?.version.startsWith(hash)) old.set(kept.id, kept);
  }
  return { current, old };
}

/** Of articles that there are only those that are asked where somebody looks: nothing shows more of them. */
async function findKept(services: Services, hash: string): Promise<Article | undefined> {
  const { library, guild, sharedIds } = services;
  const kept = await readKept(services, hash);
  const isThere = kept && (guild?.state.article.has(kept.id) === true || sharedIds?.has(kept.id) === true);
  return isThere && !library.articles.has(kept.id) ? undefined : kept;
}
