import { askingColumns, kindColumns } from "./asked-columns.ts";
import { remember } from "../languages/remember.ts";
import type { SentenceBlock } from "../search/sentence-block.ts";
import { factsOfBlock } from "./block-facts.ts";
import { createColumns } from "./columns.ts";
import { contextColumns } from "./context-columns.ts";
import { matchAround } from "./match-around.ts";
import type { WordMatch } from "./match-words.ts";
import { nameColumns } from "./name-columns.ts";
import { pairColumns } from "./pair-columns.ts";
import { properColumns } from "./proper-columns.ts";
import { quantityColumns } from "./quantity-columns.ts";
import type { Candidates, Column, RankingContext } from "./ranking-context.ts";
import { sentenceColumns } from "./sentence-columns.ts";
import { titleColumns } from "./title-columns.ts";
import { traitColumns } from "./trait-columns.ts";
import { matchQuestion, wordColumns } from "./word-columns.ts";

/** What each column of a candidate's row measures; `…Best` are shares of the best candidate's value. */
export const featureNames = [
  "ownWords",
  "ownPairs",
  "words",
  "pairs",
  "characters",
  "wordsWithTitle",
  "pairsWithTitle",
  "charactersWithTitle",
  "wordsBest",
  "pairsBest",
  "charactersBest",
  "weightPerLength",
  "weightBest",
  "longestCommon",
  "commonBest",
  "passage",
  "passageBest",
  "previous",
  "next",
  "previousBest",
  "nextBest",
  "context",
  "headings",
  "asks",
  "lead",
  "length",
  "short",
  "first",
  "who",
  "when",
  "where",
  "how-many",
  "why",
  "how",
  "opinion",
  "definition",
  "fits",
  "askedNoun",
  "unit",
  "newNumber",
  "beforeAsking",
  "afterAsking",
  "nearAsking",
  "nearAskingBest",
  "newPerson",
  "newPeople",
  "newPlace",
  "newPlaces",
  "newOrganisation",
  "newNames",
  "year",
  "work",
  "title",
  "askedUnit",
  "askedUnitMissing",
  "sameQuantity",
  "otherQuantity",
  "otherCode",
  "numbers",
  "missingNumber",
  "latin",
  "newContent",
  "order",
  "window",
  "nextWord",
  "naming",
  "purpose",
  "age",
  "permission",
  "denial",
  "denialToo",
  "apposition",
  "defines",
  "capitalsWho",
  "capitalsWhere",
  "capitalsWhat",
  "afterQuestion",
  "together",
  "togetherBest",
  "item",
  "table",
  "foreign",
  "askedWords",
  "askedBest",
  "tiedWords",
  "tiedBest",
  "sameQuestion",
  "answeredBelow",
  "opensAnswer",
  "refersBack",
  "subjectWords",
  "asksForNames",
  "properHere",
  "properNear",
  "rivalName",
  "titleNames",
  "otherTitleName",
] as const;

export type FeatureName = (typeof featureNames)[number];

/** Columns that compare another one with its best value, and which. */
const BEST_OF = {
  wordsBest: "words",
  pairsBest: "pairs",
  charactersBest: "characters",
  weightBest: "weightPerLength",
  commonBest: "longestCommon",
  previousBest: "previous",
  nextBest: "next",
  nearAskingBest: "nearAsking",
  togetherBest: "together",
  askedBest: "askedWords",
  tiedBest: "tiedWords",
} as const;

export interface Measurement {
  /** In the order of `featureNames`; each has a value a candidate. */
  readonly columns: readonly Column[];
  /** The question's words, in their order, with how much of each every candidate holds. */
  readonly words: readonly WordMatch[];
}

/** Measures every candidate against the question. */
export function measure(candidates: Candidates, context: RankingContext): Measurement {
  const { block } = candidates;
  const { question } = context;
  const makeColumn = createColumns(block.sentences.length);
  const matches = matchQuestion(block, context, makeColumn);
  const { words } = matches;
  const around = matchAround(block, words);
  const held = wordColumns(block, matches, { question, makeColumn });
  const shares = { pairShares: held.pairs, wordShares: held.wordsWithTitle };
  const columns = featureNames.map((): Column => undefined);
  const parts: readonly Partial<Record<FeatureName, Column>>[] = [
    held,
    contextColumns(candidates, { words, around, ...shares }, makeColumn),
    titleColumns(block, context, { words, around, makeColumn }),
    properColumns(block, context, { words, around, makeColumn }),
    sentenceColumns(block, question),
    kindColumns(block, question, makeColumn),
    askingColumns(block, { question, words, makeColumn }),
    nameColumns(block, question, makeColumn),
    quantityColumns(block, question, makeColumn),
    traitColumns(block, question, makeColumn),
    pairColumns(block, context, { words, shares: held.words, makeColumn }),
    // The same for all of them: it tells the trees how far to trust the words.
    { foreign: context.isForeign ? makeColumn().fill(1) : undefined },
  ];
  // Placed one by one: to spread a hundred columns into one object takes longer than most of them do.
  for (const part of parts) placeColumns(part, columns);
  for (const [place, of] of BEST_PLACES) columns[place] = shareOfBest(columns[of], makeColumn);
  return { columns, words };
}

const PLACES: ReadonlyMap<string, number> = new Map(featureNames.map((name, place) => [name, place]));
const BEST_PLACES = Object.entries(BEST_OF).map(
  ([name, of]) => [PLACES.get(name) ?? -1, PLACES.get(of) ?? -1] as const,
);

/** The columns that are the same whatever is asked, in the order of `featureNames`. */
export const fixedColumns = remember((block: SentenceBlock): readonly Column[] => {
  const { item, table, asks, lead, length, first, answeredBelow, opensAnswer, refersBack } = factsOfBlock(block);
  const fixed = { item, table, asks, lead, length, first, answeredBelow, opensAnswer, refersBack };
  const byName = new Map<string, Float64Array>(Object.entries(fixed));
  return featureNames.map((name) => byName.get(name));
});

function placeColumns(part: Readonly<Record<string, Column>>, columns: Column[]): void {
  for (const name in part) {
    const place = PLACES.get(name);
    if (place !== undefined) columns[place] = part[name];
  }
}

function shareOfBest(column: Column, makeColumn: () => Float64Array): Column {
  if (!column) return undefined;
  let best = 0;
  for (let at = 0; at < column.length; at += 1) best = Math.max(best, column[at] ?? 0);
  if (best === 0) return undefined;
  best = Math.max(best, 1e-9);
  const shares = makeColumn();
  for (let at = 0; at < column.length; at += 1) shares[at] = (column[at] ?? 0) / best;
  return shares;
}
