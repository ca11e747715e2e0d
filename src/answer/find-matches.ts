import type { Library } from "../search/library.ts";
import { visibleParts } from "../article/visible-parts.ts";
import type { Folded } from "../text/fold.ts";
import { mergeSpans, type Span } from "../text/span.ts";
import { sourceSpan } from "../text/source-span.ts";
import type { Question } from "./question.ts";
import type { RankedSentence, Ranking } from "./rank-sentences.ts";

/**
 * Finds what of a sentence matches the question: its words, the pairs of its ideographs, and other ways to say a word,
 * as spans into the article, in what a reader sees of it. A single ideograph matches only where the question has it as
 * a word.
 */
export function findMatches(
  library: Library,
  { passage: { article, paragraph, sentences }, sentence }: RankedSentence,
  { question, ranking }: { readonly question: Question; readonly ranking: Ranking },
): Span[] {
  const quoted = sentences[sentence];
  if (!quoted) return [];
  const { span } = quoted;
  const others = ranking.alternatives.flat().map(({ text }) => text);
  const wanted = new Set([...[...question.words, ...question.pairs].map(({ text }) => text), ...others]);
  const phrases = others.filter((other) => other.length > 2);
  const { folded, terms } = library.analyseSentence(article, paragraph, quoted);
  const found = terms.filter(({ text }) => wanted.has(text)).map((term) => term.span);
  const seen = [...found, ...phrases.flatMap((phrase) => findPhrase(folded, phrase))];
  // A word that a line's end broke is marked in its two parts, without what a Markdown source has between them.
  const spans = seen.flatMap((each) => visibleParts(paragraph, each));
  return mergeSpans(spans.filter(({ start, end }) => span.start <= start && start < end && end <= span.end));
}

function findPhrase(folded: Folded, phrase: string): Span[] {
  const spans: Span[] = [];
  for (let at = folded.text.indexOf(phrase); at >= 0; at = folded.text.indexOf(phrase, at + phrase.length)) {
    if (standsAlone(folded.text, at, phrase)) spans.push(sourceSpan(folded, at, at + phrase.length));
  }
  return spans;
}

/** Latin letters match whole words only. */
function standsAlone(text: string, at: number, part: string): boolean {
  if (/\p{Script=Han}/u.test(part)) return true;
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + part.length));
}
