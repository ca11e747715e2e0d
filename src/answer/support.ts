import { featureNames } from "./features.ts";
import { isInOtherScript, isProper } from "./is-proper.ts";
import { anyHolds, FOUND, type Match } from "./match-shares.ts";
import type { WordMatch } from "./match-words.ts";
import { quantitySupport } from "./quantity-support.ts";
import type { Question } from "./question.ts";
import type { RankedSentence, Ranking } from "./rank-sentences.ts";

const ownNames = [
  "missing",
  "missingHan",
  "missingLatin",
  "missingNames",
  "foreign",
  "wordCount",
  "oneWord",
  "bestWords",
  "aroundBest",
  "passageWords",
  "longestMissing",
  "missingQuantity",
  "otherQuantity",
  "nowhereQuantity",
  "margin",
  "top3Words",
  "score",
  "commands",
  "missingProper",
  "missingForeign",
  "names",
  "bestNames",
  "aroundNames",
  "ruleQuantity",
  "ruleName",
  "ruleUnit",
  "ruleDate",
  "ruleSubject",
  "bestUnit",
  "bestDate",
  "otherNames",
  "heldNear",
  "rarestMissing",
  "missingNear",
  "exactness",
  "crossLanguage",
  "sentences",
  "confidence",
  "lead3",
  "askedMissing",
  "asksWho",
  "asksWhat",
  "asksWhen",
  "asksWhere",
  "asksHowMany",
  "asksWhy",
  "asksHow",
  "asksYesNo",
  "asksKeywords",
] as const;

/** What tells whether the best sentence answers the question or is merely the nearest. */
export const supportNames = [...ownNames, ...featureNames.map((name) => `best ${name}` as const)] as const;

type Measures = Partial<Readonly<Record<(typeof ownNames)[number], number>>>;

/** Measures how well the ranking's best sentence supports an answer, in the order of `supportNames`. */
export function measureSupport(question: Question, ranking: Ranking, isName: (word: string) => boolean): Float64Array {
  const { words, sentences, columns } = ranking;
  const proper = words.filter(({ part }) => isProper(part, question, isName));
  const parts: readonly Measures[] = [
    measureMissing(question, ranking, proper),
    measureHeld(ranking),
    measureNames(question, ranking, proper),
    measureAsked(question, ranking),
    measureNear(question, ranking),
    measureLead(question, ranking),
    measureType(question),
    {
      margin: Math.tanh((sentences[0]?.score ?? 0) - (sentences[1]?.score ?? 0)),
      score: Math.tanh((sentences[0]?.score ?? 0) / 3),
    },
  ];
  const measured = new Float64Array(ownNames.length + columns.length);
  // Placed one by one: to spread fifty measures into one object takes longer than all of them do.
  for (const part of parts) placeMeasures(part, measured);
  const best = sentences[0]?.at ?? 0;
  for (let place = 0; place < columns.length; place += 1) {
    measured[ownNames.length + place] = columns[place]?.[best] ?? 0;
  }
  return measured;
}

function placeMeasures(part: Readonly<Record<string, number>>, measured: Float64Array): void {
  for (const name in part) measured[PLACES.get(name) ?? -1] = part[name] ?? 0;
}

const PLACES: ReadonlyMap<string, number> = new Map(ownNames.map((name, place) => [name, place]));

/** What of the question no sentence has. */
function measureMissing(question: Question, { words, sentences }: Ranking, proper: readonly WordMatch[]) {
  const count = Math.max(1, words.length);
  const isHanQuestion = words.some(isHan);
  const missing = words.filter(isMissing);
  const latin = missing.filter((word) => !isHan(word));
  const names = question.names.filter(({ text }) => missing.some(({ part }) => text.includes(part.text)));
  const language = sentences[0]?.passage.article.language ?? "";
  const missingNames = proper.filter(isMissing);
  const missingProper = missingNames.filter(({ part }) => !isInOtherScript(part, language));
  return {
    missing: missing.length / count,
    missingHan: (missing.length - latin.length) / count,
    missingLatin: isHanQuestion ? latin.length / count : 0,
    missingNames: Math.min(2, names.length) / 2,
    foreign: isHanQuestion ? 0 : 1,
    wordCount: Math.log(1 + count) / 3,
    oneWord: count === 1 ? 1 : 0,
    longestMissing: Math.max(0, ...missing.map(({ part }) => part.length)) / 6,
    missingProper: Math.min(2, missingProper.length) / 2,
    missingForeign: Math.min(2, missingNames.length - missingProper.length) / 2,
    ruleName: missingProper.length > 0 ? 1 : 0,
  };
}

/** A word of a heading stands in the article as well. */
function isMissing({ found, above }: WordMatch): boolean {
  return !anyHolds(found, FOUND) && !anyHolds(above, FOUND);
}

function isHan({ part }: Match): boolean {
  return /\p{Script=Han}/u.test(part.text);
}

/** How much of the question the best sentences have, and what stands around the best. */
function measureHeld({ words, sentences }: Ranking) {
  const best = sentences[0];
  const around = neighbours(best);
  const passage = best ? sentences.filter((sentence) => sentence.passage === best.passage).map(({ at }) => at) : [];
  return {
    bestWords: best ? shareAt(words, [best.at]) : 0,
    aroundBest: shareAt(words, around),
    passageWords: shareAt(words, passage),
    top3Words: shareAt(
      words,
      topThree(sentences).map(({ at }) => at),
    ),
  };
}

/** The indexes of a sentence and of those beside it in its passage. */
function neighbours(best: RankedSentence | undefined): number[] {
  return best ? [best.previous, best.at, best.next].filter((at) => at >= 0) : [];
}

