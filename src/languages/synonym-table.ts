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
  /** How many tokens its longest entry has. */
  readonly longest: number;
  /** @param key tokens as `joinTokens` writes them. */
  find(key: string): readonly Synonym[];
}

/** Makes a table of rules; entries that folding makes equal become one. */
export function createSynonymTable(rules: readonly SynonymRule[], fold: Fold): SynonymTable {
  const rows = new Map<string, Map<string, Synonym>>();
  let longest = 0;
  for (const { asked, found, mutual } of rules) {
    const texts = found.map((word) => fold(word).text);
    for (const word of asked) {
      const own = fold(word).text;
      const tokens = cutTokens(own);
      longest = Math.max(longest, tokens.length);
      const key = joinTokens(tokens);
      const row = rows.get(key) ?? new Map<string, Synonym>();
      for (const text of texts) {
        if (text !== own) row.set(text, { text, mutual: mutual || row.get(text)?.mutual === true });
      }
      rows.set(key, row);
    }
  }
  const table = new Map([...rows].map(([key, row]) => [key, [...row.values()]]));
  return { longest, find: (key) => table.get(key) ?? [] };
}
