import type { AnswerKind, QuestionType } from "../languages/language.ts";
import { compareQuantities, type Comparison } from "../text/compare-quantities.ts";
import type { Name } from "../text/terms.ts";
import type { Question, QuestionPart } from "./question.ts";
import type { SentenceFacts } from "../search/sentence-facts.ts";

/** A sentence with what stands around it. */
export interface Candidate {
  readonly facts: SentenceFacts;
  /** The index, among the candidates, of the sentence before and behind it in its passage; -1 where there is none. */
  readonly previous: number;
  readonly next: number;
  /** Folded headings above it. */
  readonly headings: string;
  /** Its passage's score as a share of the best one's, 0–1. */
  readonly passageShare: number;
  /** Its index in its paragraph. */
  readonly place: number;
}

/** Another way to say a word of the question, folded, with what it counts against the word itself. */
export interface Alternative {
  readonly text: string;
  readonly weight: number;
}

export interface RankingContext {
  readonly question: Question;
  /** For each of the question's words, in their order, other ways to say it. */
  readonly alternatives: readonly (readonly Alternative[])[];
  /** Folded title of the article, or of each where the candidates come from several. */
  readonly title: string;
  /** How rare a term is that stands in `count` candidates; 0 says nothing at all. */
  readonly rarity: (term: string, count: number) => number;
}

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

/** What each column of a candidate's row measures; `…Best` are shares of the best candidate's value. */
export const featureNames = [
  "ownWords", "ownPairs", "words", "pairs", "characters", "wordsWithTitle", "pairsWithTitle", "charactersWithTitle",
  "wordsBest", "pairsBest", "charactersBest",
  "weightPerLength", "weightBest", "longestCommon", "commonBest",
  "passage", "passageBest", "previous", "next", "previousBest", "nextBest", "context", "headings",
  "asks", "lead", "length", "short", "first",
  "who", "when", "where", "how-many", "why", "how", "opinion", "definition", "fits",
  "askedNoun", "unit", "newNumber", "beforeAsking", "afterAsking", "nearAsking", "nearAskingBest",
  "newPerson", "newPeople", "newPlace", "newPlaces", "newOrganisation", "newNames", "year", "work", "title",
  "askedUnit", "askedUnitMissing", "sameQuantity", "otherQuantity", "numbers", "missingNumber", "latin", "newContent", "order", "window", "nextWord",
] as const;

type FeatureName = (typeof featureNames)[number];

/** One part of the question with how much of it each candidate holds, 0–1. */
export interface Match {
  readonly part: QuestionPart;
  readonly found: Float64Array;
  readonly rarity: number;
  /** As `rarity`, but 0 for what the article's title says already. */
  readonly rarityBeyondTitle: number;
}

export interface Measurement {
  /** One row a candidate, in the order of `featureNames`. */
  readonly rows: readonly Float64Array[];
  /** The question's words, in their order, with how much of each every candidate holds. */
  readonly words: readonly Match[];
}

