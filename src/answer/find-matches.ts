import type { Library } from "../search/library.ts";
import { mergeSpans, type Span } from "../text/span.ts";
import { sourceSpan } from "../text/source-span.ts";
import type { Question } from "./question.ts";
import type { RankedSentence, Ranking } from "./rank-sentences.ts";

/**
 * Finds what of a sentence matches the question: its words, the pairs of its ideographs, and other ways to say a word,
 * as spans into the article. A single ideograph matches only where the question has it as a word.
 */
export function findMatches(
  library: Library,
  { passage, sentence }: RankedSentence,
  { question, ranking }: { readonly question: Question; readonly ranking: Ranking },
): Span[] {
  const span = passage.sentences[sentence]?.span;
  if (!span) return [];
  const { folded, terms } = library.analyse(passage.article.text, span.start, span.end);
  const wanted = new Set([...question.words, ...question.pairs].map(({ text }) => text));
  const others = ranking.alternatives.flat().map(({ text }) => text);
  for (const text of others) wanted.add(text);
  const spans = terms.filter(({ text }) => wanted.has(text)).map((term) => term.span);
  for (const text of others.filter((other) => other.length > 2)) {
    for (let at = folded.text.indexOf(text); at >= 0; at = folded.text.indexOf(text, at + text.length)) {
      if (standsAlone(folded.text, at, text)) spans.push(sourceSpan(folded, at, at + text.length));
    }
  }
  return mergeSpans(spans.filter(({ start, end }) => span.start <= start && start < end && end <= span.end));
}

/** Latin letters match whole words only. */
function standsAlone(text: string, at: number, part: string): boolean {
  if (/\p{Script=Han}/u.test(part)) return true;
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + part.length));
}
