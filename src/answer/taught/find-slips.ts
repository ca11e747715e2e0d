import type { SenseUnit } from "./question-sense.ts";

/** Shorter words are too near to others. */
const SHORTEST = 5;
const LONGEST = 20;

/** Finds the words that are another with one slip: a letter too many, too few, another one, or two that changed places. */
export class SlipIndex {
  private readonly byRest = new Map<string, string[]>();

  add(word: string): void {
    if (!mayHaveSlip(word)) return;
    for (const rest of restsOf(word)) {
      const known = this.byRest.get(rest);
      if (!known) this.byRest.set(rest, [word]);
      else if (!known.includes(word)) known.push(word);
    }
  }

  find(word: string): readonly string[] {
    if (!mayHaveSlip(word)) return [];
    const found = new Set(restsOf(word).flatMap((rest) => this.byRest.get(rest) ?? []));
    return [...found].filter((other) => isOneSlip(word, other));
  }
}

/**
 * Makes the test whether one of two words is the other with a slip: only where one of them is no word at all. Where neither is they
 * are names, and others: Erikson is not Eriksen.
 *
 * @param isWord tells whether a folded word is one, whatever is asked about.
 */
export function createIsSlip(isWord: (word: string) => boolean): (one: SenseUnit, other: SenseUnit) => boolean {
  return (one, other) =>
    mayHaveSlip(one.own) &&
    mayHaveSlip(other.own) &&
    isOneSlip(one.own, other.own) &&
    isWord(one.written) !== isWord(other.written);
}

function mayHaveSlip(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && /^[a-z]+$/u.test(word);
}

/** The word itself and what is left without one of its letters. */
function restsOf(word: string): string[] {
  const letters = word.split("");
  return [word, ...letters.map((_, at) => word.slice(0, at) + word.slice(at + 1))];
}

function isOneSlip(one: string, other: string): boolean {
  // The first letter is seldom wrong, and tells most.
  if (one === other || one.charAt(0) !== other.charAt(0) || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one.charAt(start) === other.charAt(start)) start += 1;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  if (rest.length === otherRest.length) {
    const turned = otherRest.charAt(1) + otherRest.charAt(0) + otherRest.slice(2);
    return rest.slice(1) === otherRest.slice(1) || rest === turned;
  }
  return rest.length > otherRest.length ? rest.slice(1) === otherRest : otherRest.slice(1) === rest;
}
