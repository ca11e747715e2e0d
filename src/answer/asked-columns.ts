import type { AnswerKind, QuestionType } from "../languages/language.ts";
import type { SentenceFacts } from "../search/sentence-facts.ts";
import type { Name } from "../text/terms.ts";
import { longestPrefix, longestSuffix } from "./compare-letters.ts";
import { heldNear } from "./match-shares.ts";
import type { Match } from "./match-words.ts";
import type { Question } from "./question.ts";
import { type Candidate, type Column, none } from "./ranking-context.ts";

const EXPECTED: Partial<Record<QuestionType, readonly AnswerKind[]>> = {
  who: ["person", "organisation"],
  when: ["date"],
  where: ["place"],
  "how-many": ["number"],
  why: ["reason"],
  how: ["manner"],
  opinion: ["opinion"],
  definition: ["definition"],
};

/** Whether a sentence tells what this type of question asks for; one column a type, since types weigh differently. */
export function kindColumns({ type }: Question) {
  const expected = EXPECTED[type] ?? [];
  const fits = ({ facts }: Candidate): number => (expected.some((kind) => facts.kinds.has(kind)) ? 1 : 0);
  const fitsA = (asked: QuestionType): Column => (type === asked ? fits : none);
  return {
    who: fitsA("who"),
    when: fitsA("when"),
    where: fitsA("where"),
    "how-many": fitsA("how-many"),
    why: fitsA("why"),
    how: fitsA("how"),
    opinion: fitsA("opinion"),
    definition: fitsA("definition"),
    fits,
  } satisfies Record<string, Column>;
}

const NUMBER = /\d+(?:[.,]\d+)*/gu;

/** What stands where the question has the words that ask. */
export function askingColumns(words: readonly Match[], question: Question) {
  const asked = askedFor(question);
  const ownNumbers = new Set(question.folded.text.match(NUMBER) ?? []);
  const tellsNumber = ({ text }: SentenceFacts): boolean =>
    (text.match(NUMBER) ?? []).some((number) => !ownNumbers.has(number));
  const next = words.find(({ part }) => question.asking && part.at >= question.asking.end);
  return {
    askedNoun: ({ facts }) => (asked.noun !== "" && facts.text.includes(asked.noun) ? 1 : 0),
    unit: ({ facts }) => (asked.unit?.test(facts.text) ? 1 : 0),
    newNumber: ({ facts }) => (question.type === "how-many" && tellsNumber(facts) ? 1 : 0),
    beforeAsking: ({ facts }) => longestSuffix(asked.before, facts.text) / 6,
    afterAsking: ({ facts }) => longestPrefix(asked.after, facts.text) / 6,
    nearAsking: (_, index) => heldNear(words, index, question.asking),
    nextWord: (_, index) => next?.found[index] ?? 0,
  } satisfies Record<string, Column>;
}

/** Names, years and titles of works that the question does not have itself. */
export function nameColumns({ type, folded, asksForWork }: Question) {
  const count = ({ facts }: Candidate, kind?: Name["kind"]): number =>
    facts.names.filter((name) => (kind === undefined || name.kind === kind) && !folded.text.includes(name.text)).length;
  const capitals = ({ facts }: Candidate): number =>
    Math.min(3, [...facts.capitals].filter((word) => !folded.text.includes(word)).length) / 3;
  const tells = (asked: QuestionType, measure: (candidate: Candidate) => number): Column =>
    type === asked ? measure : none;
  return {
    newPerson: tells("who", (candidate) => (count(candidate, "person") > 0 ? 1 : 0)),
    newPeople: tells("who", (candidate) => Math.min(3, count(candidate, "person")) / 3),
    newPlace: tells("where", (candidate) => (count(candidate, "place") > 0 ? 1 : 0)),
    newPlaces: tells("where", (candidate) => Math.min(3, count(candidate, "place")) / 3),
    newOrganisation: tells("who", (candidate) => (count(candidate, "organisation") > 0 ? 1 : 0)),
    newNames: tells("what", (candidate) => Math.min(4, count(candidate)) / 4),
    year: tells("when", ({ facts }) => (facts.kinds.has("year") ? 1 : 0)),
    work: asksForWork ? ({ facts }) => (facts.kinds.has("work") ? 1 : 0) : none,
    title: tells("what", ({ facts }) => (facts.kinds.has("work") ? 1 : 0)),
    capitalsWho: tells("who", capitals),
    capitalsWhere: tells("where", capitals),
    capitalsWhat: tells("what", capitals),
  } satisfies Record<string, Column>;
}

interface AskedFor {
  /** A noun that is part of the words that ask: `大学` of 哪所大学. */
  readonly noun: string;
  /** A number before the unit that the question counts in. */
  readonly unit: RegExp | undefined;
  /** The letters on either side of the words that ask. */
  readonly before: string;
  readonly after: string;
}

function askedFor({ folded: { text }, asking }: Question): AskedFor {
  const start = asking?.start ?? text.length;
  const end = asking?.end ?? text.length;
  const measureWord = /(?:几|多少)个?(\p{Script=Han})/u.exec(text)?.[1];
  return {
    noun: NOUN_ASKED_FOR.exec(text.slice(start, end))?.[1] ?? "",
    unit: measureWord === undefined ? undefined : new RegExp(`${NUMERAL}\\s?[多余几]?[个]?${measureWord}`, "u"),
    before: /[\p{L}\p{N}]{0,6}$/u.exec(text.slice(Math.max(0, start - 6), start))?.[0] ?? "",
    after: /^[\p{L}\p{N}]{0,6}/u.exec(text.slice(end, end + 6))?.[0] ?? "",
  };
}

const NOUN_ASKED_FOR = /(?:哪|什么|何|啥|几|多少)[一个些几位名座所条种]?(\p{Script=Han}{1,2})$/u;
const NUMERAL = "[\\d〇零一二两三四五六七八九十百千万亿]";
