import type { Question } from "./question.ts";
import type { Ranking } from "./rank-sentences.ts";
import type { Quantity } from "../text/quantity.ts";
import { compareQuantities } from "../text/compare-quantities.ts";
import { featureNames, type Match } from "./features.ts";

/** What tells whether the best sentence answers the question or is merely the nearest. */
export const supportNames = [
  "missing", "missingHan", "missingLatin", "missingNames", "foreign", "wordCount", "oneWord",
  "bestWords", "aroundBest", "passageWords", "longestMissing", "missingQuantity", "otherQuantity", "nowhereQuantity",
  "margin", "top3Words", "score", "commands", "missingProper", "names", "bestNames", "aroundNames", "ruleQuantity", "ruleName", "ruleUnit", "ruleDate", "otherNames",
  ...featureNames.map((name) => `best ${name}` as const),
] as const;

/** A word counts as found where at least so much of it stands. */
const FOUND = 0.5;

/** Measures how well the ranking's best sentence supports an answer, in the order of `supportNames`. */
export function measureSupport(question: Question, ranking: Ranking, isName: (word: string) => boolean): Float64Array {
  const best = ranking.sentences[0];
  const count = Math.max(1, ranking.words.length);
  const held = (word: Ranking["words"][number], at: number): number => word.found[at] ?? 0;
  const missing = ranking.words.filter(({ found }) => !found.some((share) => share >= FOUND));
  const han = missing.filter(({ part }) => HAN.test(part.text));
  const isHanQuestion = ranking.words.some(({ part }) => HAN.test(part.text));
  const latin = missing.filter(({ part }) => !HAN.test(part.text));
  const names = question.names.filter(({ text }) => missing.some(({ part }) => text.includes(part.text)));
  const named = ranking.words.filter((word) => isProper(word, question, isName));
  const around = best ? [best.previous, best.at, best.next].filter((at) => at >= 0) : [];
  const passage = best ? ranking.sentences.filter((sentence) => sentence.passage === best.passage).map(({ at }) => at) : [];
  const shareOver = (places: readonly number[]): number =>
    ranking.words.reduce((sum, word) => sum + Math.max(0, ...places.map((at) => held(word, at))), 0) / count;
  const quantities = quantitySupport(question, ranking);
  const values: number[] = [
    missing.length / count,
    han.length / count,
    isHanQuestion ? latin.length / count : 0,
    Math.min(2, names.length) / 2,
    isHanQuestion ? 0 : 1,
    Math.log(1 + count) / 3,
    count === 1 ? 1 : 0,
    best ? shareOver([best.at]) : 0,
    shareOver(around),
    shareOver(passage),
    Math.max(0, ...missing.map(({ part }) => part.length)) / 6,
    quantities.missing, quantities.other, quantities.nowhere,
    Math.tanh((best?.score ?? 0) - (ranking.sentences[1]?.score ?? 0)),
    shareOver(ranking.sentences.slice(0, 3).map(({ at }) => at)),
    Math.tanh((best?.score ?? 0) / 3),
    question.commands ? 1 : 0,
    Math.min(2, missing.filter((word) => isProper(word, question, isName)).length) / 2,
    named.length > 0 ? 1 : 0,
    named.length > 0 ? mean(named.map((word) => (best ? held(word, best.at) : 0))) : 0,
    named.length > 0 ? mean(named.map((word) => Math.max(0, ...around.map((at) => held(word, at))))) : 0,
    quantities.contradicted > 0 ? 1 : 0,
    missing.some((word) => isProper(word, question, isName)) ? 1 : 0,
    question.askedUnit && !ranking.sentences.slice(0, 3).some(({ at }) => (ranking.rows[at]?.[ASKED_UNIT] ?? 0) > 0) ? 1 : 0,
    question.type === "when" && !ranking.sentences.slice(0, 3).some(({ facts }) => facts.kinds.has("date")) ? 1 : 0,
    named.length > 0 && best && best.facts.names.some(({ text }) => !question.folded.text.includes(text)) ? 1 : 0,
    ...(ranking.rows[best?.at ?? 0] ?? new Float64Array(featureNames.length)),
  ];
  return Float64Array.from(values);
}

/** A name: a word of the table of names, a capitalised Latin word within a sentence, or what the dictionary takes for one. */
export function isProper({ part }: Pick<Match, "part">, question: Question, isName: (word: string) => boolean): boolean {
  const { text, at, length, span } = part;
  if (/^\d/u.test(text)) return false;
  const folded = question.folded.text.slice(at, at + length);
  // The table of names also knows short forms such as r&d, which name nothing in particular.
  if (isName(folded) && (HAN.test(folded) || /^[\p{L}\d]{4,}$/u.test(folded))) return true;
  if (HAN.test(text)) return question.names.some((name) => name.text === text);
  const written = question.source.slice(span.start, span.end);
  if (!/^\p{Lu}[\p{L}\d]*\p{Ll}/u.test(written)) return false;
  return HAN.test(question.folded.text) || !/(?:^|[.!?:"“])\s*$/u.test(question.source.slice(0, span.start));
}

const ASKED_UNIT = featureNames.indexOf("askedUnit");

/** A date or an ordinal that no sentence tells, while one of the best tells another of its kind. */
function isContradicted(asked: Quantity, sentences: Ranking["sentences"]): boolean {
  if (asked.kind !== "date" && asked.kind !== "ordinal") return false;
  const ways = sentences.map(({ facts }) => new Set(facts.quantities.map((told) => compareQuantities(asked, told))));
  if (ways.some((way) => way.has("same") || way.has("compatible"))) return ways.some((way) => way.has("different")) && !ways.slice(0, 3).some((way) => way.has("same") || way.has("compatible"));
  return ways.slice(0, 3).some((way) => way.has("different"));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

const HAN = /\p{Script=Han}/u;

/** Shares of the asked quantities that the best sentence does not tell, tells otherwise, or that stand nowhere. */
function quantitySupport({ quantities }: Question, { sentences }: Ranking): { contradicted: number; missing: number; other: number; nowhere: number } {
  if (quantities.length === 0) return { contradicted: 0, missing: 0, other: 0, nowhere: 0 };
  let [missing, other, nowhere] = [0, 0, 0];
  for (const asked of quantities) {
    const inBest = (sentences[0]?.facts.quantities ?? []).map((told) => compareQuantities(asked, told));
    const isTold = inBest.some((comparison) => comparison === "same" || comparison === "compatible");
    if (!isTold) missing += 1;
    if (!isTold && inBest.includes("different")) other += 1;
    const anywhere = sentences.some(({ facts }) =>
      facts.quantities.some((told) => ["same", "compatible"].includes(compareQuantities(asked, told))),
    );
    if (!anywhere) nowhere += 1;
  }
  const contradicted = quantities.filter((asked) => isContradicted(asked, sentences)).length;
  return { contradicted, missing: missing / quantities.length, other: other / quantities.length, nowhere: nowhere / quantities.length };
}
