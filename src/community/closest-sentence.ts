import type { Article } from "../article/article.ts";
import { listSentences } from "../article/list-sentences.ts";
import type { Span } from "../text/span.ts";
import { type Steps, whenThere } from "../text/steps.ts";

/** Between two steps so many characters are compared. */
const AT_ONCE = 50_000;
/** A sentence that shares less is another one, not an altered one. */
const LEAST = 0.4;
/** A text is looked for by its beginning. */
const COMPARED = 600;

/** Finds the sentence that has most of a text that does not stand any more, if one has enough of it. */
export function* closestSentence(article: Article, text: string): Steps<Span | undefined> {
  const sought = pairsOf(text.slice(0, COMPARED));
  let best: Span | undefined;
  let [most, compared] = [LEAST, 0];
  const { text: source, sentences } = yield* whenThere(() => ({
    text: article.text,
    sentences: listSentences(article),
  }));
  for (const { span } of sentences) {
    const own = pairsOf(source.slice(span.start, Math.min(span.end, span.start + COMPARED)));
    const shared = own.intersection(sought).size;
    const alike = (2 * shared) / (own.size + sought.size);
    if (alike > most) [best, most] = [span, alike];
    compared += span.end - span.start;
    if (compared < AT_ONCE) continue;
    compared = 0;
    yield undefined;
  }
  return best;
}

/** Neighbouring characters, whatever white space stands between them. */
function pairsOf(text: string): ReadonlySet<string> {
  const letters = text.toLowerCase().replace(/\s+/gu, "");
  return new Set(Array.from(letters.slice(1), (_, at) => letters.slice(at, at + 2)));
}
