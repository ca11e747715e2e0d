import { joinedSpelling, withoutApostrophes } from "../text/latin-terms.ts";
import type { UnitCollector } from "./alternatives.ts";
import type { PlacedQuestion } from "./placed-question.ts";

/** Finds a compound of the question that the text writes as one word: `e-mail` is its email, `GPT-4` its GPT4. */
export function lookBySpelling(
  { folded, words }: PlacedQuestion,
  units: UnitCollector,
  isKnown: (text: string) => boolean,
): void {
  for (const { start, end } of words) {
    const word = folded.slice(start, end);
    if (!COMPOUND.test(word)) continue;
    const text = joinedSpelling(withoutApostrophes(word.replaceAll(/[–—−]/gu, "-")));
    if (text !== undefined && isKnown(text)) units.add({ start, end }, { text, weight: 1, source: "spelling" });
  }
}

const COMPOUND = /[-.–—−]/u;
