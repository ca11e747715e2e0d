import { Jieba } from "@node-rs/jieba";
import { joinLines } from "./broken-lines.ts";
import { createFold, type Fold, type Folded } from "./fold.ts";
import { cutLatin } from "./latin-terms.ts";
import type { Span } from "./span.ts";

/**
 * How a term was cut from the text: a dictionary's word or a run of Latin letters and digits, two neighbouring
 * ideographs, one ideograph, or another spelling of a word: `email` where e-mail stands. A spelling is found, not asked for.
 */
export type TermKind = "word" | "pair" | "character" | "spelling";

export interface Term {
  /** Folded; a Latin word is reduced to its stem. */
  readonly text: string;
  readonly kind: TermKind;
  /** Where it stands, as offsets into the source (not into the folded text). */
  readonly span: Span;
}

/** Text with all its terms. */
export interface AnalysedText {
  readonly folded: Folded;
  /** In reading order of their beginnings; a word that is also a pair stands there once, as a word. */
  readonly terms: readonly Term[];
  /** Names that the dictionary knows or takes for such; worked out at each call. */
  readonly names: () => readonly Name[];
  /** Cuts other words for the same source. */
  readonly recut: (folded: Folded) => AnalysedText;
}

export interface Name {
  /** Folded. */
  readonly text: string;
  readonly kind: "person" | "place" | "organisation";
}

/** Cuts text into terms. */
export type Analyse = (source: string, start?: number, end?: number) => AnalysedText;

export interface AnalyseParts {
  /** Chinese words with their frequencies and tags, in jieba's format. */
  readonly words: Uint8Array;
  /** Reduces a folded Latin word to its stem; without it words stay as they are. */
  readonly stem?: ((word: string) => string) | undefined;
  /** Given where somebody else needs one too: its dictionaries take time to load. */
  readonly fold?: Fold;
}

/** Builds the analyser; loading its dictionaries takes some 0.2 s. */
export function createAnalyse({ words, stem = (word) => word, fold = createFold() }: AnalyseParts): Analyse {
  const jieba = Jieba.withDict(words);
  const cut = (folded: Folded): AnalysedText => {
    const terms = cutTerms(folded, jieba, stem);
    return { folded, terms, names: () => findNames(folded.text, jieba), recut: cut };
  };
  return (source, start = 0, end = source.length) => {
    const folded = joinLines(fold(source, start, end), source);
    return cut(folded);
  };
}

/** The dictionary's part-of-speech tags for names (ICTCLAS's): `nr` and its kinds, `ns`, `nt`. */
function findNames(text: string, jieba: Jieba): Name[] {
  if (!HAN.test(text)) return [];
  return jieba.tag(text, true).flatMap(({ word, tag }): Name[] => {
    if (word.length < 2) return [];
    if (tag.startsWith("nr")) return [{ text: word, kind: "person" }];
    if (tag === "ns") return [{ text: word, kind: "place" }];
    return tag === "nt" ? [{ text: word, kind: "organisation" }] : [];
  });
}

const HAN = /\p{Script=Han}/u;
function cutTerms(folded: Folded, jieba: Jieba, stem: (word: string) => string): Term[] {
  const terms: Term[] = [];
  if (HAN.test(folded.text)) cutHan(folded, jieba, terms);
  for (const { text, at, length, isSpelling } of cutLatin(folded)) {
    terms.push({ text: stem(text), kind: isSpelling ? "spelling" : "word", span: spanOf(folded, at, at + length) });
  }
  return terms.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function cutHan(folded: Folded, jieba: Jieba, terms: Term[]): void {
  const { text } = folded;
  const wordStarts = new Set<number>();
  let at = 0;
  for (const word of jieba.cut(text, true)) {
    // Counted in characters: ideographs beyond the basic plane are two code units each.
    const length = word.length > 1 && HAN.test(word) ? [...word].length : 0;
    if (length > 1) terms.push({ text: word, kind: "word", span: spanOf(folded, at, at + word.length) });
    if (length === 2) wordStarts.add(at);
    at += word.length;
  }
  for (const run of text.matchAll(/\p{Script=Han}+/gu)) {
    const characters = [...run[0]];
    let from = run.index;
    for (const [index, character] of characters.entries()) {
      terms.push({ text: character, kind: "character", span: spanOf(folded, from, from + character.length) });
      const next = characters[index + 1];
      if (next !== undefined && !wordStarts.has(from)) {
        const pair = character + next;
        terms.push({ text: pair, kind: "pair", span: spanOf(folded, from, from + pair.length) });
      }
      from += character.length;
    }
  }
}

/** The source behind a stretch of folded text. */
function spanOf(folded: Folded, from: number, to: number): Span {
  return { start: folded.starts[from] ?? 0, end: folded.ends[to - 1] ?? 0 };
}
