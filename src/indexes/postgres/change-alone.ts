import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import type { IndexedArticle } from "../indexed-article.ts";
import { DamagedLibrary, type LibraryState } from "./follow-library.ts";
import { joinSmallParts } from "./join-small-parts.ts";
import { makeBatch } from "./make-batch.ts";
import { noRow, type Query, type SearchConnection } from "./search-connection.ts";
import { beginAnew, noteUse, removeArticles, writeBatch, type WrittenTo } from "./write-batch.ts";

/** Changes a library; nobody else does as long as it is used. */
export interface IndexWriter {
  /** The ids of all articles that are there, by their keys; what is damaged is not. */
  ids(): ReadonlyMap<string, string>;
  /**
   * Adds articles, some thousands of passages at a time: what was added stays where the rest fails. Those that are there already
   * are passed over.
   */
  add(articles: readonly IndexedArticle[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Notes what is in use, and removes what no process has used for days. */
  keep(keys: readonly string[]): Promise<void>;
  finish(): Promise<void>;
}

export interface Changing {
  readonly connection: SearchConnection;
  readonly library: number;
  /** What was found to be damaged; written anew, it is so no more. */
  readonly damaged: Set<string>;
  /** Reads all that is there by now. */
  readonly readOn: (query: Query) => Promise<LibraryState>;
}

export async function changeAlone<Result>(
  changing: Changing,
  work: (writer: IndexWriter) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const { connection, library } = changing;
  return connection.alone(async (query) => {
    await lock(query, library, signal);
    try {
      const to = { query, schema: connection.schema, library };
      const writer = openWriter(changing, to, { state: await readOrBeginAnew(changing, to), signal });
      const result = await work(writer);
      await writer.finish();
      return result;
    } finally {
      await query(noRow, { text: "select pg_advisory_unlock($1, $2)", values: [LOCK, library] }).catch(() => {});
    }
  });
}

/** Of the locks that one process at a time changes a library under, each with the library's number; any number that others do not use. */
const LOCK = 0x7975_7365;
/** In milliseconds. */
const WAIT = 200;

/** What is damaged can be made again: all of it is forgotten. */
async function readOrBeginAnew({ readOn }: Changing, to: WrittenTo): Promise<LibraryState> {
  try {
    return await readOn(to.query);
  } catch (error) {
    if (!(error instanceof DamagedLibrary)) throw error;
    await beginAnew(to);
    return readOn(to.query);
  }
}

const lockedSchema = z.object({ isMine: z.boolean() });

/** Waits in steps: nobody can be asked to be waited for longer than a lock may be. */
async function lock(query: Query, library: number, signal?: AbortSignal): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const text = `select pg_try_advisory_lock($1, $2) as "isMine"`;
    const [row] = await query(lockedSchema, { text, values: [LOCK, library] });
    if (row?.isMine) return;
    await setTimeout(WAIT, undefined, { signal });
  }
}

interface Opened {
  readonly state: LibraryState;
  readonly signal?: AbortSignal | undefined;
}

function openWriter(changing: Changing, to: WrittenTo, { state: first, signal }: Opened): IndexWriter {
  const { damaged } = changing;
  let state = first;

  async function write(articles: readonly IndexedArticle[]): Promise<void> {
    signal?.throwIfAborted();
    const byKey = new Map(articles.map((each) => [each.key, each]));
    const lacking = [...byKey.values()].filter(({ key }) => !state.articles.has(key) || damaged.has(key));
    if (lacking.length === 0) return;
    const broken = lacking.filter(({ key }) => damaged.has(key)).map(({ key }) => key);
    if (broken.length > 0) await remove(broken);
    const { terms, words } = state.vocabulary;
    await writeBatch(to, makeBatch(lacking, { terms, words, hasCharacters: state.hasCharacters }));
    for (const key of broken) damaged.delete(key);
    state = await changing.readOn(to.query);
  }

  async function remove(keys: readonly string[]): Promise<void> {
    signal?.throwIfAborted();
    await removeArticles(to, keys);
    state = await changing.readOn(to.query);
  }

  return {
    ids: () =>
      new Map(
        [...state.articles].flatMap(([key, { light }]) => (damaged.has(key) ? [] : [[key, light.article.id] as const])),
      ),
    remove,
    async add(articles) {
      for (const some of inBatches(articles)) await write(some);
    },
    async keep(keys) {
      const unused = await noteUse(to, keys);
      if (unused.length > 0) await remove(unused);
    },
    finish: () => joinSmallParts(to),
  };
}

/** So many passages are written at once: of more, all that is known of their words takes hundreds of megabytes. */
const PASSAGES_AT_ONCE = 10_000;

function* inBatches(articles: readonly IndexedArticle[]): Generator<readonly IndexedArticle[]> {
  let [from, passages] = [0, 0];
  for (const [at, { data }] of articles.entries()) {
    passages += data.passages;
    if (passages < PASSAGES_AT_ONCE) continue;
    yield articles.slice(from, at + 1);
    [from, passages] = [at + 1, 0];
  }
  if (from < articles.length) yield articles.slice(from);
}
