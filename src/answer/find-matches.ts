import type { Library } from "../search/library.ts";
import { visibleParts } from "../article/visible-parts.ts";
import type { Folded } from "../text/fold.ts";
import { mergeSpans, type Span } from "../text/span.ts";
import { sourceSpan } from "../text/source-span.ts";
import type { Question } from "./question.ts";
import type { RankedSentence, Ranking } from "./rank-sentences.ts";

/** What is to be marked in quotes. */
export interface Sought {
  /** As terms. */
  readonly terms: ReadonlySet<string>;
  /** Looked for as they stand, since a text may be cut otherwise. */
  readonly phrases: readonly string[];
}

/**
 * Lists what is marked for a question: its words, the pairs of its ideographs, and other ways to say a word. A single
 * ideograph is only where the question has it as a word.
 */
export function listSought({ words, pairs }: Question, alternatives: Ranking["alternatives"]): Sought {
  const others = alternatives.flat().map(({ text }) => text);
  return {
    terms: new Set([...[...words, ...pairs].map(({ text }) => text), ...others]),
    phrases: others.filter((other) => other.length > 2),
  };
}

/** Finds what of a sentence matches a question, as spans into the article, in what a reader sees of it. */
export function findMatches(
  library: Library,
  { passage: { article, paragraph, sentences }, sentence }: RankedSentence,
  { terms: wanted, phrases }: Sought,
): Span[] {
  const quoted = sentences[sentence];
  if (!quoted) return [];
  const { span } = quoted;
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
