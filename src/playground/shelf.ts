import { cleanName, idFor } from "../article/name-file.ts";
import type { Dictionaries } from "../answer/create-library.ts";
import type { Article } from "../article/article.ts";
import type { Bot } from "../bot.ts";
import type { BotForOptions, OwnThings, WholeBot } from "../bot-for.ts";
import { createBotFor } from "../bot-for.ts";
import { previewOf } from "../render/preview-of.ts";
import { prepareArticles } from "../preparing/prepare-articles.ts";
import type { Prepared } from "../preparing/prepared.ts";
import type { IndexProgress } from "../search/build-index-data.ts";
import type { Guilds } from "../guilds/create-guilds.ts";
import { ids } from "../local-discord/world.ts";
import { createLibrary, type IndexedArticle } from "../search/library.ts";
import { createTurns } from "./turns.ts";
import type { Preview, Shelf } from "./wire.ts";

export interface ShelfOptions extends Omit<BotForOptions, "findVersion" | "ownThings"> {
  /** What the server can have of its own; absent means nothing. */
  readonly own?: Pick<OwnThings, "store" | "unpack" | "now" | "files" | "gapGuild"> | undefined;
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
  /** Where nothing is dropped, all configured articles are in use, and those of the server's own always. */
  read(): Shelf;
  /** Looks for what the server has of its own by now. */
  look(): Promise<void>;
  /** Counts what was changed in the server. */
  revision(): number;
  /** Puts a dropped article away; tells whether it was there. Where no other is in use, the configured ones are. */
  close(id: string): boolean;
  /** Brings back the dropped article that was put away last; tells whether there is one. */
  reopen(): boolean;
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
  let closed: { readonly one: Dropped; readonly inUse: readonly string[] } | undefined;
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
    const ownThings = options.own && { ...options.own, indexed, dictionaries };
    return createBotFor(library, { ...options, ownThings, findVersion });
  }

  let whole = makeBot(configured);
  const own = watchOwn(() => whole.guilds);

  async function drop(name: string, bytes: Uint8Array, given: DropOptions): Promise<Preview> {
    const others = () => dropped.filter((one) => one.name !== name).slice(1 - mostDropped);
    const taken = new Set([...all(others()), ...own.articles()].map(({ id }) => id));
    const one = await readDropped({ name, bytes, id: idFor(name, (id) => taken.has(id)) }, given, options);
    const { article, indexed } = one;
    const made = makeBot({ articles: [article], indexed: { articles: new Map([[article, indexed]]) } });
    await made.prepare(article.id);
    // Last, so that nothing changes where it fails or is called off.
    given.signal?.throwIfAborted();
    [dropped, inUse, whole] = [[...others(), one], [article.id], made];
    return previewOf(article, suggestionsFor(article, made));
  }

  function use(chosen: readonly string[]): boolean {
    const known = new Set(all().map(({ id }) => id));
    if (chosen.length === 0 || !chosen.every((id) => known.has(id))) return false;
    whole = makeBot(
      choosePrepared(
        all().filter(({ id }) => chosen.includes(id)),
        configured,
        dropped,
      ),
    );
    inUse = [...new Set(chosen)];
    return true;
  }

  function close(id: string): boolean {
    const one = dropped.find(({ article }) => article.id === id);
    if (!one) return false;
    closed = { one, inUse };
    dropped = dropped.filter((other) => other !== one);
    const left = inUse.filter((each) => each !== id);
    use(left.length > 0 ? left : configured.articles.map((each) => each.id));
    return true;
  }

  function reopen(): boolean {
    if (!closed) return false;
    const { one, inUse: before } = closed;
    closed = undefined;
    // Another file of its name may have been dropped meanwhile.
    if (all().some(({ id }) => id === one.article.id)) return false;
    dropped = [...dropped, one].slice(-mostDropped);
    return use(before) || use([one.article.id]);
  }

  return {
    bot: { respond: (...given) => whole.bot.respond(...given) },
    prepare: () => whole.prepare(),
    read: () => {
      const ids = dropped.map(({ article }) => article.id);
      return withOwn({ articles: all(), inUse, dropped: ids }, own.articles());
    },
    close,
    reopen,
    look: own.look,
    revision: own.revision,
    use,
    drop: ({ name, bytes }, given = {}) => takeTurn(() => drop(cleanName(name), bytes, given), given.signal),
  };
}

/** What the server has of its own, whichever bot answers at the moment. */
function watchOwn(guilds: () => Guilds | undefined) {
  const view = () => guilds()?.known(ids.guild);
  return {
    articles: (): readonly Article[] => [...(view()?.opened.values() ?? [])].map(({ article }) => article),
    revision: () => view()?.state.revision ?? 0,
    look: async (): Promise<void> => void (await guilds()?.open(ids.guild)),
  };
}

function suggestionsFor({ id }: Article, { services: { library, suggestQuestions } }: WholeBot): readonly string[] {
  return (suggestQuestions?.(library, id) ?? []).map(({ question }) => question);
}

function withOwn({ articles, inUse, dropped }: Omit<Shelf, "own">, own: readonly Article[]): Shelf {
  const ownIds = own.map(({ id }) => id);
  return { articles: [...articles, ...own], inUse: [...inUse, ...ownIds], own: ownIds, dropped };
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
  const { whole, segments } = configured.indexed;
  const known = new Map([...configured.indexed.articles, ...own]);
  return { articles, indexed: { articles: known, whole: isConfigured ? whole : undefined, segments } };
}
