import { createLibraryMaker } from "../answer/create-library.ts";
import type { Article } from "../article/article.ts";
import { loadFormat } from "../article/formats/all.ts";
import { extractArticle } from "../article/parse-article.ts";
import type { Bot } from "../bot.ts";
import type { BotForOptions } from "../bot-for.ts";
import { createBotFor } from "../bot-for.ts";
import type { IndexProgress } from "../search/passage-index.ts";
import { cleanName, idFor } from "./dropped-name.ts";
import { previewOf } from "./preview.ts";
import type { Preview, Shelf } from "./wire.ts";

export interface ShelfOptions extends Omit<BotForOptions, "findVersion"> {
  readonly configured: readonly Article[];
  /** The largest file that may be dropped, in bytes. */
  readonly maxBytes: number;
  /** Hears of every index that is built. */
  readonly onProgress?: IndexProgress | undefined;
}

/** The configured articles and those dropped on the page, which are kept in memory only. */
export interface PlaygroundShelf {
  /** Answers from the articles in use, whichever they are. */
  readonly bot: Bot;
  /** Makes the suggestions for the articles in use, which are kept. */
  prepare(): void;
  /** Where nothing is dropped, all configured articles are in use. */
  read(): Shelf;
  /** Takes other articles into use; tells whether all of them are there. */
  use(ids: readonly string[]): boolean;
  /**
   * Adds a file, in place of an earlier one of the same name, and answers from it alone.
   *
   * @throws ArticleError where it cannot be read as an article.
   */
  drop(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Preview>;
}

interface Dropped {
  readonly name: string;
  readonly article: Article;
}

/** The oldest make place for more. */
const mostDropped = 20;

export function createShelf(options: ShelfOptions): PlaygroundShelf {
  const { configured, maxBytes } = options;
  const createLibrary = createLibraryMaker(options.onProgress);
  let dropped: readonly Dropped[] = [];
  let inUse: readonly string[] = configured.map(({ id }) => id);

  function all(): readonly Article[] {
    return [...configured, ...dropped.map(({ article }) => article)];
  }

  // What was quoted from an article before another one was taken into use can still be leafed through.
  const findVersion = (hash: string) => all().find(({ version }) => version.startsWith(hash));

  /** The index is built at once, so that no question waits for it. */
  function makeBot(articles: readonly Article[]) {
    const library = createLibrary(articles);
    library.index();
    return createBotFor(library, { ...options, findVersion });
  }

  let whole = makeBot(configured);

  function use(ids: readonly string[]): boolean {
    const known = new Set(all().map(({ id }) => id));
    if (ids.length === 0 || !ids.every((id) => known.has(id))) return false;
    whole = makeBot(all().filter(({ id }) => ids.includes(id)));
    inUse = [...new Set(ids)];
    return true;
  }

  return {
    bot: { respond: (invocation) => whole.bot.respond(invocation) },
    prepare() {
      whole.services.suggestQuestions?.(whole.services.library);
    },
    read: () => ({ articles: all(), inUse }),
    use,
    async drop({ name: given, bytes }) {
      const name = cleanName(given);
      const format = await loadFormat(name, bytes);
      const parsed = await extractArticle({ name, bytes, format }, maxBytes);
      const others = dropped.filter((one) => one.name !== name).slice(1 - mostDropped);
      const taken = new Set([...configured, ...others.map(({ article }) => article)].map(({ id }) => id));
      const article = { ...parsed, id: idFor(name, (id) => taken.has(id)) };
      // First, so that nothing changes where it fails.
      whole = makeBot([article]);
      dropped = [...others, { name, article }];
      inUse = [article.id];
      const { services } = whole;
      const suggestions = services.suggestQuestions?.(services.library, article.id) ?? [];
      return previewOf(
        article,
        suggestions.map(({ question }) => question),
      );
    },
  };
}
