import type { Article } from "../article/article.ts";
import type { Content } from "../community/change.ts";
import type { GuildState } from "../community/guild-state.ts";
import type { ArticleRecord } from "../community/records.ts";
import type { Indexed, IndexedArticle } from "../search/library.ts";

/** An article as a store has it. */
export interface PackedArticle extends Content {
  readonly id: string;
  readonly record: ArticleRecord;
}

/** Unpacks and indexes articles, which takes a thread where they are long. */
export type Unpack = (packed: readonly PackedArticle[], signal?: AbortSignal) => Promise<Indexed["articles"]>;

export interface GuildArticlesOptions {
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

/** An article whose contents the store lacks. */
class LostContent extends Error {
  constructor(article: string, sha256: string) {
    super(`article "${article}": the store lacks its content ${sha256.slice(0, 8)}`);
    this.name = "LostContent";
  }
}

/**
 * Opens the articles in use of a state; those that another state had in the same form are taken from there.
 *
 * @throws StoreError where the store cannot be read; LostContent where it is not whole.
 */
export async function openArticles(
  state: GuildState,
  known: OpenedArticles,
  { readContent, unpack }: GuildArticlesOptions,
): Promise<OpenedArticles> {
  const packed = await Promise.all(
    [...state.article].flatMap(([id, record]) => {
      return known.get(id)?.record === record ? [] : [readPacked(id, record, readContent)];
    }),
  );
  const unpacked = new Map([...(await unpack(packed))].map(([article, indexed]) => [article.id, { article, indexed }]));
  return new Map(
    [...state.article].flatMap(([id, record]) => {
      const kept = known.get(id);
      if (kept?.record === record) return [[id, kept] as const];
      const made = unpacked.get(id);
      return made ? [[id, { record, ...made }] as const] : [];
    }),
  );
}

async function readPacked(
  id: string,
  record: ArticleRecord,
  readContent: GuildArticlesOptions["readContent"],
): Promise<PackedArticle> {
  const sha256 = record.versions.find(({ version }) => version === record.active)?.packed ?? record.active;
  const bytes = await readContent(sha256);
  if (!bytes) throw new LostContent(id, sha256);
  return { id, record, sha256, bytes };
}
