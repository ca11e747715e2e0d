import type { BroadAnswer, Quote } from "./answer.ts";
import { findComparison } from "./find-comparison.ts";
import type { Question } from "./question.ts";
import { sourceSpan } from "./resumed-text.ts";

/** One of two things that are compared, folded. */
export interface Side {
  readonly words: string;
  /** In what it is compared; empty where the question names nothing. */
  readonly aspect: string;
}

interface NamedSide {
  /** As the asker wrote it. */
  readonly name: string;
  readonly quotes: readonly Quote[];
}

/** Between the two sides of what speaks of both. */
const BOTH = " · ";

/**
 * Quotes the best sentence for each side of a comparison, each marked with its side; one that is the best for both comes first.
 * Where nothing speaks of one side, it is told as missing; where of neither, or nothing is compared, gives nothing.
 */
export function compareSides(question: Question, best: (side: Side) => readonly Quote[]): BroadAnswer | undefined {
  const comparison = findComparison(question.folded.text);
  if (!comparison) return undefined;
  const { sides, aspect } = comparison;
  const [one, other] = writeSides(question, sides);
  const found: readonly [NamedSide, NamedSide] = [
    { name: one, quotes: best({ words: sides[0], aspect }) },
    { name: other, quotes: best({ words: sides[1], aspect }) },
  ];
  const missing = found.filter(({ quotes }) => quotes.length === 0).map(({ name }) => name);
  if (missing.length === 2) return undefined;
  const quotes = quoteSides(found);
  return missing.length > 0 ? { quotes, missing } : { quotes };
}

function quoteSides([one, other]: readonly [NamedSide, NamedSide]): readonly Quote[] {
  const [first, second] = [one.quotes[0], other.quotes[0]];
  if (!first || !second) return [one, other].flatMap(({ name, quotes: [quote] }) => mark(quote, name));
  if (!isSame(first, second)) return [...mark(first, one.name), ...mark(second, other.name)];
  const [next, last] = [one, other].map(({ quotes }) => quotes.find((quote) => !isSame(quote, first)));
  const both = `${one.name}${BOTH}${other.name}`;
  if (next && last && isSame(next, last)) return [...mark(first, both), ...mark(next, both)];
  return [...mark(first, both), ...mark(next, one.name), ...mark(last, other.name)];
}

function mark(quote: Quote | undefined, side: string): Quote[] {
  return quote ? [{ ...quote, side }] : [];
}

function isSame(one: Quote, other: Quote): boolean {
  return one.article === other.article && one.span.start === other.span.start;
}

/** The sides stand in the question in their order. */
function writeSides(question: Question, [one, other]: readonly [string, string]): readonly [string, string] {
  const { text } = question.folded;
  const first = text.indexOf(one);
  const second = text.indexOf(other, first + one.length);
  const write = (start: number, side: string): string => {
    if (start < 0) return side;
    const span = sourceSpan(question, { start, end: start + side.length });
    return question.source.slice(span.start, span.end);
  };
  return [write(first, one), write(second, other)];
}
