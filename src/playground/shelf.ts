import { setImmediate } from "node:timers/promises";
import { cleanName, idFor } from "../article/name-file.ts";
import type { Dictionaries } from "../answer/create-library.ts";
import type { Article } from "../article/article.ts";
import type { Bot } from "../bot.ts";
import type { BotForOptions, OwnThings, WholeBot } from "../bot-for.ts";
import { createBotFor } from "../bot-for.ts";
import { previewOf } from "../render/preview-of.ts";
import { prepareArticles } from "../preparing/prepare-articles.ts";
import type { Locale } from "../render/locale.ts";
import type { Prepared } from "../preparing/prepared.ts";
import type { IndexProgress } from "../search/build-index-data.ts";
import type { Guilds } from "../guilds/create-guilds.ts";
import { ids } from "../local-discord/world.ts";
import { createLibrary } from "../search/library.ts";
import {
  articlesOn,
  besides,
  type Dropped,
  type ShelfState,
  withDropped,
  withInUse,
  withoutDropped,
  withReopened,
} from "./shelf-state.ts";
import { takeSteps } from "../text/steps.ts";
import { chooseExamples } from "./choose-examples.ts";
import { createTurns } from "./turns.ts";
import type { Examples, Preview, Shelf } from "./wire.ts";

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
  /** Chooses what can be asked of the articles in use, or of one of them; waits until that is known. */
  examples(locale: Locale, article?: string): Promise<Examples>;
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

export function createShelf(options: ShelfOptions): PlaygroundShelf {
  const { configured, dictionaries } = options;
  const takeTurn = createTurns();
  const { articles: shared } = configured;
  let state: ShelfState = { configured: shared, dropped: [], inUse: shared.map(({ id }) => id) };

  // What was quoted from an article before another one was taken into use can still be leafed through.
  const findVersion = (hash: string) => articlesOn(state).find(({ version }) => version.startsWith(hash));

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
    const others = articlesOn({ ...state, dropped: besides(state, name) });
    const taken = new Set([...others, ...own.articles()].map(({ id }) => id));
    const one = await readDropped({ name, bytes, id: idFor(name, (id) => taken.has(id)) }, given, options);
    const { article, indexed } = one;
    const made = makeBot({ articles: [article], indexed: { articles: new Map([[article, indexed]]) } });
    // Last, so that nothing changes where it fails or is called off.
    given.signal?.throwIfAborted();
    [state, whole] = [withDropped(state, one), made];
    // It can be read and asked meanwhile; what fails is tried again when somebody asks.
    made.prepare(article.id).catch(() => {});
    const { suggestions: _, ...preview } = previewOf(article, []);
    return preview;
  }

  /** Answers from what is in use from now on. */
  function adopt(next: ShelfState | undefined): boolean {
    if (!next) return false;
    whole = makeBot(choosePrepared(next, configured));
    state = next;
    return true;
  }

  return {
    bot: { respond: (...given) => whole.bot.respond(...given) },
    prepare: () => whole.prepare(),
    examples: (locale, article) => findExamples(whole, locale, article),
    read: () => readShelf(state, own.articles()),
    close: (id) => adopt(withoutDropped(state, id)),
    reopen: () => adopt(withReopened(state)),
    look: own.look,
    revision: own.revision,
    use: (chosen) => adopt(withInUse(state, chosen)),
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

async function findExamples(
  { services, prepareSuggestions }: WholeBot,
  locale: Locale,
  article?: string,
): Promise<Examples> {
  const known = article !== undefined && services.library.articles.has(article) ? article : undefined;
  await prepareSuggestions(known);
  return takeSteps(chooseExamples(services, locale, known), services.pause ?? (() => setImmediate()));
}

function readShelf(state: ShelfState, own: readonly Article[]): Shelf {
  const ownIds = own.map(({ id }) => id);
  const dropped = state.dropped.map(({ article }) => article.id);
  return { articles: [...articlesOn(state), ...own], inUse: [...state.inUse, ...ownIds], own: ownIds, dropped };
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
function choosePrepared(state: ShelfState, configured: Prepared): Prepared {
  const articles = articlesOn(state).filter(({ id }) => state.inUse.includes(id));
  const own = state.dropped.map(({ article, indexed }) => [article, indexed] as const);
  const isConfigured =
    articles.length === configured.articles.length && configured.articles.every((one) => articles.includes(one));
  const { whole, segments } = configured.indexed;
  const known = new Map([...configured.indexed.articles, ...own]);
  return { articles, indexed: { articles: known, whole: isConfigured ? whole : undefined, segments } };
}
