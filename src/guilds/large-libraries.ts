import type { Article } from "../article/article.ts";
import type { GuildState } from "../community/guild-state.ts";
import type { Segment } from "../search/segment.ts";
import type { PackedArticle } from "./guild-articles.ts";
import { contentInUse } from "./made-of-packed.ts";

/** An article in use without its content. */
export type NamedArticle = Pick<PackedArticle, "id" | "record" | "sha256">;

/** Articles that lie in an index on disk or on a server. */
export interface LargeLibrary {
  /** In the order given; opened when they are looked at. */
  readonly articles: readonly Article[];
  readonly segment: Segment;
}

/** Indexes of servers' own articles, on this machine or where several processes share them, for servers that have more of them than memory is given for. */
export interface LargeLibraries {
  /** Whether so many bytes of text are too many for memory. */
  outgrows(textBytes: number): boolean;
  /** Gives the index that holds just these articles, where it was made before. */
  find(guild: string, articles: readonly NamedArticle[]): LargeLibrary | undefined | Promise<LargeLibrary | undefined>;
  /**
   * Opens the index of just these articles: what is new is indexed first.
   *
   * @throws Error where it cannot be written or read.
   */
  open(guild: string, packed: readonly PackedArticle[]): Promise<LargeLibrary>;
  /** Forgets what a server's index holds beside these; all of it where they are none and nobody else asks it. */
  retain(guild: string, articles: readonly NamedArticle[]): void | Promise<void>;
  /** Forgets all of a server. */
  forget(guild: string): void | Promise<void>;
  /** The servers of which there is one. */
  guilds(): readonly string[] | Promise<readonly string[]>;
  /** Forgets what nobody has used for days; absent where nobody else could have left something. */
  readonly sweep?: (() => Promise<void>) | undefined;
  readonly close?: (() => Promise<void>) | undefined;
}

/** In bytes of UTF-8: what a sentence takes, whichever language it is in. */
const BYTES_A_SENTENCE = 120;

/** About how much text a server's articles have; their files may have pictures. */
export function textBytesOf({ article }: GuildState): number {
  const sentences = [...article.values()].map(
    ({ versions, active }) => versions.find(({ version }) => version === active)?.sentences ?? 0,
  );
  return BYTES_A_SENTENCE * sentences.reduce((sum, count) => sum + count, 0);
}

export function namedArticles({ article }: GuildState): readonly NamedArticle[] {
  return [...article].map(([id, record]) => ({ id, record, sha256: contentInUse(record) }));
}
