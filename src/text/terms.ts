import { joinLines } from "./broken-lines.ts";
import { cutKnowing, type KnownWords } from "./cut-knowing.ts";
import { createFold, type Fold, type Folded } from "./fold.ts";
import { cutLatin } from "./latin-terms.ts";
import type { Span } from "./span.ts";
import { createWordCutter, type WordCutter } from "./word-cutter.ts";
import { looksLikePerson, type WordList } from "./word-list.ts";

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
  /** In reading order of their beginnings; a word that is also a pair stands there once, as a word. */
  readonly terms: readonly Term[];
  /** Names that the dictionary knows or takes for such; worked out at each call. */
  readonly names: () => readonly Name[];
  /** Cuts a question anew with the text in view that it is asked of. */
  readonly asQuestion: (view: QuestionView) => QuestionTerms;
  /** Cuts other words for the same source. */
  readonly recut: (folded: Folded) => AnalysedText;
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

/** Builds the analyser; loading its dictionaries takes some 0.2 s. */
export function createAnalyse(parts: AnalyseParts): Analyse {
  const { words, list, stem = (word) => word, fold = createFold() } = parts;
  const cutter = createWordCutter(words);
  const cut = (folded: Folded): AnalysedText => {
    const hasHan = HAN.test(folded.text);
    return {
      folded,
      terms: orderTerms([
        ...(hasHan ? cutHan(folded, cutter.cut(folded.text, true)) : []),
        ...latinTerms(folded, stem),
      ]),
      names: () => (hasHan ? findNames(folded.text, { cutter, list }) : []),
      asQuestion: (view) => {
        const tokens = hasHan ? cutQuestion(folded.text, view, { cutter, list }) : [];
        const terms = orderTerms([...cutHan(folded, tokens, view.isEmpty), ...latinTerms(folded, stem)]);
        return { terms, names: namesAmong(tokens, { cutter, list }) };
      },
      recut: cut,
    };
  };
  return (source, start = 0, end = source.length) => cut(joinLines(fold(source, start, end), source));
}

interface Dictionaries {
  readonly cutter: WordCutter;
  readonly list: WordList | undefined;
}

/** Longer ones are texts, not questions, and must not take longer: so many code units are cut with care. */
const CUT_WITH_CARE = 400;

function cutQuestion(text: string, { known, isEmpty }: QuestionView, { cutter, list }: Dictionaries): string[] {
  const head = text.slice(0, CUT_WITH_CARE);
  const tail = text.slice(CUT_WITH_CARE);
  const listed = new Set(cutter.cutAll(head));
  const guessed = new Set(cutter.cut(head, true).filter((word) => !listed.has(word)));
  const tokens = cutKnowing(head, {
    likeliest: cutter.cut(head, false),
    guessed,
    listed,
    list: list ?? listOf(listed),
    isFunction: isEmpty,
    known,
  });
  return tail === "" ? tokens : [...tokens, ...cutter.cut(tail, true)];
}

/** Where there is no second dictionary, the first one's words are beyond doubt. */
function listOf(words: ReadonlySet<string>): WordList {
  return { find: (word) => (words.has(word) ? "word" : undefined), begins: () => true, isSurname: () => false };
}

/** Names that a dictionary lists as nothing else, people's that look like it, and what stands before a title. */
function namesAmong(tokens: readonly string[], { cutter, list }: Dictionaries): Name[] {
  if (!list) return [];
  return tokens.flatMap((text, index): Name[] => {
    if (text.length < 2 || !HAN.test(text)) return [];
    // A listed word that is likelier two has no tag of its own.
    const tag = cutter.cut(text, false).length === 1 ? cutter.tagOf(text) : "";
    if (list.find(text) === "name" && tag !== "t") return [{ text, kind: kindByTag(tag) ?? "organisation" }];
    const isTitled = HONORIFIC.test(tokens[index + 1] ?? "") && list.isSurname(text.charAt(0));
    const isPerson = (tag.startsWith("nr") || isTitled) && list.find(text) !== "word";
    return isPerson && (isTitled || looksLikePerson(text, list)) ? [{ text, kind: "person" }] : [];
  });
}

const HONORIFIC = /^(?:先生|女士|小姐|太太|夫人|教授|博士|院士|老师|医生|律师)$/u;

/** Names by the dictionary's tags, guessed ones too; not those that are also words. */
function findNames(text: string, { cutter, list }: Dictionaries): Name[] {
  return cutter.cut(text, true).flatMap((word): Name[] => {
    const kind = word.length < 2 ? undefined : kindByTag(cutter.tagOf(word));
    return kind === undefined || list?.find(word) === "word" ? [] : [{ text: word, kind }];
  });
}

/** The dictionary's part-of-speech tags for names (ICTCLAS's): `nr` and its kinds, `ns`, `nt`. */
function kindByTag(tag: string): Name["kind"] | undefined {
  if (tag.startsWith("nr")) return "person";
  if (tag === "ns") return "place";
  return tag === "nt" ? "organisation" : undefined;
}

const HAN = /\p{Script=Han}/u;

function orderTerms(terms: readonly Term[]): Term[] {
  return terms.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

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
    const length = HAN.test(word) ? [...word].length : 0;
    const isWord = length > 1 || (length === 1 && isEmpty?.(word) === false);
    if (isWord) terms.push({ text: word, kind: "word", span: spanOf(folded, at, at + word.length) });
    if (length === 1) marks[at] = isEmpty && !isWord ? EMPTY : ALONE;
    if (length > 1) {
      marks[at] = length === 2 ? PAIR : EDGE;
      marks[at + word.length - 1] = EDGE;
    }
    at += word.length;
  }
  for (const run of text.matchAll(/\p{Script=Han}+/gu)) {
    const characters = [...run[0]];
    let from = run.index;
    for (const [index, character] of characters.entries()) {
      const mark = marks[from];
      const span = spanOf(folded, from, from + character.length);
      const stands = mark === ALONE ? "alone" : mark === PAIR || mark === EDGE ? "edge" : "inside";
      terms.push({ text: character, kind: "character", span, stands });
      const next = characters[index + 1];
      const behind = from + character.length;
      if (next !== undefined && mark !== PAIR && mark !== EMPTY && marks[behind] !== EMPTY) {
        const pair = character + next;
        terms.push({ text: pair, kind: "pair", span: spanOf(folded, from, from + pair.length) });
      }
      from = behind;
    }
  }
  return terms;
}

/** The source behind a stretch of folded text. */
function spanOf(folded: Folded, from: number, to: number): Span {
  return { start: folded.starts[from] ?? 0, end: folded.ends[to - 1] ?? 0 };
}
