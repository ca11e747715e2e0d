import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import type { IndexedArticle } from "../indexed-article.ts";
import { DamagedLibrary, type LibraryState } from "./follow-library.ts";
import { joinSmallParts } from "./join-small-parts.ts";
import { makeBatch } from "./make-batch.ts";
import { noRow, type Query, type SearchConnection } from "./search-connection.ts";
import { beginAnew, removeArticles, writeBatch, type WrittenTo } from "./write-batch.ts";

/** Changes a library; nobody else does as long as it is used. */
export interface IndexWriter {
  /** What is there, by key; what is damaged is not. */
  readonly keys: () => ReadonlySet<string>;
  /**
   * Adds articles, some of them at a time: what was added stays where the rest fails. Those that are there already are
   * passed over.
   */
  add(articles: AsyncIterable<IndexedArticle> | Iterable<IndexedArticle>): Promise<void>;
  remove(keys: Iterable<string>): Promise<void>;
}

export interface Changing {
  readonly connection: SearchConnection;
  readonly library: number;
  /** What was found to be damaged; written anew, it is so no more. */
  readonly damaged: Set<string>;
  /** Reads what is there by now. */
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
      const result = await work(openWriter(changing, to, { state: await readOrBeginAnew(changing, to), signal }));
      await joinSmallParts(to);
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
  const listKeys = (): Set<string> => new Set([...state.articles.keys(), ...state.leftOut]).difference(damaged);

  async function write(articles: readonly IndexedArticle[]): Promise<void> {
    signal?.throwIfAborted();
    const there = listKeys();
    const byKey = new Map(articles.map((each) => [each.key, each]));
    const lacking = [...byKey.values()].filter(({ key }) => !there.has(key));
    if (lacking.length === 0) return;
    const broken = lacking.filter(({ key }) => damaged.has(key)).map(({ key }) => key);
    if (broken.length > 0) await remove(broken);
    const { terms, words } = state.vocabulary;
    await writeBatch(to, makeBatch(lacking, { terms, words, hasCharacters: state.hasCharacters }));
    for (const key of broken) damaged.delete(key);
    state = await changing.readOn(to.query);
  }

  async function remove(keys: Iterable<string>): Promise<void> {
    signal?.throwIfAborted();
    await removeArticles(to, [...keys]);
    state = await changing.readOn(to.query);
  }

  return {
    keys: listKeys,
    remove,
    async add(articles) {
      for await (const some of inBatches(articles)) await write(some);
    },
  };
}

/** So many passages are written at once: of more, all that is known of their words takes hundreds of megabytes. */
const PASSAGES_AT_ONCE = 10_000;

async function* inBatches(
  articles: AsyncIterable<IndexedArticle> | Iterable<IndexedArticle>,
): AsyncGenerator<readonly IndexedArticle[]> {
  let some: IndexedArticle[] = [];
  let passages = 0;
  for await (const article of articles) {
    some.push(article);
    passages += article.data.passages;
    if (passages < PASSAGES_AT_ONCE) continue;
    yield some;
    [some, passages] = [[], 0];
  }
  if (some.length > 0) yield some;
}
