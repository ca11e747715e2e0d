import { remember } from "../languages/remember.ts";
import type { SentenceBlock } from "../search/sentence-block.ts";
import type { SentenceFacts } from "../search/sentence-facts.ts";
import { type Code, findCodes } from "../text/codes.ts";
import { compareQuantities, type Comparison } from "../text/compare-quantities.ts";
import type { Question } from "./question.ts";
import type { Column } from "./ranking-context.ts";

/** Whether a sentence tells the amount that is asked for, and the numbers and dates that the question states. */
export function quantityColumns({ sentences }: SentenceBlock, question: Question, makeColumn: () => Float64Array) {
  const statesAny = question.quantities.length > 0;
  const measure = (value: (facts: SentenceFacts) => number): Float64Array => {
    const column = makeColumn();
    for (const [at, { facts }] of sentences.entries()) column[at] = value(facts);
    return column;
  };
  const tells = question.askedUnit ? measure((facts) => (tellsAmount(question, facts) ? 1 : 0)) : undefined;
  const codes = askedCodes(question);
  const otherCode: Column = codes.length === 0 ? undefined : measure((facts) => otherCodes(codes, facts));
  return {
    askedUnit: tells,
    askedUnitMissing: tells && tells.map((told) => 1 - told),
    sameQuantity: statesAny ? measure((facts) => toldShare(question, facts, ["same", "compatible"])) : undefined,
    otherQuantity: statesAny ? measure((facts) => toldShare(question, facts, ["different"])) : undefined,
    otherCode,
  };
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
  if (quantities.length === 0 || facts.quantities.length === 0) return 0;
  const told = quantities.filter((asked) => {
    const found = new Set(facts.quantities.map((quantity) => compareQuantities(asked, quantity)));
    const best = COMPARISONS.find((comparison) => found.has(comparison));
    return best !== undefined && ways.includes(best);
  });
  return told.length / quantities.length;
}

function askedCodes({ folded, quantities }: Question): readonly Code[] {
  return findCodes(folded.text.slice(0, MEASURED), quantities).slice(0, MOST_CODES);
}

/** The share of the question's codes in whose place the sentence has another of their shape: error 4100 for 4099. */
function otherCodes(asked: readonly Code[], facts: SentenceFacts): number {
  const told = codesOf(facts);
  const others = asked.filter(({ text, shape }) => {
    return told.some((code) => code.shape === shape) && !told.some((code) => code.text === text);
  });
  return others.length / asked.length;
}

const codesOf = remember(({ text, quantities }: SentenceFacts) => findCodes(text.slice(0, MEASURED), quantities));

/** Codes are looked for in so many code units. */
const MEASURED = 1000;
const MOST_CODES = 8;

const COMPARISONS: readonly Comparison[] = ["same", "compatible", "different"];
