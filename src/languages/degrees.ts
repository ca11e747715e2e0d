import type { Sense } from "./word-net.ts";

/** A comparative or superlative, and the adjective that it belongs to. */
export interface Degree {
  readonly form: string;
  readonly base: string;
}

/**
 * Lists the regular degrees of short adjectives: `largest` of `large`.
 *
 * A form that is a noun or a verb of its own is left out: to clean and a cleaner, but no `forest` of `fore`.
 */
export function degreesOf(senses: readonly Sense[]): Degree[] {
  const others = new Set(senses.filter(({ synset }) => /^[nv]/.test(synset)).map(({ word }) => word));
  const adjectives = senses.filter(({ synset, count }) => synset.startsWith("a") && count > 0).map(({ word }) => word);
  return [...new Set(adjectives)]
    .filter(isShort)
    .flatMap((base) =>
      [`${rootOf(base)}er`, `${rootOf(base)}est`].filter((form) => !others.has(form)).map((form) => ({ form, base })),
    );
}

/** One syllable, or two of which the second is weak. */
function isShort(word: string): boolean {
  const vowels = word.match(/[aeiouy]+/g)?.length ?? 0;
  const endsWeakly = /(?:[^aeiou]y|le|ow|er|e)$/.test(word);
  return /^[a-z]{3,9}$/.test(word) && vowels <= (endsWeakly ? 2 : 1);
}

function rootOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`;
  if (word.endsWith("e")) return word.slice(0, -1);
  return /^[^aeiou]*[aeiou][bdgmnt]$/.test(word) ? word + word.slice(-1) : word;
}
