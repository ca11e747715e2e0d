import { joinLines } from "./broken-lines.ts";
import { cutKnowing, type KnownWords } from "./cut-knowing.ts";
import { createFold, type Fold, type Folded } from "./fold.ts";
import { cutLatin } from "./latin-terms.ts";
import { type Dictionaries, findNames, namesAmong, openDictionaries } from "./names.ts";
import { rememberTexts } from "./remember-texts.ts";
import type { Span } from "./span.ts";
import { createWordCutter } from "./word-cutter.ts";
import type { WordList } from "./word-list.ts";

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
  /** Of a single ideograph: whether it is a word of its own, begins or ends one, or stands within. */
  readonly stands?: "alone" | "edge" | "inside";
}

/** Text with all its terms. */
export interface AnalysedText {
  readonly folded: Folded;
  /** In reading order of their beginnings; a word that is also a pair stands there once, as a word. Worked out at first use. */
  readonly terms: readonly Term[];
  /** Those of them that are no ideographs. */
  readonly latinTerms: readonly Term[];
  /** Names that the dictionary knows or takes for such; worked out at each call. */
  names(): readonly Name[];
  /** Cuts a question anew with the text in view that it is asked of. */
  asQuestion(view: QuestionView): QuestionTerms;
  /** Cuts other words for the same source. */
  recut(folded: Folded): AnalysedText;
}

/** What a question is cut by. */
export interface QuestionView {
  /** The words of the text that is asked about. */
  readonly known: KnownWords;
  /** Whether a folded word carries no content. */
  readonly isEmpty: (word: string) => boolean;
}

/** A question's terms, of which single ideographs with content are words too, and its names. */
export interface QuestionTerms {
  readonly terms: readonly Term[];
  readonly names: readonly Name[];
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
  /** Further words, and which of all are names. */
  readonly list?: WordList;
  /** Reduces a folded Latin word to its stem; without it words stay as they are. */
  readonly stem?: ((word: string) => string) | undefined;
  /** Given where somebody else needs one too: its dictionaries take time to load. */
  readonly fold?: Fold;
}

/** So many stems, and so many analysed short texts, are kept: what is asked is asked in much the same words. */
const STEMS = { most: 4000, longest: 24 };
const TEXTS = { most: 128, longest: 200 };

/** Builds the analyser; loading its dictionaries takes some 0.2 s. */
export function createAnalyse(parts: AnalyseParts): Analyse {
  const { words, list, stem = (word) => word, fold = createFold() } = parts;
  const dictionaries = openDictionaries(createWordCutter(words), list);
  const stemOf = rememberTexts(stem, STEMS);
  const cut = (folded: Folded): AnalysedText => analyseFolded(folded, { ...dictionaries, stem: stemOf });
  const analyseWhole = rememberTexts((source) => cut(joinLines(fold(source), source)), TEXTS);
  return (source, start = 0, end = source.length) =>
    end - start === source.length ? analyseWhole(source) : cut(joinLines(fold(source, start, end), source));
}

interface Cutting extends Dictionaries {
  readonly stem: (word: string) => string;
}

function analyseFolded(folded: Folded, cutting: Cutting): AnalysedText {
  return new AnalysedFolded(folded, cutting);
}

/**
 * Works terms out at their first use. It is a class because V8 gives every object that is written with getters of its own a
 * shape of its own, which is slow to read and keeps what it holds until the next full collection.
 */
class AnalysedFolded implements AnalysedText {
  readonly folded: Folded;
  readonly #cutting: Cutting;
  #terms: readonly Term[] | undefined;
  #latin: readonly Term[] | undefined;

  constructor(folded: Folded, cutting: Cutting) {
    this.folded = folded;
    this.#cutting = cutting;
  }

