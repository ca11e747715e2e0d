import type { Article } from "../../src/article/article.ts";
import type { Services } from "../../src/command.ts";

export interface FoundVersions {
  /** By id. */
  readonly current: ReadonlyMap<string, Article>;
  readonly old: ReadonlyMap<string, Article>;
}

/** Finds articles by the beginnings of their versions' hashes, in use or merely kept. */
export function findVersions({ library, findVersion }: Services, hashes: readonly string[]): FoundVersions {
  const [current, old] = [new Map<string, Article>(), new Map<string, Article>()];
  for (const hash of hashes) {
    const used = [...library.articles.values()].find(({ version }) => version.startsWith(hash));
    const kept = used ? undefined : findVersion?.(hash);
    if (used) current.set(used.id, used);
    else if (kept?.version.startsWith(hash)) old.set(kept.id, kept);
  }
  return { current, old };
}