/** Measures every candidate against the question. */
export function measure(candidates: readonly Candidate[], context: RankingContext): Measurement {
  const { question } = context;
  const words = matchWords(candidates, context);
  const ownWords = matchWords(candidates, { ...context, alternatives: [] });
  const ownPairs = matchParts(question.pairs, ownWords, candidates, context);
  const pairs = matchParts(question.pairs, words, candidates, context);
  const characters = matchParts(question.characters, words, candidates, context);
  const asked = askedFor(question);
  const expected = EXPECTED[question.type] ?? [];
  const columns = new Map<FeatureName, (candidate: Candidate, index: number) => number>();
  const numbers = words.filter(({ part }) => /^\d/u.test(part.text));
  const latin = words.filter(({ part }) => !/^\d|\p{Script=Han}/u.test(part.text));
  const shares = candidates.map((_, index) => share(pairs, index, true));
  const fits = (facts: SentenceFacts): number => (expected.some((kind) => facts.kinds.has(kind)) ? 1 : 0);
  const newNames = ({ facts }: Candidate, kind?: Name["kind"]): number =>
    facts.names.filter((name) => (kind === undefined || name.kind === kind) && !question.folded.text.includes(name.text)).length;
  const questionNumbers = new Set(question.folded.text.match(NUMBER) ?? []);
  columns
    .set("ownWords", (_, index) => share(ownWords, index, false))
    .set("ownPairs", (_, index) => share(ownPairs, index, false))
    .set("words", (_, index) => share(words, index, true))
    .set("pairs", (_, index) => shares[index] ?? 0)
    .set("characters", (_, index) => share(characters, index, true))
    .set("wordsWithTitle", (_, index) => share(words, index, false))
    .set("pairsWithTitle", (_, index) => share(pairs, index, false))
    .set("charactersWithTitle", (_, index) => share(characters, index, false))
    .set("weightPerLength", ({ facts }, index) => (sum(words, index) + sum(pairs, index)) / (20 + 4 * Math.sqrt(facts.text.length)))
    .set("longestCommon", ({ facts }) => Math.min(12, longestCommon(asked.text, facts.text)) / 12)
    .set("passage", ({ passageShare }) => passageShare)
    .set("passageBest", ({ passageShare }) => (passageShare > 0.999 ? 1 : 0))
    .set("previous", ({ previous }) => shares[previous] ?? 0)
    .set("next", ({ next }) => shares[next] ?? 0)
    .set("context", (candidate, index) => contextShare(words, candidates, candidate, index))
    .set("headings", ({ headings }) => share(words.map((word) => ({ ...word, found: [headings.includes(word.part.text) ? 1 : 0] })), 0, false))
    .set("asks", ({ facts }) => (facts.asks ? 1 : 0))
    .set("lead", ({ facts }) => (/[:]\s*$/u.test(facts.text) ? 1 : 0))
    .set("length", ({ facts }) => Math.log(1 + facts.text.length) / 5)
    .set("short", ({ facts }) => (facts.text.length < 14 ? 1 : 0))
    .set("first", ({ place }) => (place === 0 ? 1 : 0))
    .set("fits", ({ facts }) => fits(facts))
    .set("askedNoun", ({ facts }) => (asked.noun !== "" && facts.text.includes(asked.noun) ? 1 : 0))
    .set("unit", ({ facts }) => (asked.unit?.test(facts.text) ? 1 : 0))
    .set("newNumber", ({ facts }) => (question.type === "how-many" && (facts.text.match(NUMBER) ?? []).some((number) => !questionNumbers.has(number)) ? 1 : 0))
    .set("beforeAsking", ({ facts }) => longestSuffix(asked.before, facts.text) / 6)
    .set("afterAsking", ({ facts }) => longestPrefix(asked.after, facts.text) / 6)
    .set("nearAsking", (_, index) => shareNear(words, question, index))
    .set("newPerson", (candidate) => (question.type === "who" && newNames(candidate, "person") > 0 ? 1 : 0))
    .set("newPeople", (candidate) => (question.type === "who" ? Math.min(3, newNames(candidate, "person")) / 3 : 0))
    .set("newPlace", (candidate) => (question.type === "where" && newNames(candidate, "place") > 0 ? 1 : 0))
    .set("newPlaces", (candidate) => (question.type === "where" ? Math.min(3, newNames(candidate, "place")) / 3 : 0))
    .set("newOrganisation", (candidate) => (question.type === "who" && newNames(candidate, "organisation") > 0 ? 1 : 0))
    .set("newNames", (candidate) => (question.type === "what" ? Math.min(4, newNames(candidate)) / 4 : 0))
    .set("year", ({ facts }) => (question.type === "when" && facts.kinds.has("year") ? 1 : 0))
    .set("work", ({ facts }) => (question.asksForWork && facts.kinds.has("work") ? 1 : 0))
    .set("title", ({ facts }) => (question.type === "what" && facts.kinds.has("work") ? 1 : 0))
    .set("askedUnit", ({ facts }) => (tellsAmount(question, facts) ? 1 : 0))
    .set("askedUnitMissing", ({ facts }) => (question.askedUnit && !tellsAmount(question, facts) ? 1 : 0))
    .set("sameQuantity", ({ facts }) => toldShare(question, facts, ["same", "compatible"]))
    .set("otherQuantity", ({ facts }) => toldShare(question, facts, ["different"]))
    .set("numbers", (_, index) => mean(numbers, index))
    .set("missingNumber", ({ facts }, index) => (numbers.length > 0 && mean(numbers, index) < 1 && facts.kinds.has("number") ? 1 : 0))
    .set("latin", (_, index) => mean(latin, index))
    .set("newContent", ({ facts }, index) => Math.log(1 + Math.max(0, facts.words - words.filter(({ found }) => (found[index] ?? 0) >= 1).length)) / 4)
    .set("order", ({ facts }) => orderShare(question.words, facts.text))
    .set("window", ({ facts }) => windowShare(question.words, facts.text))
    .set("nextWord", (_, index) => words.find(({ part }) => question.asking && part.at >= question.asking.end)?.found[index] ?? 0);
  for (const type of ["who", "when", "where", "how-many", "why", "how", "opinion", "definition"] as const) {
    columns.set(type, ({ facts }) => (question.type === type ? fits(facts) : 0));
  }
  const measures = featureNames.map((name) => columns.get(name) ?? (() => 0));
  const rows = candidates.map((candidate, index) => Float64Array.from(measures, (take) => take(candidate, index)));
  for (const [best, from] of BEST_OF) shareOfBest(rows, featureNames.indexOf(from), featureNames.indexOf(best));
  return { rows, words };
}

