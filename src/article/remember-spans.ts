import type { Span } from "../text/span.ts";
import type { Article } from "./article.ts";

/** At least so many spans are remembered of all articles together, and at most twice as many. */
const MOST_SPANS = 2000;
/** Nothing is remembered of a longer span, in UTF-16 code units: what is made of it may take as much memory. */
const LONGEST = 2000;

type Generation<Made> = WeakMap<Article, Map<number, Made>>;

/**
 * Keeps what is made of an article's spans, for those that were asked for last: the same few sentences are quoted again
 * and again. What belongs to an article that is no longer in use goes with it.
 *
 * @param make computes from its arguments alone.
 */
export function rememberSpans<Made>(
  make: (article: Article, span: Span) => Made,
): (article: Article, span: Span) => Made {
  let [young, old]: [Generation<Made>, Generation<Made>] = [new WeakMap(), new WeakMap()];
  let count = 0;

  function keep(article: Article, key: number, made: Made): void {
    if (count >= MOST_SPANS) [young, old, count] = [new WeakMap(), young, 0];
    const known = young.get(article);
    if (known) known.set(key, made);
    else young.set(article, new Map([[key, made]]));
    count += 1;
  }

  return (article, span) => {
    const length = span.end - span.start;
    // Halves of characters and what lies outside are the maker's to refuse.
    if (!(length >= 0 && length <= LONGEST)) return make(article, span);
    const key = span.start * (LONGEST + 1) + length;
    const known = young.get(article)?.get(key);
    if (known !== undefined) return known;
    const made = old.get(article)?.get(key) ?? make(article, span);
    if (made !== undefined) keep(article, key, made);
    return made;
  };
}