  get terms(): readonly Term[] {
    return (this.#terms ??= this.#withHan((text) => this.#cutting.cutter.cut(text, true)));
  }

  get latinTerms(): readonly Term[] {
    return (this.#latin ??= orderTerms(latinTerms(this.folded, this.#cutting.stem)));
  }

  names(): readonly Name[] {
    return HAN.test(this.folded.text) ? findNames(this.folded.text, this.#cutting) : [];
  }

  asQuestion(view: QuestionView): QuestionTerms {
    let tokens: readonly string[] = [];
    const terms = this.#withHan((text) => (tokens = cutQuestion(text, view, this.#cutting)), view.isEmpty);
    return { terms, names: namesAmong(tokens, this.#cutting) };
  }

  recut(folded: Folded): AnalysedText {
    return analyseFolded(folded, this.#cutting);
  }

  #withHan(cut: (text: string) => readonly string[], isEmpty?: (word: string) => boolean): readonly Term[] {
    if (!HAN.test(this.folded.text)) return this.latinTerms;
    return orderTerms([...cutHan(this.folded, cut(this.folded.text), isEmpty), ...this.latinTerms]);
  }
}

/** Longer ones are texts, not questions, and must not take longer: so many code units are cut with care. */
const CUT_WITH_CARE = 400;

function cutQuestion(text: string, { known, isEmpty }: QuestionView, { cutter, list }: Dictionaries): string[] {
  const head = text.slice(0, CUT_WITH_CARE);
  const tail = text.slice(CUT_WITH_CARE);
  const words = { ways: cutter.findWays(head), list, isFunction: isEmpty, known };
  const tokens = cutKnowing(head, words);
  return tail === "" ? tokens : [...tokens, ...cutter.cut(tail, true)];
}

const HAN = /\p{Script=Han}/u;

/** By where they begin, the longer first, of equals in their order. Hardly any begin together, so that it takes linear time. */
function orderTerms(terms: readonly Term[]): readonly Term[] {
  if (terms.length < 2) return terms;
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const { span } of terms) {
    least = Math.min(least, span.start);
    most = Math.max(most, span.start);
  }
  // For each beginning its first term, and for each term the next one there; one more than its place each, 0 where none is.
  const [heads, nexts] = [new Uint32Array(most - least + 1), new Uint32Array(terms.length + 1)];
  for (let number = terms.length; number > 0; number -= 1) {
    const { start, end } = terms[number - 1]?.span ?? NOWHERE;
    const isLonger = (other: number): boolean => (terms[other - 1]?.span.end ?? 0) > end;
    let [before, next] = [0, heads[start - least] ?? 0];
    while (next > 0 && isLonger(next)) [before, next] = [next, nexts[next] ?? 0];
    nexts[number] = next;
    if (before > 0) nexts[before] = number;
    else heads[start - least] = number;
  }
  const ordered: Term[] = [];
  for (const head of heads) {
    for (let number = head; number > 0; number = nexts[number] ?? 0) {
      const term = terms[number - 1];
      if (term) ordered.push(term);
    }
  }
  return ordered;
}

const NOWHERE: Span = { start: 0, end: 0 };

function latinTerms(folded: Folded, stem: (word: string) => string): Term[] {
  return cutLatin(folded).map(({ text, at, length, isSpelling }) => ({
    text: stem(text),
    kind: isSpelling ? "spelling" : "word",
    span: spanOf(folded, at, at + length),
  }));
}

/** What begins or ends at an ideograph: a word of two, of more, of one, or of one without content. */
const [PAIR, EDGE, ALONE, EMPTY] = [1, 2, 3, 4];

/**
 * Makes terms of words.
 *
 * @param isEmpty makes single ideographs words too, unless it says that they are empty; those stand in no pair.
 */
function cutHan(folded: Folded, words: readonly string[], isEmpty?: (word: string) => boolean): Term[] {
  const terms: Term[] = [];
  const { text } = folded;
  const marks = new Uint8Array(text.length + 1);
  let at = 0;
  for (const word of words) {
    // Counted in characters: ideographs beyond the basic plane are two code units each.
    const length = HAN.test(word) ? countCharacters(word) : 0;
    const isWord = length > 1 || (length === 1 && isEmpty?.(word) === false);
    if (isWord) terms.push({ text: word, kind: "word", span: spanOf(folded, at, at + word.length) });
    if (length === 1) marks[at] = isEmpty && !isWord ? EMPTY : ALONE;
    if (length > 1) {
      marks[at] = length === 2 ? PAIR : EDGE;
      marks[at + word.length - 1] = EDGE;
    }
    at += word.length;
  }
  for (const { 0: run, index } of text.matchAll(/\p{Script=Han}+/gu)) {
    const end = index + run.length;
    for (let from = index; from < end;) {
      const mark = marks[from];
      const behind = from + characterLength(text, from);
      const stands = mark === ALONE ? "alone" : mark === PAIR || mark === EDGE ? "edge" : "inside";
      terms.push({ text: text.slice(from, behind), kind: "character", span: spanOf(folded, from, behind), stands });
      if (behind < end && mark !== PAIR && mark !== EMPTY && marks[behind] !== EMPTY) {
        const to = behind + characterLength(text, behind);
        terms.push({ text: text.slice(from, to), kind: "pair", span: spanOf(folded, from, to) });
      }
      from = behind;
    }
  }
  return terms;
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1;
}

function countCharacters(word: string): number {
  let count = 0;
  for (let at = 0; at < word.length; at += characterLength(word, at)) count += 1;
  return count;
}

/** The source behind a stretch of folded text. */
function spanOf(folded: Folded, from: number, to: number): Span {
  return { start: folded.starts[from] ?? 0, end: folded.ends[to - 1] ?? 0 };
}