const BEST_OF = [
  ["wordsBest", "words"], ["pairsBest", "pairs"], ["charactersBest", "characters"], ["weightBest", "weightPerLength"],
  ["commonBest", "longestCommon"], ["previousBest", "previous"], ["nextBest", "next"], ["nearAskingBest", "nearAsking"],
] as const satisfies readonly (readonly [FeatureName, FeatureName])[];

const NUMBER = /\d+(?:[.,]\d+)*/gu;

function shareOfBest(rows: readonly Float64Array[], from: number, to: number): void {
  const best = Math.max(1e-9, ...rows.map((row) => row[from] ?? 0));
  for (const row of rows) row[to] = (row[from] ?? 0) / best;
}

function matchWords(candidates: readonly Candidate[], context: RankingContext): Match[] {
  return context.question.words.map((part, place) => {
    const own = new Float64Array(candidates.length);
    const found = new Float64Array(candidates.length);
    let count = 0;
    const others = context.alternatives[place] ?? [];
    for (const [index, { facts }] of candidates.entries()) {
      own[index] = holds(part.text, facts);
      found[index] = Math.max(own[index] ?? 0, ...others.map(({ text, weight }) => weight * (stands(text, facts) ? 1 : 0)));
      if ((found[index] ?? 0) >= 0.5) count += 1;
    }
    return matchOf(part, found, count, context);
  });
}

/** Matches pairs or characters; what stands for the whole word stands for its parts. */
function matchParts(parts: readonly QuestionPart[], words: readonly Match[], candidates: readonly Candidate[], context: RankingContext): Match[] {
  const latin = words.filter(({ part }) => !HAN.test(part.text));
  const han = parts.map((part) => {
    const found = new Float64Array(candidates.length);
    let count = 0;
    const word = words.find((other) => part.at >= other.part.at && part.at + part.text.length <= other.part.at + other.part.length);
    for (const [index, { facts }] of candidates.entries()) {
      const whole = word?.found[index] ?? 0;
      found[index] = facts.terms.has(part.text) ? 1 : whole >= 0.5 ? whole : 0;
      if ((found[index] ?? 0) >= 0.5) count += 1;
    }
    return matchOf(part, found, count, context);
  });
  return [...han, ...latin];
}

function matchOf(part: QuestionPart, found: Float64Array, count: number, { rarity, title }: RankingContext): Match {
  const value = rarity(part.text, count);
  return { part, found, rarity: value, rarityBeyondTitle: title.includes(part.text) ? 0 : value };
}

const HAN = /\p{Script=Han}/u;

function stands(text: string, facts: SentenceFacts): boolean {
  return facts.terms.has(text) || (HAN.test(text) || text.includes(" ") ? facts.text.includes(text) : false);
}

/** 1 for a word that stands in the sentence, less for one of which only parts do. */
function holds(word: string, facts: SentenceFacts): number {
  if (facts.terms.has(word)) return 1;
  if (!HAN.test(word)) return 0;
  if (word.length > 2 && facts.text.includes(word)) return 1;
  let [pairs, characters] = [0, 0];
  for (let at = 0; at < word.length; at += 1) {
    if (facts.terms.has(word.charAt(at))) characters += 1;
    if (at > 0 && facts.terms.has(word.slice(at - 1, at + 1))) pairs += 1;
  }
  if (pairs > 0) return 0.3 + (0.5 * pairs) / (word.length - 1);
  return (0.35 * characters) / word.length;
}

interface Shared {
  readonly part: QuestionPart;
  readonly found: ArrayLike<number>;
  readonly rarity: number;
  readonly rarityBeyondTitle: number;
}

/** The share of the question's rarity that a candidate holds. */
function share(matches: readonly Shared[], index: number, beyondTitle: boolean): number {
  let [total, held] = [0, 0];
  for (const match of matches) {
    const weight = beyondTitle ? match.rarityBeyondTitle : match.rarity;
    total += weight;
    held += weight * (match.found[index] ?? 0);
  }
  return total === 0 ? 0 : held / total;
}

function sum(matches: readonly Match[], index: number): number {
  let held = 0;
  for (const { found, rarity } of matches) if ((found[index] ?? 0) >= 1) held += rarity;
  return held;
}

function mean(matches: readonly Match[], index: number): number {
  if (matches.length === 0) return 0;
  return matches.reduce((held, { found }) => held + (found[index] ?? 0), 0) / matches.length;
}

