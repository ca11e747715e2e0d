import { once } from "../text/once.ts";
import { chinese } from "./chinese.ts";
import { english } from "./english.ts";
import { cutTokens, type Token } from "./question-tokens.ts";

/** A content word of a question, with half-open offsets into the folded question. */
export interface PlacedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The question writes it as names are written in Latin letters. */
  readonly isCapitalised?: boolean;
}

/** A folded question, cut in the ways in which tables are asked. */
export interface PlacedQuestion {
  readonly folded: string;
  readonly tokens: readonly Token[];
  /** In reading order. */
  readonly words: readonly PlacedWord[];
  /** Whether a token belongs to a content word, or repeats one. */
  readonly isContent: (token: Token) => boolean;
  /** Whether a stretch of ideographs can be meant as a word: it holds content and cuts no two-character word in two. */
  readonly isWordLike: (start: number, end: number) => boolean;
}

const stopWords: ReadonlySet<string> = chinese.stopWords.union(english.stopWords);

/** Cuts a question; only what `words` covers counts as its content. */
export function placeQuestion(folded: string, words: readonly PlacedWord[]): PlacedQuestion {
  const ordered = words.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const isContentAt = new Uint8Array(folded.length);
  for (const { start, end } of words) isContentAt.fill(1, start, end);
  const surfaces = new Set(words.flatMap(({ start, end }) => latinTokens(folded.slice(start, end))));
  const insides = once(() => wordsInside(ordered));
  return {
    folded,
    tokens: cutTokens(folded),
    words: ordered,
    isContent: ({ text, start, isHan }) =>
      isHan ? isContentAt[start] === 1 : surfaces.has(text) && !stopWords.has(text),
    isWordLike(start, end) {
      if (stopWords.has(folded.slice(start, end))) return false;
      const inside = insides();
      if (end - start === 1) return !inside.has(start) && !inside.has(end);
      if (end - start > 2) return true;
      const cutsLeft = inside.get(start)?.some((word) => word.end < end) ?? false;
      return !cutsLeft && !(inside.get(end)?.some((word) => word.start > start) ?? false);
    },
  };
}

/** The tokens of a word that are no ideographs. */
function latinTokens(word: string): string[] {
  if (/^[a-rt-z\d][a-z\d]*$/.test(word)) return [word];
  if (/^\p{Script=Han}*$/u.test(word)) return [];
  return cutTokens(word).flatMap(({ text, isHan }) => (isHan ? [] : [text]));
}

/** For each offset the words that it would cut in two. */
function wordsInside(words: readonly PlacedWord[]): Map<number, PlacedWord[]> {
  const inside = new Map<number, PlacedWord[]>();
  for (const word of words) {
    for (let at = word.start + 1; at < word.end; at += 1) {
      const known = inside.get(at);
      if (known) known.push(word);
      else inside.set(at, [word]);
    }
  }
  return inside;
}
