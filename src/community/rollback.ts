import type { Article } from "../article/article.ts";
import { carryOverTaught } from "./carry-over.ts";
import type { Plan } from "./change.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";
import type { ArticleRecord, VersionRecord } from "./records.ts";

export type RollbackRefusal = "no-such-article" | "no-such-version" | "no-earlier-version" | "in-use";

export type Earlier =
  | { readonly kind: "version"; readonly version: VersionRecord }
  | { readonly kind: "refused"; readonly refusal: RollbackRefusal };

/**
 * Finds the version that an article is to go back to.
 *
 * @param hash its beginning; absent means the one before the one in use.
 */
export function findEarlier(record: ArticleRecord | undefined, hash?: string): Earlier {
  if (!record) return { kind: "refused", refusal: "no-such-article" };
  const inUse = record.versions.findIndex(({ version }) => version === record.active);
  const version =
    hash === undefined ? record.versions[inUse - 1] : record.versions.find((each) => each.version.startsWith(hash));
  if (!version) return { kind: "refused", refusal: hash === undefined ? "no-earlier-version" : "no-such-version" };
  if (version.version === record.active) return { kind: "refused", refusal: "in-use" };
  return { kind: "version", version };
}

/** Puts another of its versions into use: the article as that has it. */
export function planRollback(state: GuildState, article: Article): Plan<RollbackRefusal> {
  const record = state.article.get(article.id);
  const found = findEarlier(record, article.version);
  if (found.kind === "refused" || !record) {
    return { kind: "refused", refusal: found.kind === "refused" ? found.refusal : "no-such-article" };
  }
  return {
    kind: "change",
    name: "article-rolled-back",
    subject: article.id,
    writes: [
      writeRecord(state, "article", { key: article.id, value: { ...record, active: article.version } }),
      ...carryOverTaught(state, article.id, article),
    ],
  };
}