/** Tells whether a sentence states an amount of the kind asked for that the question does not state itself. */
function tellsAmount({ askedUnit, quantities }: Question, facts: SentenceFacts): boolean {
  return facts.quantities.some((told) => {
    if (told.kind !== "number" || !askedUnit?.test(told.unit)) return false;
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

const COMPARISONS: readonly Comparison[] = ["same", "compatible", "different"];

/** As `share`, with words counted the more the nearer they stand to the word that asks. */
function shareNear(words: readonly Match[], { asking }: Question, index: number): number {
  let [total, held] = [0, 0];
  for (const { part, found, rarityBeyondTitle } of words) {
    const distance = asking ? Math.max(0, part.at > asking.start ? part.at - asking.end : asking.start - part.at - part.length) : 0;
    const weight = rarityBeyondTitle / (1 + distance / 3);
    total += weight;
    held += weight * (found[index] ?? 0);
  }
  return total === 0 ? 0 : held / total;
}

/** The share of question words that this sentence leaves out but an earlier one of its passage, or a heading, names. */
function contextShare(words: readonly Match[], candidates: readonly Candidate[], candidate: Candidate, index: number): number {
  let [total, held] = [0, 0];
  for (const { part, found, rarity } of words) {
    total += rarity;
    if ((found[index] ?? 0) >= 0.5) continue;
    let named = candidate.headings.includes(part.text);
    for (let at = candidate.previous; at >= 0 && !named; at = candidates[at]?.previous ?? -1) named = (found[at] ?? 0) >= 0.5;
    if (named) held += rarity;
  }
  return total === 0 ? 0 : held / total;
}

interface AskedFor {
  /** The part of the folded question that is compared letter by letter. */
  readonly text: string;
  /** A noun that is part of the words that ask: `大学` of 哪所大学. */
  readonly noun: string;
  /** A number before the unit that the question counts in. */
  readonly unit: RegExp | undefined;
  readonly before: string;
  readonly after: string;
}

/** The most of a question that is compared letter by letter, in UTF-16 code units. */
const COMPARED = 120;

function askedFor({ folded, asking }: Question): AskedFor {
  const { text } = folded;
  const start = asking?.start ?? text.length;
  const end = asking?.end ?? text.length;
  const measureWord = /(?:几|多少)个?(\p{Script=Han})/u.exec(text)?.[1];
  return {
    text: text.slice(0, COMPARED),
    noun: /(?:哪|什么|何|啥|几|多少)[一个些几位名座所条种]?(\p{Script=Han}{1,2})$/u.exec(text.slice(start, end))?.[1] ?? "",
    unit: measureWord === undefined ? undefined : new RegExp(`[\\d〇零一二两三四五六七八九十百千万亿]\\s?[多余几]?[个]?${measureWord}`, "u"),
    before: /[\p{L}\p{N}]{0,6}$/u.exec(text.slice(Math.max(0, start - 6), start))?.[0] ?? "",
    after: /^[\p{L}\p{N}]{0,6}/u.exec(text.slice(end, end + 6))?.[0] ?? "",
  };
}

/** The length of the longest run of characters that both texts share. */
function longestCommon(one: string, other: string): number {
  let best = 0;
  for (let from = 0; from + best < one.length; from += 1) {
    while (from + best < one.length && other.includes(one.slice(from, from + best + 1))) best += 1;
  }
  return best;
}

function longestSuffix(before: string, text: string): number {
  let length = before.length;
  while (length > 0 && !text.includes(before.slice(-length))) length -= 1;
  return length;
}

function longestPrefix(after: string, text: string): number {
  let length = after.length;
  while (length > 0 && !text.includes(after.slice(0, length))) length -= 1;
  return length;
}

/** The share of neighbouring question words that stand in the same order in the sentence. */
function orderShare(words: readonly QuestionPart[], text: string): number {
  const places = words.map((word) => text.indexOf(word.text)).filter((place) => place >= 0);
  if (places.length < 2) return 0;
  return places.slice(1).filter((place, index) => place > (places[index] ?? 0)).length / (words.length - 1);
}

/** How closely the question's words stand together: their length as a share of the stretch that holds them. */
function windowShare(words: readonly QuestionPart[], text: string): number {
  const found = words.map((word) => ({ at: text.indexOf(word.text), length: word.text.length })).filter(({ at }) => at >= 0);
  if (found.length < 2) return 0;
  const start = Math.min(...found.map(({ at }) => at));
  const end = Math.max(...found.map(({ at, length }) => at + length));
  return Math.min(1, found.reduce((total, { length }) => total + length, 0) / (end - start));
}
