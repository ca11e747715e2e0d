import type { AnswerKind, QuestionType } from "../languages/language.ts";
import type { SentenceBlock } from "../search/sentence-block.ts";
import { tellsAny } from "./block-facts.ts";
import { fillColumn } from "./columns.ts";
import { divideBy, type Match } from "./match-shares.ts";
import type { Question } from "./question.ts";
import type { Column } from "./ranking-context.ts";

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
export function kindColumns(block: SentenceBlock, { type }: Question, makeColumn: () => Float64Array) {
  const expected = EXPECTED[type];
  const fits = expected && tellsAny(block, expected, makeColumn());
  const fitsA = (asked: QuestionType): Column => (type === asked ? fits : undefined);
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
  };
}

const NUMBER = /\d+(?:[.,]\d+)*/gu;

export interface AskingOptions {
  readonly question: Question;
  readonly words: readonly Match[];
  readonly makeColumn: () => Float64Array;
}

/** What stands where the question has the words that ask. */
export function askingColumns(block: SentenceBlock, { question, words, makeColumn }: AskingOptions) {
  const asked = askedFor(question);
  const next = words.find(({ part }) => question.asking && part.at >= question.asking.end);
  const test = (holds: (text: string) => boolean): Float64Array =>
    fillColumn(makeColumn(), (at) => (holds(block.sentences[at]?.facts.text ?? "") ? 1 : 0));
  return {
    askedNoun: asked.noun === "" ? undefined : test((text) => text.includes(asked.noun)),
    unit: asked.unit && test((text) => asked.unit?.test(text) ?? false),
    newNumber: question.type === "how-many" ? test(tellsNewNumber(question)) : undefined,
    beforeAsking: longestEdge(block, suffixesOf(asked.before), makeColumn),
    afterAsking: longestEdge(block, prefixesOf(asked.after), makeColumn),
    nearAsking: heldNear(words, question, makeColumn()),
    nextWord: next?.found,
  };
}

function tellsNewNumber({ folded }: Question): (text: string) => boolean {
  const own = new Set(folded.text.match(NUMBER) ?? []);
  return (text) => (text.match(NUMBER) ?? []).some((number) => !own.has(number));
}

/** From the longest to the shortest. */
function suffixesOf(text: string): string[] {
  return Array.from({ length: text.length }, (_, at) => text.slice(at));
}

function prefixesOf(text: string): string[] {
  return Array.from({ length: text.length }, (_, at) => text.slice(0, text.length - at));
}

/** How long the longest of some stretches is, from the longest to the shortest, that each sentence has. */
function longestEdge(
  { search, sentences, texts }: SentenceBlock,
  stretches: readonly string[],
  makeColumn: () => Float64Array,
): Column {
  if (stretches.length === 0) return undefined;
  const places = new Int32Array(texts.length).fill(-1);
  const column = makeColumn();
  for (const stretch of stretches) {
    search.placeStretch(stretch, places);
    for (let at = 0; at < sentences.length; at += 1) {
      if ((places[at] ?? 0) >= 0 && column[at] === 0) column[at] = stretch.length / LONGEST_EDGE;
    }
  }
  return column;
}

/** The share of the question's rarity that a sentence holds, words counted the more the nearer they stand to what asks. */
function heldNear(words: readonly Match[], { asking }: Question, column: Float64Array): Float64Array {
  let total = 0;
  for (const { part, found, rarityBeyondTitle } of words) {
    const { at, length } = part;
    const distance = asking ? Math.max(0, at > asking.start ? at - asking.end : asking.start - at - length) : 0;
    const weight = rarityBeyondTitle / (1 + distance / 3);
    total += weight;
    for (let index = 0; index < column.length; index += 1) {
      column[index] = (column[index] ?? 0) + weight * (found[index] ?? 0);
    }
  }
  return divideBy(column, total);
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

/** So many letters on either side of the words that ask are compared. */
const LONGEST_EDGE = 6;

function askedFor({ folded: { text }, asking }: Question): AskedFor {
  const start = asking?.start ?? text.length;
  const end = asking?.end ?? text.length;
  const measureWord = /(?:几|多少)个?(\p{Script=Han})/u.exec(text)?.[1];
  return {
    noun: NOUN_ASKED_FOR.exec(text.slice(start, end))?.[1] ?? "",
    unit: measureWord === undefined ? undefined : new RegExp(`${NUMERAL}\\s?[多余几]?[个]?${measureWord}`, "u"),
    before: /[\p{L}\p{N}]{0,6}$/u.exec(text.slice(Math.max(0, start - LONGEST_EDGE), start))?.[0] ?? "",
    after: /^[\p{L}\p{N}]{0,6}/u.exec(text.slice(end, end + LONGEST_EDGE))?.[0] ?? "",
  };
}

const NOUN_ASKED_FOR = /(?:哪|什么|何|啥|几|多少)[一个些几位名座所条种]?(\p{Script=Han}{1,2})$/u;
const NUMERAL = "[\\d〇零一二两三四五六七八九十百千万亿]";
