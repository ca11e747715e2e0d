import type { Folded } from "../text/fold.ts";
import { overlaps, type Span } from "../text/span.ts";
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

/** Lists what of a question carries content. */
export function cutParts(
  { folded, terms }: { readonly folded: Folded; readonly terms: readonly Term[] },
  { frames, asking }: Framing,
): QuestionParts {
  const offsets = offsetsByStart(folded);
  const placed = terms.map(({ text, kind, span }) => {
    const at = offsets.get(span.start) ?? 0;
    return { kind, part: { text, span, at, length: folded.ends.lastIndexOf(span.end) + 1 - at } };
  });
  const empty = [...frames, ...(asking ? [asking] : [])];
  const words = new Map<string, QuestionPart>();
  const pairs = new Map<string, QuestionPart>();
  const characters = new Map<string, QuestionPart>();
  for (const { kind, part } of placed) {
    const { text, at, length } = part;
    if (isStopWord(text) || empty.some((span) => overlaps(span, { start: at, end: at + length }))) continue;
    if (kind === "character") keep(characters, part, MOST_CHARACTERS);
    if (isPair(text)) keep(pairs, part, MOST_PAIRS);
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

/** The first folded offset for each source offset. */
function offsetsByStart(folded: Folded): Map<number, number> {
  const offsets = new Map<number, number>();
  for (const [at, start] of folded.starts.entries()) if (!offsets.has(start)) offsets.set(start, at);
  return offsets;
}
