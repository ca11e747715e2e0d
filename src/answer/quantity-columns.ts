import type { SentenceFacts } from "../search/sentence-facts.ts";
import { findCodes } from "../text/codes.ts";
import { compareQuantities, type Comparison } from "../text/compare-quantities.ts";
import type { Question } from "./question.ts";
import { type Column, none } from "./ranking-context.ts";

/** Whether a sentence tells the amount that is asked for, and the numbers and dates that the question states. */
export function quantityColumns(question: Question) {
  const statesAny = question.quantities.length > 0;
  return {
    askedUnit: question.askedUnit ? ({ facts }) => (tellsAmount(question, facts) ? 1 : 0) : none,
    askedUnitMissing: question.askedUnit ? ({ facts }) => (tellsAmount(question, facts) ? 0 : 1) : none,
    sameQuantity: statesAny ? ({ facts }) => toldShare(question, facts, ["same", "compatible"]) : none,
    otherQuantity: statesAny ? ({ facts }) => toldShare(question, facts, ["different"]) : none,
    otherCode: otherCodeColumn(question),
  } satisfies Record<string, Column>;
}

/** Tells whether a sentence states an amount of the kind asked for that the question does not state itself. */
function tellsAmount({ askedUnit, quantities }: Question, facts: SentenceFacts): boolean {
  if (!askedUnit) return false;
  return facts.quantities.some((told) => {
    if (told.kind !== "number" || !askedUnit.test(told.unit)) return false;
    return !quantities.some((asked) => compareQuantities(asked, told) === "same");
  });
}

/** The share of the question's quantities that the sentence tells in one of some ways; the first way told counts. */
function toldShare({ quantities }: Question, facts: SentenceFacts, ways: readonly Comparison[]): number {
  if (quantities.length === 0) return 0;
  const told = quantities.filter((asked) => {
    const found = new Set(facts.quantities.map((quantity) => compareQuantities(asked, quantity)));
    const best = COMPARISONS.find((comparison) => found.has(comparison));
    return best !== undefined && ways.includes(best);
  });
  return told.length / quantities.length;
}

/** The share of the question's codes in whose place the sentence has another of their shape: error 4100 for 4099. */
function otherCodeColumn({ folded, quantities }: Question): Column {
  const asked = findCodes(folded.text.slice(0, MEASURED), quantities).slice(0, MOST_CODES);
  if (asked.length === 0) return none;
  return ({ facts }) => {
    const told = findCodes(facts.text.slice(0, MEASURED), facts.quantities);
    const others = asked.filter(({ text, shape }) => {
      return told.some((code) => code.shape === shape) && !told.some((code) => code.text === text);
    });
    return others.length / asked.length;
  };
}

/** Codes are looked for in so many code units. */
const MEASURED = 1000;
const MOST_CODES = 8;

const COMPARISONS: readonly Comparison[] = ["same", "compatible", "different"];
