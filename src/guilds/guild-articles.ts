import type { Article } from "../article/article.ts";
import type { Content } from "../community/change.ts";
import type { GuildState } from "../community/guild-state.ts";
import type { ArticleRecord } from "../community/records.ts";
import { StoreError } from "../community/store-error.ts";
import { contentInUse } from "./made-of-packed.ts";
import type { Indexed, IndexedArticle } from "../search/library.ts";

/** An article as a store has it. */
export interface PackedArticle extends Content {
  /** Whose it is. */
  readonly guild: string;
  readonly id: string;
  readonly record: ArticleRecord;
}

/** Unpacks and indexes articles, which takes a thread where they are long. */
export type Unpack = (packed: readonly PackedArticle[], signal?: AbortSignal) => Promise<Indexed["articles"]>;

export interface GuildArticlesOptions {
  readonly guild: string;
  readonly readContent: (sha256: string) => Promise<Uint8Array | undefined>;
  readonly unpack: Unpack;
}

/** The articles in use of one server, by id. */
export type OpenedArticles = ReadonlyMap<string, OpenedArticle>;

export interface OpenedArticle {
  readonly record: ArticleRecord;
  readonly article: Article;
  readonly indexed: IndexedArticle;
}

export interface Opening {
  readonly opened: OpenedArticles;
  /** Those whose contents are lost or damaged, with the reason. */
  readonly lost: ReadonlyMap<string, unknown>;
}

/**
 * Opens the articles in use of a state; those that another state had in the same form are taken from there. One that cannot be
 * opened is no reason to be without the others.
 *
 * @throws StoreError where the store cannot be read.
 */
export async function openArticles(
  state: GuildState,
  known: OpenedArticles,
  options: GuildArticlesOptions,
): Promise<Opening> {
  const opened = new Map<string, OpenedArticle>();
  const lost = new Map<string, unknown>();
  for (const [id, record] of state.article) {
    const kept = known.get(id);
    try {
      opened.set(id, kept?.record === record ? kept : await openArticle(id, record, options));
    } catch (error) {
      if (error instanceof StoreError) throw error;
      lost.set(id, error);
    }
  }
  return { opened, lost };
}

async function openArticle(
  id: string,
  record: ArticleRecord,
  { guild, readContent, unpack }: GuildArticlesOptions,
): Promise<OpenedArticle> {
  const sha256 = contentInUse(record);
  const bytes = await readContent(sha256);
  if (!bytes) throw new Error(`the store lacks content ${sha256.slice(0, 8)}, or it was damaged`);
  const [made] = await unpack([{ guild, id, record, sha256, bytes }]);
  if (!made) throw new Error(`content ${sha256.slice(0, 8)} holds no article`);
  const [article, indexed] = made;
  return { record, article, indexed };
}
