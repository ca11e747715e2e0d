import type { QuestionType } from "../languages/language.ts";
import { languages } from "../languages/all.ts";
import type { Analyse } from "../text/terms.ts";
import type { Folded } from "../text/fold.ts";
import type { Span } from "../text/span.ts";

/** A word of a question that carries content. */
export interface QuestionWord {
  /** Folded; a Latin word is reduced to its stem. */
  readonly text: string;
  readonly script: "Han" | "Latin";
  /** Where it first stands in the question as asked. */
  readonly span: Span;
  /** Where it first stands in the folded question. */
  readonly at: number;
}

/** What is known of a question before any article is looked at. */
export interface Question {
  /** As asked. */
  readonly source: string;
  readonly folded: Folded;
  readonly type: QuestionType;
  /** The words that ask, in the folded question; absent for keywords. */
  readonly asking?: Span;
  /** Each word once, in reading order. */
  readonly words: readonly QuestionWord[];
  /** Neighbouring ideographs of the content, each pair once. */
  readonly pairs: readonly string[];
  readonly characters: readonly string[];
}

const HAN = /\p{Script=Han}/u;
const stopWords = new Set(languages.flatMap((language) => [...language.stopWords]));

/** Analyses a question: what it asks for, and the words it is made of without those that only ask. */
export function analyseQuestion(source: string, analyse: Analyse): Question {
  const { folded, terms } = analyse(source);
  const { type, asking } = findType(folded.text);
  const frames = [...framesOf(folded.text), ...(asking ? [asking] : [])];
  const inFrame = (from: number, to: number): boolean => frames.some((frame) => from < frame.end && to > frame.start);
  const offsets = offsetsByStart(folded);
  const words = new Map<string, QuestionWord>();
  const pairs = new Set<string>();
  const characters = new Set<string>();
  for (const term of terms) {
    const at = offsets.get(term.span.start) ?? 0;
    const isHan = HAN.test(term.text);
    if (inFrame(at, at + (isHan ? term.text.length : 1)) || stopWords.has(term.text)) continue;
    if (term.kind === "character") characters.add(term.text);
    if (isHan && term.text.length === 2 && ![...term.text].some((character) => STOP_CHARACTERS.test(character))) pairs.add(term.text);
    if (term.kind !== "word" || words.has(term.text)) continue;
    words.set(term.text, { text: term.text, script: isHan ? "Han" : "Latin", span: term.span, at });
  }
  return { source, folded, type, ...(asking && { asking }), words: [...words.values()], pairs: [...pairs], characters: [...characters] };
}

/** Ideographs that build the sentence rather than its content. */
const STOP_CHARACTERS = /[的了在是和与或及而但也都就又还则于以被把对从向到由为给让使将其之者所着吗呢吧啊]/u;

function findType(text: string): { readonly type: QuestionType; readonly asking?: Span } {
  for (const { type, pattern } of languages.flatMap((language) => language.questionRules)) {
    const match = pattern.exec(text);
    if (match) return { type, asking: { start: match.index, end: match.index + match[0].length } };
  }
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

