import type { AnswerKind, QuestionType } from "../languages/language.ts";
import type { Question } from "./question.ts";
import type { SentenceFacts } from "./sentence-facts.ts";

/** A sentence with what stands around it. */
export interface Candidate {
  readonly facts: SentenceFacts;
  /** The sentences before it in its paragraph, nearest last. */
  readonly before: readonly SentenceFacts[];
  readonly after: SentenceFacts | undefined;
  /** Folded headings above it. */
  readonly headings: string;
  /** Its passage's score as a share of the best one's, 0–1. */
  readonly passageShare: number;
  /** Its index in its paragraph. */
  readonly place: number;
}

export interface RankingContext {
  readonly question: Question;
  /** Folded titles of the articles the candidates come from. */
  readonly title: string;
  /** How rare a term is: 0 for one that stands in half of all sentences or more. */
  readonly rarity: (term: string) => number;
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

export const featureNames = [
  "words", "pairs", "characters", "wordsWithTitle", "pairsWithTitle", "charactersWithTitle",
  "wordsBest", "pairsBest", "charactersBest",
  "weightPerLength", "longestCommon", "longestCommonShare",
  "passage", "previous", "next", "context", "headings",
  "asks", "length", "first", "shortness",
  "who", "when", "where", "how-many", "why", "how", "opinion", "definition",
  "beforeAsking", "afterAsking", "numbers", "latin", "newContent", "quoted", "rarestWord", "order", "window",
  "askedNoun", "nearAsking", "nearAskingBest", "covered", "weightBest", "commonBest", "fits", "fitsBest", "lead", "unit", "missingNumber", "passageBest", "afterBest", "pairsTimesPassage",
] as const;

type Weigh = (term: string) => number;

/** Measures every candidate against the question; one row a candidate, in the order of `featureNames`. */
export function measure(candidates: readonly Candidate[], context: RankingContext): number[][] {
  const { question, title } = context;
  const words = question.words.map(({ text }) => text);
  const withoutTitle: Weigh = (term) => (title.includes(term) ? 0 : context.rarity(term));
  const plain: Weigh = context.rarity;
  const asked = askedNeighbours(question);
  const questionText = question.folded.text;
  const numbers = words.filter((word) => /^\d/u.test(word));
  const latin = question.words.filter(({ script, text }) => script === "Latin" && !/^\d/u.test(text)).map(({ text }) => text);
  const quoted = [...questionText.matchAll(/[《“「"『]([^》”」"』]{2,30})[》”」"』]/gu)].map((match) => match[1] ?? "");
  const asking = question.asking ? questionText.slice(question.asking.start, question.asking.end) : "";
  const noun = /(?:哪|什么|何|啥|几|多少)[一个些几位名座所条种]?(\p{Script=Han}{1,2})$/u.exec(asking)?.[1] ?? "";
  const measureWord = /(?:几|多少)个?(\p{Script=Han})/u.exec(questionText)?.[1];
  const unit = measureWord === undefined ? undefined : new RegExp(`[\\d〇零一二两三四五六七八九十百千万亿]\\s?[多余几]?[个]?${measureWord}`, "u");
  const rarest = words.toSorted((a, b) => withoutTitle(b) - withoutTitle(a))[0];
  const rows = candidates.map((candidate): number[] => {
    const { facts } = candidate;
    const earlier = candidate.before.map((sentence) => sentence.text).join("") + candidate.headings;
    const missing = words.filter((word) => soft(word, facts) < 1);
    const common = longestCommon(questionText, facts.text);
    const wordShare = share(words, withoutTitle, (word) => soft(word, facts));
    const pairShare = share(question.pairs, withoutTitle, (pair) => has(pair, facts));
    const characterShare = share(question.characters, withoutTitle, (character) => has(character, facts));
    const matched = question.pairs.filter((pair) => facts.terms.has(pair)).reduce((sum, pair) => sum + plain(pair), 0)
      + words.filter((word) => facts.terms.has(word)).reduce((sum, word) => sum + plain(word), 0);
    const expected = EXPECTED[question.type] ?? [];
    const fits = expected.some((kind) => facts.kinds.has(kind)) ? 1 : 0;
    const typed = (type: QuestionType): number => (question.type === type ? fits : 0);
    return [
      wordShare, pairShare, characterShare,
      share(words, plain, (word) => soft(word, facts)),
      share(question.pairs, plain, (pair) => has(pair, facts)),
      share(question.characters, plain, (character) => has(character, facts)),
      0, 0, 0,
      matched / (20 + Math.sqrt(facts.text.length) * 4),
      Math.min(common, 12) / 12, common / Math.max(1, questionText.length),
      candidate.passageShare,
      share(question.pairs.length > 0 ? question.pairs : words, withoutTitle, (term) => has(term, candidate.before.at(-1))),
      share(question.pairs.length > 0 ? question.pairs : words, withoutTitle, (term) => has(term, candidate.after)),
      share(words, plain, (word) => (missing.includes(word) && earlier.includes(word) ? 1 : 0)),
      share(words, plain, (word) => (candidate.headings.includes(word) ? 1 : 0)),
      facts.asks ? 1 : 0,
      Math.log(1 + facts.text.length) / 5,
      candidate.place === 0 ? 1 : 0,
      facts.text.length < 14 ? 1 : 0,
      typed("who"), typed("when"), typed("where"), typed("how-many"), typed("why"), typed("how"), typed("opinion"), typed("definition"),
      suffixMatch(asked.before, facts.text), prefixMatch(asked.after, facts.text),
      numbers.length === 0 ? 0 : numbers.filter((number) => facts.terms.has(number)).length / numbers.length,
      latin.length === 0 ? 0 : latin.filter((word) => facts.terms.has(word)).length / latin.length,
      Math.log(1 + newContent(question, facts)) / 4,
      quoted.length === 0 ? 0 : quoted.filter((part) => facts.text.includes(part)).length / quoted.length,
      rarest !== undefined ? soft(rarest, facts) : 0,
      orderShare(words, facts.text),
      windowShare(words, facts.text),
      noun === "" ? 0 : facts.text.includes(noun) ? 1 : 0,
      shareNear(question, (word) => soft(word, facts), withoutTitle),
      0,
      share(words, plain, (word) => Math.max(soft(word, facts), earlier.includes(word) ? 0.7 : 0)),
      0, 0,
      fits, 0,
      /[:]\s*$/u.test(facts.text) ? 1 : 0,
      unit === undefined ? 0 : unit.test(facts.text) ? 1 : 0,
      numbers.some((number) => !facts.terms.has(number)) && facts.kinds.has("number") ? 1 : 0,
      candidate.passageShare >= 0.999 ? 1 : 0,
      0,
      pairShare * candidate.passageShare,
    ];
  });
  const column = (name: (typeof featureNames)[number]): number => featureNames.indexOf(name);
  for (const [from, to] of [["weightPerLength", "weightBest"], ["longestCommon", "commonBest"], ["nearAsking", "nearAskingBest"]] as const) {
    const best = Math.max(...rows.map((row) => row[column(from)] ?? 0), 1e-9);
    for (const row of rows) row[column(to)] = (row[column(from)] ?? 0) / best;
  }
  for (const row of rows) row[column("fitsBest")] = (row[column("fits")] ?? 0) * (row[column("pairsBest")] ?? 0);
  for (const row of rows) row[column("afterBest")] = (row[column("next")] ?? 0) * (row[column("pairsBest")] ?? 0);
  for (const [from, to] of [[0, 6], [1, 7], [2, 8]] as const) {
    const best = Math.max(...rows.map((row) => row[from] ?? 0), 1e-9);
    for (const row of rows) row[to] = (row[from] ?? 0) / best;
  }
  return rows;
}

function share(terms: readonly string[], weigh: Weigh, found: (term: string) => number): number {
  let [total, sum] = [0, 0];
  for (const term of terms) {
    const weight = weigh(term);
    total += weight;
    if (weight > 0) sum += weight * found(term);
  }
  return total === 0 ? 0 : sum / total;
}

function has(term: string, facts: SentenceFacts | undefined): number {
  return facts?.terms.has(term) ? 1 : 0;
}

/** 1 for a word that stands in the sentence, less for one of which only parts do. */
function soft(word: string, facts: SentenceFacts): number {
  if (facts.terms.has(word)) return 1;
  if (!/\p{Script=Han}/u.test(word)) {
    if (word.length >= 5) for (const term of facts.terms.keys()) if (term.startsWith(word.slice(0, 5)) && Math.abs(term.length - word.length) < 4) return 0.5;
    return 0;
  }
  if (facts.text.includes(word)) return 1;
  const characters = [...word];
  const pairs = characters.slice(1).filter((character, index) => facts.terms.has((characters[index] ?? "") + character)).length;
  const single = characters.filter((character) => facts.terms.has(character)).length / characters.length;
  if (characters.length > 2 && pairs > 0) return 0.3 + 0.5 * (pairs / (characters.length - 1));
  return 0.35 * single;
}

/** As `share`, with words counted the more the nearer they stand to the word that asks. */
function shareNear({ words, asking }: Question, found: (word: string) => number, weigh: Weigh): number {
  let [total, sum] = [0, 0];
  for (const { text, at } of words) {
    const distance = asking ? Math.max(0, at > asking.start ? at - asking.end : asking.start - at - text.length) : 0;
    const weight = weigh(text) / (1 + distance / 3);
    total += weight;
    sum += weight * found(text);
  }
  return total === 0 ? 0 : sum / total;
}

/** The length of the longest run of characters that both texts share. */
function longestCommon(one: string, other: string): number {
  let best = 0;
  for (let from = 0; from + best < one.length; from += 1) {
    while (from + best + 1 <= one.length && other.includes(one.slice(from, from + best + 1))) best += 1;
  }
  return best;
}

function askedNeighbours({ folded, asking }: Question): { readonly before: string; readonly after: string } {
  if (!asking) return { before: "", after: "" };
  const before = /[\p{L}\p{N}]{0,6}$/u.exec(folded.text.slice(Math.max(0, asking.start - 6), asking.start))?.[0] ?? "";
  const after = /^[\p{L}\p{N}]{0,6}/u.exec(folded.text.slice(asking.end, asking.end + 6))?.[0] ?? "";
  return { before, after };
}

function suffixMatch(before: string, text: string): number {
  for (let length = before.length; length > 0; length -= 1) {
    if (text.includes(before.slice(-length))) return length / 6;
  }
  return 0;
}

function prefixMatch(after: string, text: string): number {
  for (let length = after.length; length > 0; length -= 1) {
    if (text.includes(after.slice(0, length))) return length / 6;
  }
  return 0;
}

function newContent(question: Question, facts: SentenceFacts): number {
  const known = new Set(question.words.map(({ text }) => text));
  let count = 0;
  for (const term of facts.terms.keys()) if (term.length > 1 && !known.has(term) && !question.pairs.includes(term)) count += 1;
  return count;
}

/** The share of neighbouring question words that stand in the same order in the sentence. */
function orderShare(words: readonly string[], text: string): number {
  const places = words.map((word) => text.indexOf(word)).filter((place) => place >= 0);
  if (places.length < 2) return 0;
  return places.slice(1).filter((place, index) => place > (places[index] ?? 0)).length / (words.length - 1);
}

/** How closely the question's words stand together: their length as a share of the stretch that holds them. */
function windowShare(words: readonly string[], text: string): number {
  const found = words.map((word) => ({ at: text.indexOf(word), length: word.length })).filter(({ at }) => at >= 0);
  if (found.length < 2) return 0;
  const start = Math.min(...found.map(({ at }) => at));
  const end = Math.max(...found.map(({ at, length }) => at + length));
  return Math.min(1, found.reduce((sum, { length }) => sum + length, 0) / (end - start));
}
