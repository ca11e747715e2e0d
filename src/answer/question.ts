import { isStopWord } from "./stop-words.ts";
import type { QuestionType } from "../languages/language.ts";
import { languages } from "../languages/all.ts";
import type { Analyse, Name } from "../text/terms.ts";
import type { Folded } from "../text/fold.ts";
import { findQuantities } from "../text/quantities.ts";
import type { Quantity } from "../text/quantity.ts";
import type { Span } from "../text/span.ts";

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

/** What is known of a question before any article is looked at. */
export interface Question {
  /** As asked. */
  readonly source: string;
  readonly folded: Folded;
  readonly type: QuestionType;
  readonly asksForWork: boolean;
  /** Matches the canonical unit of the amount that is asked for; absent where none is. */
  readonly askedUnit?: RegExp;
  /** It commands the program instead of asking the article. */
  readonly commands: boolean;
  /** Names that the dictionary knows or takes for such. */
  readonly names: readonly Name[];
  /** Numbers, dates and times that the question states, at their places in the folded question. */
  readonly quantities: readonly Quantity[];
  /** The words that ask, in the folded question; absent for keywords. */
  readonly asking?: Span;
  /** Each word once, in reading order. */
  readonly words: readonly QuestionPart[];
  /** Neighbouring ideographs of the content, each pair once. */
  readonly pairs: readonly QuestionPart[];
  /** Its single ideographs. */
  readonly characters: readonly QuestionPart[];
}

const HAN = /\p{Script=Han}/u;
/** Analyses a question: what it asks for, and the words it is made of without those that only ask. */
export function analyseQuestion(source: string, analyse: Analyse): Question {
  const { folded, terms, names } = analyse(source);
  const { type, asking } = findType(folded.text);
  const askedUnit = languages.flatMap(({ amountRules }) => amountRules).find(({ pattern }) => pattern.test(folded.text))?.unit;
  const frames = [...framesOf(folded.text), ...(asking ? [asking] : [])];
  const inFrame = (from: number, to: number): boolean => frames.some((frame) => from < frame.end && to > frame.start);
  const offsets = offsetsByStart(folded);
  const words = new Map<string, QuestionPart>();
  const pairs = new Map<string, QuestionPart>();
  const characters = new Map<string, QuestionPart>();
  for (const { text, kind, span } of terms) {
    const at = offsets.get(span.start) ?? 0;
    const length = folded.ends.lastIndexOf(span.end) + 1 - at;
    const part = { text, span, at, length };
    if (inFrame(at, at + length) || isStopWord(text)) continue;
    if (kind === "character") keep(characters, part, MOST_CHARACTERS);
    if (isPair(text)) keep(pairs, part, MOST_PAIRS);
    if (kind === "word") keep(words, part, MOST_WORDS);
  }
  return {
    source,
    folded,
    type,
    ...(askedUnit && { askedUnit }),
    commands: languages.some(({ command }) => command.test(folded.text)),
    names: names(),
    quantities: findQuantities(folded.text).slice(0, MOST_QUANTITIES),
    asksForWork: languages.some((language) => language.asksForWork.test(folded.text)),
    ...(asking && { asking }),
    words: [...words.values()],
    pairs: [...pairs.values()],
    characters: [...characters.values()],
  };
}

/** So much of a question is looked for; longer ones are texts, not questions, and must not take longer. */
const MOST_WORDS = 40;
const MOST_PAIRS = 60;
const MOST_CHARACTERS = 60;
const MOST_QUANTITIES = 8;

function keep(parts: Map<string, QuestionPart>, part: QuestionPart, most: number): void {
  if (!parts.has(part.text) && parts.size < most) parts.set(part.text, part);
}

function isPair(text: string): boolean {
  return text.length === 2 && HAN.test(text) && !STOP_CHARACTERS.test(text);
}

/** Ideographs that build the sentence rather than its content. */
const STOP_CHARACTERS = /[的了在是和与或及而但也都就又还则于以被把对从向到由为给让使将其之者所着吗呢吧啊]/u;

function findType(text: string): { readonly type: QuestionType; readonly asking?: Span } {
  for (const { type, pattern } of languages.flatMap((language) => language.questionRules)) {
    const match = pattern.exec(text);
    if (match) return { type, asking: { start: match.index, end: match.index + match[0].length } };
  }
  if (/(?:是|为|叫|有|于|指|达|共)\s*[?]?\s*$/u.test(text)) return { type: "what" };
  return { type: /[?]\s*$/u.test(text) ? "yes-no" : "keywords" };
}

function framesOf(text: string): Span[] {
  return languages.flatMap(({ frame }) =>
    [...text.matchAll(frame)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}

/** The first folded offset for each source offset. */
function offsetsByStart(folded: Folded): Map<number, number> {
  const offsets = new Map<number, number>();
  for (const [at, start] of folded.starts.entries()) if (!offsets.has(start)) offsets.set(start, at);
  return offsets;
}

