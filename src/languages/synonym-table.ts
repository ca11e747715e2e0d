import type { Fold } from "../text/fold.ts";
import { cutTokens, joinTokens } from "./question-tokens.ts";
import type { SynonymRule } from "./synonyms.ts";

export interface Synonym {
  /** Folded. */
  readonly text: string;
  /** It leads back as well. */
  readonly mutual: boolean;
}

/** Synonym rules, ready to be asked. */
export interface SynonymTable {
  /** @param key tokens as `joinTokens` writes them. */
  find(key: string): readonly Synonym[];
  /** Whether an entry begins with these tokens and has more. */
  begins(key: string): boolean;
  /** How long, in UTF-16 code units, the longest entry is that begins with the two at a place; 0 where none does. */
  longestAt(text: string, at: number): number;
  /** Everything that can be asked for. */
  keys(): Iterable<string>;
  /** Everything that entries begin with. */
  beginnings(): Iterable<string>;
}

/** What a word of one region alone is called in the other. */
export function sameElsewhere(word: string, regional: SynonymTable): string[] {
  return regional.find(word).flatMap(({ text, mutual }) => (mutual ? [text] : []));
}

/** Makes a table of rules; entries that folding makes equal become one. */
export function createSynonymTable(rules: readonly SynonymRule[], fold: Fold): SynonymTable {
  const folded = foldAll(new Set(rules.flatMap(({ asked, found }) => [...asked, ...found])), fold);
  const rows = new Map<string, Map<string, Synonym>>();
  const beginnings = new Set<string>();
  for (const { asked, found, mutual } of rules) {
    for (const own of asked.map(folded)) {
      const { key, heads } = keyOf(own);
      for (const head of heads) beginnings.add(head);
      const row = rows.get(key) ?? new Map<string, Synonym>();
      for (const text of found.map(folded)) {
        if (text !== own) row.set(text, { text, mutual: mutual || row.get(text)?.mutual === true });
      }
      rows.set(key, row);
    }
  }
  const table = new Map([...rows].map(([key, row]) => [key, [...row.values()]]));
  const longest = longestByPair(table.keys());
  return {
    find: (key) => table.get(key) ?? NOTHING,
    longestAt: (text, at) => longest.get(pairAt(text, at)) ?? 0,
    begins: (key) => beginnings.has(key),
    keys: () => table.keys(),
    beginnings: () => beginnings,
  };
}

const NOTHING: readonly Synonym[] = [];

function longestByPair(keys: Iterable<string>): Map<number, number> {
  const longest = new Map<number, number>();
  for (const key of keys) {
    const pair = pairAt(key, 0);
    if (key.length > 1) longest.set(pair, Math.max(key.length, longest.get(pair) ?? 0));
  }
  return longest;
}

/** Two code units as one number. */
function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

/** Folds words in one go, which is much faster than one by one; no word holds a line feed. */
function foldAll(words: ReadonlySet<string>, fold: Fold): (word: string) => string {
  const texts = fold([...words].join("\n")).text.split("\n");
  const folded = new Map([...words].map((word, index) => [word, texts[index] ?? word]));
  return (word) => folded.get(word) ?? word;
}

/** A word as `joinTokens` writes it, and all that it begins with. */
function keyOf(word: string): { readonly key: string; readonly heads: readonly string[] } {
  if (/^\p{Script=Han}+$/u.test(word))
    return { key: word, heads: [...word].slice(1).map((_, at) => word.slice(0, at + 1)) };
  const tokens = cutTokens(word);
  return { key: joinTokens(tokens), heads: tokens.slice(1).map((_, at) => joinTokens(tokens.slice(0, at + 1))) };
}
