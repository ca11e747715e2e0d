import type { Article } from "../../article/article.ts";
import type { Observe } from "../../observer.ts";
import type { MemoryBudget } from "../../search/memory-budget.ts";
import type { Segment } from "../../search/segment.ts";
import { type ArticleRow, placeArticle } from "./article-rows.ts";
import { type LibraryState, readLibrary, type Wanted } from "./follow-library.ts";
import { createKeptPostings } from "./keep-postings.ts";
import { withoutCharacters } from "./keys.ts";
import { createOpenArticles } from "./open-articles.ts";
import { createPostgresSegment } from "./postgres-segment.ts";
import { readPostings } from "./read-postings.ts";
import type { Query, SearchConnection } from "./search-connection.ts";
import { changeAlone, type IndexWriter } from "./change-alone.ts";

/** The index of a library in PostgreSQL. */
export interface PostgresIndex {
  /** Counts up with every change, as far as this process has read them. */
  readonly generation: number;
  /** Articles that are there and could not be opened: whoever adds articles again puts them right. */
  readonly damaged: ReadonlySet<string>;
  /** One of those that the last segment has. */
  articleOf(key: string): Article | undefined;
  /**
   * Gives a segment of those articles that are there by now and wanted; of all of them where nothing is said.
   *
   * @throws StoreError; DamagedLibrary
   */
  segment(wanted?: ReadonlySet<string>): Promise<Segment>;
  /**
   * Changes the library while no other process does.
   *
   * @param signal ends the wait for others, and what is done.
   * @throws StoreError; DamagedLibrary
   */
  change<Result>(work: (writer: IndexWriter) => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

export interface IndexParts {
  readonly connection: SearchConnection;
  /** The library's number. */
  readonly library: number;
  readonly budget: MemoryBudget;
  /** Hears whether postings that are asked for are kept. */
  readonly observe?: Observe | undefined;
}

export function createPostgresIndex({ connection, library, budget, observe }: IndexParts): PostgresIndex {
  const { schema } = connection;
  const damaged = new Set<string>();
  const open = createOpenArticles({ connection, library, budget, onDamaged: (key) => damaged.add(key) });
  const inTurn = createTurns();
  let state: LibraryState | undefined;
  let made: { readonly of: LibraryState; readonly segment: Segment } | undefined;

  function place(row: ArticleRow) {
    try {
      return placeArticle(row, open);
    } catch {
      damaged.add(row.key);
      return undefined;
    }
  }

  /** Nothing of a state counts any more that could not be brought up to date. */
  async function readOn(query: Query, wanted?: Wanted): Promise<LibraryState> {
    const from = state;
    state = undefined;
    state = await readLibrary({ query, schema, library, place }, wanted, { from });
    return state;
  }

  const self: PostgresIndex = {
    get generation() {
      return state?.generation ?? 0;
    },
    damaged,
    articleOf: (key) => state?.articles.get(key)?.light.article,
    segment: (wanted) =>
      inTurn(async () => {
        const of = await connection.readAll((query) => readOn(query, wanted));
        if (made?.of.generation !== of.generation || !isSame(made.of.leftOut, of.leftOut)) {
          made = { of, segment: segmentOf(of, { connection, library, budget, observe }) };
          indexOf.set(made.segment, self);
        }
        return made.segment;
      }),
    change: (work, signal) =>
      changeAlone({ connection, library, damaged, readOn: (query) => inTurn(() => readOn(query)) }, work, signal),
  };
  return self;
}

/** Whoever asks a segment keeps its index, so that the next one goes on from there. */
const indexOf = new WeakMap<Segment, PostgresIndex>();

function segmentOf(state: LibraryState, { connection, library, budget, observe }: IndexParts): Segment {
  const { places, hasCharacters, vocabulary, articles } = state;
  const kindsOf = (term: number): number => {
    const kinds = vocabulary.kindsOf(term);
    return hasCharacters ? kinds : withoutCharacters(kinds);
  };
  return createPostgresSegment({
    articles: [...articles.values()],
    places,
    hasCharacters,
    vocabulary,
    kept: createKeptPostings(budget),
    observe,
    read: (terms) =>
      readPostings(
        connection,
        library,
        terms.map((term) => ({ term, kinds: kindsOf(term) })),
      ),
  });
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && one.isSubsetOf(other);
}

/** Does one thing after another. */
function createTurns(): <Made>(act: () => Promise<Made>) => Promise<Made> {
  let last: Promise<unknown> = Promise.resolve();
  return async (act) => {
    const made = last.then(act, act);
    last = made;
    return made;
  };
}
