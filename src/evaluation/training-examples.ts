import { rowAt } from "../answer/columns.ts";
import { featureNames } from "../answer/features.ts";
import { orderBy, type RankedSentence } from "../answer/rank-sentences.ts";
import { createScore, type Score } from "../answer/score-columns.ts";
import { measureSupport } from "../answer/support.ts";
import type { Library } from "../search/library.ts";
import type { EvaluationCase } from "./evaluation-case.ts";
import { misnameQuestion } from "./misname-question.ts";
import { seededRandom } from "./seeded-random.ts";
import type { SupportExample } from "./train-support.ts";
import { type RankingExample, trainTrees, type TreesOptions } from "./train-trees.ts";
import { prepareCase, type Remains, type TrainingCase } from "./training-cases.ts";

/** One set's questions, with the library they are asked in. */
export interface TrainingSet {
  readonly name: string;
  readonly library: Library;
  readonly cases: readonly EvaluationCase[];
  /** What one of its questions counts. */
  readonly weight: number;
  /** It has no unanswerable questions of its own: some are made of the others. */
  readonly makesUnanswerable: boolean;
}

/** A question, prepared, with what is known of its answer. */
export interface PreparedQuestion extends TrainingCase {
  readonly set: TrainingSet;
  readonly answerable: boolean;
  /** The article that it was written about: its fold is decided by it. */
  readonly written: string;
}

/** Prepares every question of some sets as it is, and those that are made unanswerable. */
export function prepareSets(sets: readonly TrainingSet[], seed: number): PreparedQuestion[] {
  const random = seededRandom(seed);
  return sets.flatMap((set) =>
    set.cases.flatMap((one, index) =>
      [
        { one, remains: "all" as const },
        ...(set.makesUnanswerable ? makeUnanswerable(set, index, random) : []),
      ].flatMap((variant) => prepare(set, variant, one.article ?? "")),
    ),
  );
}

interface Variant {
  readonly one: EvaluationCase;
  readonly remains: Remains;
}

function prepare(set: TrainingSet, { one, remains }: Variant, written: string): PreparedQuestion[] {
  const prepared = prepareCase(set.library, one, remains);
  const answerable = remains === "all" && one.gold.length > 0;
  return prepared ? [{ ...prepared, set, answerable, written }] : [];
}

/** Of every third question its answer is taken away, of every fourth a name exchanged, every twelfth is asked of another article. */
function makeUnanswerable({ library, cases }: TrainingSet, index: number, random: () => number): Variant[] {
  const one = cases[index];
  if (!one) return [];
  const variants: Variant[] = [];
  if (index % 3 === 0) variants.push({ one, remains: "without-answer" });
  if (index % 4 === 0) {
    const text = library.articles.get(one.article ?? "")?.text ?? "";
    const question = misnameQuestion(one.question, text, { analyse: library.analyse, random });
    if (question !== undefined) variants.push({ one: { ...one, question, gold: [] }, remains: "all" });
  }
  if (index % 12 === 0) {
    const articles = [...library.articles.keys()];
    variants.push({ one: { ...one, gold: [], article: articles[(index * 7) % articles.length] }, remains: "all" });
  }
  return variants;
}

/** What the ranker learns from. */
export function rankingExamples(questions: readonly PreparedQuestion[]): RankingExample[] {
  return questions
    .filter(({ answerable }) => answerable)
    .map(({ ranking, right, set: { weight } }) => ({
      rows: right.map((_, at) => rowAt(ranking, at)),
      right,
      weight,
    }));
}

/** Folds that the articles are dealt to. */
const FOLDS = 4;

/**
 * What support is learned from: each question as a ranker sees it that learned from none about its article, since one
 * that knows the answers is surer than it may be.
 */
export function supportExamples(questions: readonly PreparedQuestion[], options: TreesOptions): SupportExample[] {
  const folds = dealFolds(questions);
  const asked = Map.groupBy(questions, ({ set, written }) => `${set.name} ${written}`);
  const isMuchAsked = ({ set, written }: PreparedQuestion): boolean =>
    (asked.get(`${set.name} ${written}`)?.length ?? 0) >= MUCH_ASKED;
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const isIn = ({ written, set }: PreparedQuestion): boolean => folds.get(`${set.name} ${written}`) === fold;
    const trees = trainTrees(rankingExamples(questions.filter((one) => !isIn(one))), options);
    const score = createScore(trees, featureNames);
    return questions.filter(isIn).map((one) => supportExample(one, { score, isMuchAsked: isMuchAsked(one) }));
  });
}

/** The articles in turn, in the order of their sets. */
function dealFolds(questions: readonly PreparedQuestion[]): Map<string, number> {
  const articles = [...new Set(questions.map(({ set, written }) => `${set.name} ${written}`))];
  return new Map(articles.map((article, place) => [article, place % FOLDS]));
}

/** From so many questions on an article is a group of its own, lest it speak for all the others of its set. */
const MUCH_ASKED = 100;

function supportExample(
  one: PreparedQuestion,
  { score, isMuchAsked }: { readonly score: Score; readonly isMuchAsked: boolean },
): SupportExample {
  const { question, set, answerable, right } = one;
  const ranking = orderBy(score, one.ranking);
  const part = `${set.name}, ${isMuchAsked ? one.written : "others"}`;
  const [best] = ranking.sentences;
  return {
    row: measureSupport(question, ranking, set.library.lexicon.isName),
    answerable,
    right: answerable && best !== undefined && (right[best.at] ?? false),
    weight: set.weight,
    groups: [part, `${part}: ${question.language ?? "none"} on ${languageOf(best)}`],
  };
}

function languageOf(candidate: RankedSentence | undefined): string {
  return candidate?.passage.article.language ?? "none";
}
