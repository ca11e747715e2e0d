import type { QuestionPart } from "./question-parts.ts";

/** The length of the longest run of characters that both texts share; its time grows with one text times the other. */
export function longestCommon(one: string, other: string): number {
  let best = 0;
  for (let from = 0; from + best < one.length; from += 1) {
    while (from + best < one.length && other.includes(one.slice(from, from + best + 1))) best += 1;
  }
  return best;
}

/** How much of the end of one text stands in another. */
export function longestSuffix(before: string, text: string): number {
  let length = before.length;
  while (length > 0 && !text.includes(before.slice(-length))) length -= 1;
  return length;
}

/** How much of the beginning of one text stands in another. */
export function longestPrefix(after: string, text: string): number {
  let length = after.length;
  while (length > 0 && !text.includes(after.slice(0, length))) length -= 1;
  return length;
}

/** The share of neighbouring question words that stand in the same order in the sentence. */
export function orderShare(words: readonly QuestionPart[], text: string): number {
  const places = words.map((word) => text.indexOf(word.text)).filter((place) => place >= 0);
  if (places.length < 2) return 0;
  return places.slice(1).filter((place, index) => place > (places[index] ?? 0)).length / (words.length - 1);
}

/** How closely the question's words stand together: their length as a share of the stretch that holds them. */
export function windowShare(words: readonly QuestionPart[], text: string): number {
  const found = words
    .map((word) => ({ at: text.indexOf(word.text), length: word.text.length }))
    .filter(({ at }) => at >= 0);
  if (found.length < 2) return 0;
  const start = Math.min(...found.map(({ at }) => at));
  const end = Math.max(...found.map(({ at, length }) => at + length));
  return Math.min(1, found.reduce((total, { length }) => total + length, 0) / (end - start));
}
