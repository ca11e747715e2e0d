import type { Article } from "../article/article.ts";
import type { Content } from "../community/change.ts";
import type { GuildState } from "../community/guild-state.ts";
import type { ArticleRecord } from "../community/records.ts";
import { StoreError } from "../community/store-error.ts";
import type { Log } from "../log.ts";
import type { Indexed, IndexedArticle } from "../search/library.ts";
import type { Segment } from "../search/segment.ts";
import {
  type LargeLibraries,
  type LargeLibrary,
  type NamedArticle,
  namedArticles,
  textBytesOf,
} from "./large-libraries.ts";

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
  /** Absent means that all are opened in memory. */
  readonly large?: LargeLibraries | undefined;
  readonly log: Pick<Log, "warn">;
}

/** The articles in use of one server, by id. */
export type OpenedArticles = ReadonlyMap<string, OpenedArticle>;

export interface OpenedArticle {
  readonly record: ArticleRecord;
  readonly article: Article;
  /** Absent where it lies in a segment. */
  readonly indexed?: IndexedArticle | undefined;
}

/** What questions in a server are asked of. */
export interface OpenedLibrary {
  readonly opened: OpenedArticles;
  /** Where the passages of its articles lie that are too many for memory. */
  readonly segments: readonly Segment[];
}

export const nothingOpened: OpenedLibrary = { opened: new Map(), segments: [] };

export interface Opening extends OpenedLibrary {
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
  known: OpenedLibrary,
  options: GuildArticlesOptions,
): Promise<Opening> {
  const { guild, large, log } = options;
  if (!large?.outgrows(textBytesOf(state))) {
    await forgetIndex(options);
    return openInMemory(state, known, options);
  }
  const { opened, segments } = known;
  if (segments.length > 0 && holdsJust(opened, state)) return { opened, segments, lost: new Map() };
  try {
    return await openOnDisk(state, large, options);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    log.warn("index of a server not used", { guild, error });
    return openInMemory(state, known, options);
  }
}

/** It is in nobody's way, and looked for again within hours. */
async function forgetIndex({ guild, large, log }: GuildArticlesOptions): Promise<void> {
  try {
    await large?.retain(guild, []);
  } catch (error) {
    log.warn("index of a server not forgotten", { guild, error });
  }
}

function holdsJust(opened: OpenedArticles, { article }: GuildState): boolean {
  return opened.size === article.size && [...article].every(([id, record]) => opened.get(id)?.record === record);
}

async function openOnDisk(
  state: GuildState,
  large: LargeLibraries,
  { guild, readContent }: GuildArticlesOptions,
): Promise<Opening> {
  const all = namedArticles(state);
  const known = await large.find(guild, all);
  if (known) return { ...openedAs(all, known), lost: new Map() };
  const lost = new Map<string, unknown>();
  const packed: PackedArticle[] = [];
  for (const named of all) {
    const bytes = await readContent(named.sha256);
    if (bytes) packed.push({ guild, ...named, bytes });
    else lost.set(named.id, lacking(named.sha256));
  }
  return { ...openedAs(packed, await large.open(guild, packed)), lost };
}

function openedAs(all: readonly NamedArticle[], { articles, segment }: LargeLibrary): OpenedLibrary {
  const opened = all.flatMap(({ id, record }, place) => {
    const article = articles[place];
    return article ? [[id, { record, article }] as const] : [];
  });
  return { opened: new Map(opened), segments: [segment] };
}

async function openInMemory(
  state: GuildState,
  { opened: known }: OpenedLibrary,
  options: GuildArticlesOptions,
): Promise<Opening> {
  const opened = new Map<string, OpenedArticle>();
  const lost = new Map<string, unknown>();
  for (const named of namedArticles(state)) {
    const { id, record } = named;
    const kept = known.get(id);
    try {
      opened.set(id, kept?.indexed && kept.record === record ? kept : await openArticle(named, options));
    } catch (error) {
      if (error instanceof StoreError) throw error;
      lost.set(id, error);
    }
  }
  return { opened, segments: [], lost };
}

async function openArticle(
  { id, record, sha256 }: NamedArticle,
  { guild, readContent, unpack }: GuildArticlesOptions,
): Promise<OpenedArticle> {
  const bytes = await readContent(sha256);
  if (!bytes) throw lacking(sha256);
  const [made] = await unpack([{ guild, id, record, sha256, bytes }]);
  if (!made) throw new Error(`content ${sha256.slice(0, 8)} holds no article`);
  const [article, indexed] = made;
  return { record, article, indexed };
}

function lacking(sha256: string): Error {
  return new Error(`the store lacks content ${sha256.slice(0, 8)}, or it was damaged`);
}
