import { cleanName, idFor } from "../article/name-file.ts";
import type { Dictionaries } from "../answer/create-library.ts";
import type { Article } from "../article/article.ts";
import type { Bot } from "../bot.ts";
import type { BotForOptions, WholeBot } from "../bot-for.ts";
import { createBotFor } from "../bot-for.ts";
import { previewOf } from "../render/preview-of.ts";
import { prepareArticles } from "../preparing/prepare-articles.ts";
import type { Prepared } from "../preparing/prepared.ts";
import type { IndexProgress } from "../search/build-index-data.ts";
import { createLibrary, type IndexedArticle } from "../search/library.ts";
import { createTurns } from "./turns.ts";
import type { Preview, Shelf } from "./wire.ts";

export interface ShelfOptions extends Omit<BotForOptions, "findVersion"> {
  readonly configured: Prepared;
  readonly dictionaries: Dictionaries;
  /** The largest file that may be dropped, in bytes. */
  readonly maxBytes: number;
  /** Reads and indexes a dropped file; absent means as every way in does. */
  readonly prepare?: typeof prepareArticles;
}

export interface DropOptions {
  /** Calls it off: nothing changes. */
  readonly signal?: AbortSignal;
  /** Hears how far the file's index is. */
  readonly onProgress?: IndexProgress;
}

/** The configured articles and those dropped on the page, which are kept in memory only. */
export interface PlaygroundShelf {
  /** Answers from the articles in use, whichever they are; also while others are read. */
  readonly bot: Bot;
  /** Makes the suggestions for the articles in use, which are kept. */
  prepare(): Promise<void>;
  /** Where nothing is dropped, all configured articles are in use. */
  read(): Shelf;
  /** Takes other articles into use; tells whether all of them are there. */
  use(ids: readonly string[]): boolean;
  /**
   * Adds a file, in place of an earlier one of the same name, and answers from it alone; one file after the other.
   *
   * @throws ArticleError where it cannot be read as an article; the signal's reason where it is called off.
   */
  drop(file: { readonly name: string; readonly bytes: Uint8Array }, options?: DropOptions): Promise<Preview>;
}

interface Dropped {
  readonly name: string;
  readonly article: Article;
  readonly indexed: IndexedArticle;
}

/** The oldest make place for more. */
const mostDropped = 20;

export function createShelf(options: ShelfOptions): PlaygroundShelf {
  const { configured, dictionaries } = options;
  const takeTurn = createTurns();
  let dropped: readonly Dropped[] = [];
  let inUse: readonly string[] = configured.articles.map(({ id }) => id);

  function all(others: readonly Dropped[] = dropped): readonly Article[] {
    return [...configured.articles, ...others.map(({ article }) => article)];
  }

  // What was quoted from an article before another one was taken into use can still be leafed through.
  const findVersion = (hash: string) => all().find(({ version }) => version.startsWith(hash));

  /** The index is opened at once, so that no question waits for it. */
  function makeBot({ articles, indexed }: Prepared): WholeBot {
    const library = createLibrary(articles, { ...dictionaries, indexed });
    library.index();
    return createBotFor(library, { ...options, findVersion });
  }

  let whole = makeBot(configured);

  async function drop(name: string, bytes: Uint8Array, given: DropOptions): Promise<Preview> {
    const others = () => dropped.filter((one) => one.name !== name).slice(1 - mostDropped);
    const taken = new Set(all(others()).map(({ id }) => id));
    const one = await readDropped({ name, bytes, id: idFor(name, (id) => taken.has(id)) }, given, options);
    const { article, indexed } = one;
    const made = makeBot({ articles: [article], indexed: { articles: new Map([[article, indexed]]) } });
    await made.prepare(article.id);
    // Last, so that nothing changes where it fails or is called off.
    given.signal?.throwIfAborted();
    [dropped, inUse, whole] = [[...others(), one], [article.id], made];
    const suggestions = made.services.suggestQuestions?.(made.services.library, article.id) ?? [];
    return previewOf(
      article,
      suggestions.map(({ question }) => question),
    );
  }

  return {
    bot: { respond: (...given) => whole.bot.respond(...given) },
    prepare: () => whole.prepare(),
    read: () => ({ articles: all(), inUse }),
    use(ids) {
      const known = new Set(all().map(({ id }) => id));
      if (ids.length === 0 || !ids.every((id) => known.has(id))) return false;
      whole = makeBot(
        choosePrepared(
          all().filter(({ id }) => ids.includes(id)),
          configured,
          dropped,
        ),
      );
      inUse = [...new Set(ids)];
      return true;
    },
    drop: ({ name, bytes }, given = {}) => takeTurn(() => drop(cleanName(name), bytes, given), given.signal),
  };
}

async function readDropped(
  file: { readonly name: string; readonly bytes: Uint8Array; readonly id: string },
  { signal, onProgress }: DropOptions,
  { dictionaries: { analyse }, maxBytes, prepare = prepareArticles }: ShelfOptions,
): Promise<Dropped> {
  const source = { kind: "bytes", ...file } as const;
  const { indexed } = await prepare(source, { maximumBytes: maxBytes, analyse, signal, onProgress });
  const [one] = indexed.articles;
  if (!one) throw new Error(`${file.name} was read as no article`);
  return { name: file.name, article: one[0], indexed: one[1] };
}

/** What is known of all configured articles as one serves them alone. */
function choosePrepared(articles: readonly Article[], configured: Prepared, dropped: readonly Dropped[]): Prepared {
  const own = dropped.map(({ article, indexed }) => [article, indexed] as const);
  const isConfigured =
    articles.length === configured.articles.length && configured.articles.every((one) => articles.includes(one));
  const { whole } = configured.indexed;
  return {
    articles,
    indexed: { articles: new Map([...configured.indexed.articles, ...own]), whole: isConfigured ? whole : undefined },
  };
}
