import type { AnswerKind } from "../languages/language.ts";
import { remember } from "../languages/remember.ts";
import type { SentenceBlock } from "../search/sentence-block.ts";
import type { SentenceFacts } from "../search/sentence-facts.ts";

/** Columns of a block's sentences that are the same whatever is asked. */
export interface BlockFacts {
  readonly item: Float64Array;
  readonly table: Float64Array;
  readonly asks: Float64Array;
  /** It leads in to what follows. */
  readonly lead: Float64Array;
  readonly length: Float64Array;
  readonly short: Float64Array;
  readonly first: Float64Array;
  readonly answeredBelow: Float64Array;
  readonly opensAnswer: Float64Array;
  readonly refersBack: Float64Array;
  /** What weight is divided by: it grows with a sentence's length. */
  readonly weightDivisor: Float64Array;
  /** How many words each has. */
  readonly words: Float64Array;
  /** The index of the sentence that names what one is about that begins with a pronoun; -1 where there is none. */
  readonly subject: Int32Array;
  /** The kinds of what each tells, a bit for each. */
  readonly kinds: Int32Array;
}

export const factsOfBlock = remember((block: SentenceBlock): BlockFacts => {
  const { sentences } = block;
  const is = (holds: (facts: SentenceFacts) => boolean): Float64Array =>
    Float64Array.from(sentences, ({ facts }) => (holds(facts) ? 1 : 0));
  const measure = (value: (facts: SentenceFacts) => number): Float64Array =>
    Float64Array.from(sentences, ({ facts }) => value(facts));
  return {
    item: Float64Array.from(sentences, ({ kind }) => (kind === "list-item" ? 1 : 0)),
    table: Float64Array.from(sentences, ({ kind }) => (kind === "table" ? 1 : 0)),
    asks: is(({ asks }) => asks),
    lead: is(({ text }) => /[:]\s*$/u.test(text)),
    length: measure(({ text }) => Math.log(1 + text.length) / 5),
    short: is(({ text }) => text.length < SHORT),
    first: Float64Array.from(sentences, ({ place }) => (place === 0 ? 1 : 0)),
    answeredBelow: is(({ ties }) => ties.asksAs !== undefined),
    opensAnswer: is(({ ties }) => ties.opensAnswer),
    refersBack: is(({ ties }) => ties.refersBack),
    weightDivisor: measure(({ text }) => 20 + 4 * Math.sqrt(text.length)),
    words: measure(({ words }) => words),
    subject: Int32Array.from(sentences, (_, at) => subjectOf(block, at)),
    kinds: Int32Array.from(sentences, ({ facts }) => bitsOf(facts.kinds)),
  };
});

/** A shorter sentence is seldom an answer, in UTF-16 code units. */
const SHORT = 14;
/** How far back the sentence may stand that names what others only refer to. */
const SENTENCES_BACK = 4;

function subjectOf({ sentences, previous }: SentenceBlock, index: number): number {
  let at = index;
  for (let step = 0; step < SENTENCES_BACK && sentences[at]?.facts.ties.refersBack; step += 1) {
    at = previous[at] ?? -1;
    if (at < 0) return -1;
    if (!sentences[at]?.facts.ties.refersBack) return at;
  }
  return -1;
}

const BITS: Readonly<Record<AnswerKind, number>> = {
  work: 1,
  year: 2,
  person: 4,
  place: 8,
  organisation: 16,
  date: 32,
  number: 64,
  reason: 128,
  manner: 256,
  opinion: 512,
  definition: 1024,
  naming: 2048,
  purpose: 4096,
  age: 8192,
  permission: 16_384,
  denial: 32_768,
  apposition: 65_536,
};

/** One bit for each kind. */
function bitsOf(kinds: Iterable<AnswerKind>): number {
  let bits = 0;
  for (const kind of kinds) bits |= BITS[kind];
  return bits;
}

/** Tells of each sentence whether it is of one of some kinds. */
export function tellsAny(block: SentenceBlock, wanted: readonly AnswerKind[], column: Float64Array): Float64Array {
  const { kinds } = factsOfBlock(block);
  const bits = bitsOf(wanted);
  for (let at = 0; at < column.length; at += 1) column[at] = ((kinds[at] ?? 0) & bits) === 0 ? 0 : 1;
  return column;
}