function topThree(sentences: readonly RankedSentence[]): readonly RankedSentence[] {
  return sentences.slice(0, 3);
}

/** How much of some words, on average, the candidates at some places have between them. */
function shareAt(words: readonly Match[], places: readonly number[]): number {
  let sum = 0;
  for (const { found } of words) {
    let held = 0;
    for (const at of places) held = Math.max(held, found[at] ?? 0);
    sum += held;
  }
  return sum / Math.max(1, words.length);
}

/** What of the question stands in the best sentence, beside it, or in the title and the headings above it. */
function measureNear(question: Question, { words, sentences }: Ranking) {
  const [best] = sentences;
  const places = neighbours(best);
  const near = words.map(({ part, found, above, asked, rarity, rarityBeyondTitle }) => {
    const inTitle = rarity > 0 && rarityBeyondTitle === 0 ? 1 : 0;
    const beside = places.map((at) => found[at] ?? 0);
    return { part, rarity, held: Math.max(inTitle, above[best?.at ?? 0] ?? 0, asked[best?.at ?? 0] ?? 0, ...beside) };
  });
  // A word that no sentence has is the rarest of all, though its rarity among them is 0.
  const weights = near.map(({ rarity, held }) => (rarity === 0 && held === 0 ? UNKNOWN : rarity));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const lacking = near.map(({ held }, place) => (held < FOUND ? (weights[place] ?? 0) : 0));
  const held = near.reduce((sum, word, place) => sum + word.held * (weights[place] ?? 0), 0);
  const asked = near.find(({ part }) => question.asking && part.at >= question.asking.end);
  return {
    heldNear: total === 0 ? 0 : held / total,
    rarestMissing: Math.max(0, ...lacking) / UNKNOWN,
    missingNear: lacking.filter((weight) => weight > 0).length / Math.max(1, near.length),
    exactness: near.filter((word) => word.held >= 1).length / Math.max(1, near.length),
    askedMissing: asked && asked.held < FOUND ? 1 : 0,
  };
}

/** What a word weighs that stands nowhere. */
const UNKNOWN = 8;

/** How far the best sentence stands out, and among how many. */
function measureLead(question: Question, { sentences }: Ranking) {
  const [best, , third] = sentences;
  const scores = sentences.map(({ score }) => Math.exp(score - (best?.score ?? 0)));
  const language = best?.passage.article.language;
  return {
    confidence:
      1 /
      Math.max(
        1,
        scores.reduce((sum, score) => sum + score, 0),
      ),
    lead3: Math.tanh(((best?.score ?? 0) - (third?.score ?? 0)) / 2),
    sentences: Math.log(1 + sentences.length) / 8,
    crossLanguage: question.language !== undefined && language !== undefined && question.language !== language ? 1 : 0,
  };
}

/** What the question asks for, one measure a type: support means something else for each. */
function measureType({ type }: Question) {
  const is = (asked: Question["type"]): number => (type === asked ? 1 : 0);
  return {
    asksWho: is("who"),
    asksWhat: is("what"),
    asksWhen: is("when"),
    asksWhere: is("where"),
    asksHowMany: is("how-many"),
    asksWhy: is("why"),
    asksHow: is("how"),
    asksYesNo: is("yes-no"),
    asksKeywords: is("keywords"),
  };
}

/** What becomes of the question's names. */
function measureNames(question: Question, { sentences }: Ranking, proper: readonly Match[]) {
  const best = sentences[0];
  const others = best?.facts.names.filter(({ text }) => !question.folded.text.includes(text)) ?? [];
  return {
    names: proper.length > 0 ? 1 : 0,
    bestNames: best ? shareAt(proper, [best.at]) : 0,
    aroundNames: shareAt(proper, neighbours(best)),
    ruleSubject: best && isAboutOthers(proper, best) ? 1 : 0,
    otherNames: proper.length > 0 && others.length > 0 ? 1 : 0,
  };
}

/**
 * Whether neither the best sentence nor the one before it has any of the question's names. Under a title that is hardly
 * longer than a name the article is about that one subject, which its sentences leave out: there it says nothing.
 */
function isAboutOthers(proper: readonly Match[], { at, previous, passage }: RankedSentence): boolean {
  const names = proper.filter(({ part }) => passage.article.title.length - part.text.length > REST_OF_TITLE);
  const stands = ({ found }: Match): boolean => (found[at] ?? 0) >= FOUND || (found[previous] ?? 0) >= FOUND;
  return names.length > 0 && !names.some(stands);
}

/** A title with so many more characters than a name tells of more than that name. */
const REST_OF_TITLE = 12;

/** What becomes of the amount or the date that is asked for, and of those that the question states. */
function measureAsked(question: Question, ranking: Ranking) {
  const best = topThree(ranking.sentences);
  const tellsUnit = best.some(({ at }) => (ranking.columns[ASKED_UNIT]?.[at] ?? 0) > 0);
  const tellsDate = best.some(({ facts }) => facts.kinds.has("date"));
  const { missing, other, nowhere, contradicted } = quantitySupport(question, ranking);
  return {
    missingQuantity: missing,
    otherQuantity: other,
    nowhereQuantity: nowhere,
    commands: question.commands ? 1 : 0,
    ruleQuantity: contradicted ? 1 : 0,
    bestUnit: question.askedUnit && best[0] && !((ranking.columns[ASKED_UNIT]?.[best[0].at] ?? 0) > 0) ? 1 : 0,
    bestDate: question.type === "when" && best[0] && !best[0].facts.kinds.has("date") ? 1 : 0,
    ruleUnit: question.askedUnit && !tellsUnit ? 1 : 0,
    ruleDate: question.type === "when" && !tellsDate ? 1 : 0,
  };
}

const ASKED_UNIT = featureNames.indexOf("askedUnit");
