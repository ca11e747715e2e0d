import { askingColumns, kindColumns, nameColumns } from "./asked-columns.ts";
import type { WordMatch } from "./match-ties.ts";
import { pairColumns } from "./pair-columns.ts";
import { quantityColumns } from "./quantity-columns.ts";
import { type Candidate, type Column, none, type RankingContext } from "./ranking-context.ts";
import { sentenceColumns } from "./sentence-columns.ts";
import { traitColumns } from "./trait-columns.ts";
import { properColumns } from "./proper-columns.ts";
import { titleColumns } from "./title-columns.ts";
import { contextColumns, matchQuestion, wordColumns } from "./word-columns.ts";

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
  /** One row a candidate, in the order of `featureNames`. */
  readonly rows: readonly Float64Array[];
  /** The question's words, in their order, with how much of each every candidate holds. */
  readonly words: readonly WordMatch[];
}

/** Measures every candidate against the question. */
export function measure(candidates: readonly Candidate[], context: RankingContext): Measurement {
  const { question } = context;
  const matches = matchQuestion(candidates, context);
  const measured: Record<Exclude<FeatureName, keyof typeof BEST_OF>, Column> = {
    ...wordColumns(matches, context),
    ...contextColumns(matches, candidates),
    ...titleColumns(matches.words, candidates, context),
    ...properColumns(matches.words, candidates, context),
    ...sentenceColumns(question),
    ...kindColumns(question),
    ...askingColumns(matches.words, question),
    ...nameColumns(question),
    ...quantityColumns(question),
    ...traitColumns(question),
    // The same for all of them: it tells the trees how far to trust the words.
    foreign: () => (context.isForeign ? 1 : 0),
    ...pairColumns({ words: matches.words, candidates }, context),
  };
  const rows = candidates.map(() => new Float64Array(featureNames.length));
  for (const [name, column] of Object.entries(measured)) {
    const place = PLACES.get(name);
    if (place === undefined || column === none) continue;
    for (const [index, candidate] of candidates.entries()) setAt(rows[index], place, column(candidate, index));
  }
  for (const [name, of] of Object.entries(BEST_OF)) {
    const [place = 0, from = 0] = [PLACES.get(name), PLACES.get(of)];
    let best = 1e-9;
    for (const row of rows) best = Math.max(best, row[from] ?? 0);
    for (const row of rows) row[place] = (row[from] ?? 0) / best;
  }
  return { rows, words: matches.words };
}

const PLACES: ReadonlyMap<string, number> = new Map(featureNames.map((name, place) => [name, place]));

function setAt(row: Float64Array | undefined, place: number, value: number): void {
  if (row) row[place] = value;
}
