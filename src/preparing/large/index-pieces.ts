import { ArticleError } from "../../article/article-error.ts";
import type { IndexedArticle } from "../../indexes/indexed-article.ts";
import type { IndexProgress } from "../../search/build-index-data.ts";
import { analyseInThreads, type AnalyseOptions } from "./analyse-in-threads.ts";
import type { KeyedPiece } from "./pieces.ts";

/** Where articles are indexed into. */
export interface IndexTarget {
  /** The ids of all articles that are there, by their keys. */
  ids(): ReadonlyMap<string, string>;
  /** Adds articles, all or none of them. */
  add(articles: readonly IndexedArticle[]): void | Promise<void>;
  remove(keys: readonly string[]): void | Promise<void>;
  finish(): void | Promise<void>;
}

export interface IndexPiecesOptions extends AnalyseOptions {
  readonly onProgress: IndexProgress;
  /** Whether what is not among the pieces is removed. */
  readonly removes: boolean;
}

/** What was done, and what is there now. */
export interface IndexReport {
  readonly added: number;
  readonly removed: number;
  /** The keys of the pieces, in their order. */
  readonly keys: readonly string[];
}

/** What is added at once: so many passages, and so many articles. */
const BATCH = { passages: 5000, articles: 500 };

/**
 * Brings a target to what the pieces are: adds what is lacking, a batch at a time, and removes what has gone. What was added stays
 * where it is called off.
 *
 * @throws ArticleError when an article cannot be read, or two have the same id.
 */
export async function indexPieces(
  pieces: readonly KeyedPiece[],
  target: IndexTarget,
  options: IndexPiecesOptions,
): Promise<IndexReport> {
  const there = target.ids();
  const keys = new Map(pieces.map((piece) => [piece.name, piece.key]));
  const lacking = pieces.filter(({ key }) => !there.has(key));
  const checkId = createIdCheck(pieces, there);
  const progress = measureProgress(lacking, options.onProgress);
  let batch: IndexedArticle[] = [];
  let [passages, added] = [0, 0];
  const write = async (): Promise<void> => {
    if (batch.length > 0) await target.add(batch);
    added += batch.length;
    [batch, passages] = [[], 0];
  };
  for await (const { article, piece } of analyseInThreads(lacking, options)) {
    checkId(piece.name, article.head.id);
    keys.set(piece.name, article.key);
    batch.push(article);
    passages += article.data.passages;
    progress(piece.bytes, article.data.passages);
    if (passages >= BATCH.passages || batch.length >= BATCH.articles) await write();
  }
  await write();
  const inUse = new Set(keys.values());
  const gone = options.removes ? [...there.keys()].filter((key) => !inUse.has(key)) : [];
  await target.finish();
  if (gone.length > 0) await target.remove(gone);
  return { added, removed: gone.length, keys: pieces.map(({ name, key }) => keys.get(name) ?? key) };
}

/** Ids must differ: what is there with the id of another piece is told by the names of both. */
function createIdCheck(pieces: readonly KeyedPiece[], there: ReadonlyMap<string, string>) {
  const order = new Map(pieces.map(({ name }, place) => [name, place]));
  const names = new Map<string, string>();
  const check = (name: string, id: string): void => {
    const twin = names.get(id);
    names.set(id, name);
    if (twin === undefined) return;
    const [earlier = name, later = name] = [name, twin].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    throw new ArticleError(later, `has the id "${id}" of ${earlier}; ids must differ`);
  };
  for (const { key, name } of pieces) {
    const id = there.get(key);
    if (id !== undefined) check(name, id);
  }
  return check;
}

/** How many passages there will be is guessed from those that there are, by their bytes. */
function measureProgress(lacking: readonly KeyedPiece[], onProgress: IndexProgress) {
  const all = lacking.reduce((sum, { bytes }) => sum + bytes, 0);
  let [bytes, passages, pieces] = [0, 0, 0];
  if (lacking.length > 0) onProgress(0, Math.ceil(all / BYTES_A_PASSAGE));
  return (moreBytes: number, morePassages: number): void => {
    bytes += moreBytes;
    passages += morePassages;
    pieces += 1;
    const guessed =
      pieces === lacking.length ? passages : Math.max(passages + 1, Math.ceil((passages * all) / (bytes || 1)));
    onProgress(passages, guessed);
  };
}

/** In the middle. */
const BYTES_A_PASSAGE = 300;
