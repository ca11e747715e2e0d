import type { Folded } from "../text/fold.ts";
import type { Span } from "../text/span.ts";
import type { Term } from "../text/terms.ts";
import { isStopWord } from "./stop-words.ts";

/** A word of a question that carries content, or a part of one. */
export interface QuestionPart {
  /** Folded; a Latin word is reduced to its stem. */
  readonly text: string;
  /** Where it first stands in the question as asked. */
  readonly span: Span;
  /** Where it first stands in the folded question, and for how many code units. */
  readonly at: number;
  readonly length: number;
}

export interface QuestionParts {
  /** Each word once, in reading order. */
  readonly words: readonly QuestionPart[];
  /** Neighbouring ideographs of the content, each pair once. */
  readonly pairs: readonly QuestionPart[];
  /** Its single ideographs. */
  readonly characters: readonly QuestionPart[];
}

/** What of a folded question carries no content. */
export interface Framing {
  /** Greetings and the like. */
  readonly frames: readonly Span[];
  /** The words that ask. */
  readonly asking: Span | undefined;
}

export interface PlacedTerm {
  readonly kind: Term["kind"];
  readonly part: QuestionPart;
}

/** Lists what of a question carries content; in linear time, since a question may hold thousands of terms and frames. */
export function cutParts(
  { folded, terms }: { readonly folded: Folded; readonly terms: readonly Term[] },
  { frames, asking }: Framing,
): QuestionParts {
  const placed = placeTerms(folded, terms);
  const insideWord = markInsides(folded, placed);
  // 请 is no greeting in 申请, and 吧 no particle in 酒吧.
  const empty = frames.filter(({ start, end }) => insideWord[start] !== 1 && insideWord[end] !== 1);
  const isEmpty = new Uint8Array(folded.text.length);
  for (const { start, end } of asking ? [...empty, asking] : empty) isEmpty.fill(1, start, end);
  const holdsEmpty = ({ at, length }: QuestionPart): boolean => {
    for (let unit = at; unit < at + length; unit += 1) if (isEmpty[unit] === 1) return true;
    return false;
  };
  return keepContent(placed.filter(({ part }) => !holdsEmpty(part)));
}

/** Finds where in the folded text terms stand. */
export function placeTerms({ starts, ends }: Folded, terms: readonly Term[]): PlacedTerm[] {
  const size = (ends.at(-1) ?? 0) + 1;
  // By offset into the source, one more than where in the folded text what begins or ends there first or last stands.
  const [first, last] = [new Uint32Array(size), new Uint32Array(size)];
  for (let at = starts.length - 1; at >= 0; at -= 1) first[starts[at] ?? 0] = at + 1;
  for (let at = 0; at < ends.length; at += 1) last[ends[at] ?? 0] = at + 1;
  return terms.map(({ text, kind, span }) => {
    const at = Math.max(0, (first[span.start] ?? 0) - 1);
    return { kind, part: { text, span, at, length: (last[span.end] ?? 0) - at } };
  });
}

/** 1 for each offset that would cut a word in two. */
function markInsides({ text }: Folded, terms: readonly PlacedTerm[]): Uint8Array {
  const inside = new Uint8Array(text.length + 1);
  for (const { kind, part } of terms) if (kind === "word") inside.fill(1, part.at + 1, part.at + part.length);
  return inside;
}

function keepContent(terms: readonly PlacedTerm[]): QuestionParts {
  const words = new Map<string, QuestionPart>();
  const pairs = new Map<string, QuestionPart>();
  const characters = new Map<string, QuestionPart>();
  for (const { kind, part } of terms) {
    if (isStopWord(part.text)) continue;
    if (kind === "character") keep(characters, part, MOST_CHARACTERS);
    if (isPair(part.text)) keep(pairs, part, MOST_PAIRS);
    if (kind === "word") keep(words, part, MOST_WORDS);
  }
  return { words: [...words.values()], pairs: [...pairs.values()], characters: [...characters.values()] };
}

/** So much of a question is looked for; longer ones are texts, not questions, and must not take longer. */
const MOST_WORDS = 40;
const MOST_PAIRS = 60;
const MOST_CHARACTERS = 60;

function keep(parts: Map<string, QuestionPart>, part: QuestionPart, most: number): void {
  if (!parts.has(part.text) && parts.size < most) parts.set(part.text, part);
}

function isPair(text: string): boolean {
  return text.length === 2 && /\p{Script=Han}/u.test(text) && !STOP_CHARACTERS.test(text);
}

/** Ideographs that build the sentence rather than its content. */
const STOP_CHARACTERS = /[的了在是和与或及而但也都就又还则于以被把对从向到由为给让使将其之者所着吗呢吧啊]/u;
