import type { Article } from "../article/article.ts";
import type { GuildState } from "../community/guild-state.ts";
import type { Segment } from "../search/segment.ts";
import type { PackedArticle } from "./guild-articles.ts";
import { contentInUse } from "./made-of-packed.ts";

/** An article in use without its content. */
export type NamedArticle = Pick<PackedArticle, "id" | "record" | "sha256">;

/** Articles that lie in an index on disk. */
export interface LargeLibrary {
  /** In the order given; opened when they are looked at. */
  readonly articles: readonly Article[];
  readonly segment: Segment;
}

/** Indexes of servers' own articles, for servers that have more of them than memory is given for. */
export interface LargeLibraries {
  /** Whether so many bytes of text are too many for memory. */
  outgrows(textBytes: number): boolean;
  /**
   * Opens the index of just these articles: what is new is indexed first, what it holds beside them goes.
   *
   * @throws Error where it cannot be written or read.
   */
  open(guild: string, packed: readonly PackedArticle[]): Promise<LargeLibrary>;
  /** Forgets a server's index where it holds anything but these. */
  retain(guild: string, articles: readonly NamedArticle[]): void;
  /** The servers of which there is one. */
  guilds(): readonly string[];
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
