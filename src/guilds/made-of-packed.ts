import type { GuildState } from "../community/guild-state.ts";
import type { ArticleRecord } from "../community/records.ts";
import { hashParts } from "../indexes/kept/hash-parts.ts";

/** The hash of all that the index of a server's article is made of: its content, and what the server says of it. */
export function madeOfPacked(sha256: string, { title, language }: Pick<ArticleRecord, "title" | "language">): string {
  return hashParts(sha256, JSON.stringify([title, language]));
}

/** The content that an article in use lies in. */
export function contentInUse({ active, versions }: ArticleRecord): string {
  return versions.find(({ version }) => version === active)?.packed ?? active;
}

/** Of all articles in use. */
export function madeOfAll(state: GuildState): ReadonlySet<string> {
  return new Set([...state.article.values()].map((record) => madeOfPacked(contentInUse(record), record)));
}
