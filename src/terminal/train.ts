import { writeFile } from "node:fs/promises";
import path from "node:path";
import { createLibraryFor } from "../answer/create-library.ts";
import { featureNames } from "../answer/features.ts";
import { measureSupport, supportNames } from "../answer/support.ts";
import { orderBy } from "../answer/rank-sentences.ts";
import { createScore } from "../answer/score-row.ts";
import type { EvaluationCase } from "../evaluation/evaluation-case.ts";
import { readQuestionSets } from "../evaluation/read-question-sets.ts";
import { readSquad } from "../evaluation/read-squad.ts";
import { type RankingExample, trainNetwork } from "../evaluation/train-network.ts";
import { type SupportExample, trainSupport } from "../evaluation/train-support.ts";
import { prepareCase, type Remains } from "../evaluation/training-cases.ts";
import type { Library } from "../search/library.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

export interface TrainOptions {
  /** Sets in SQuAD's format. */
  readonly squad: readonly string[];
  /** A list of question sets, of which only the part for tuning is used. */
  readonly sets: string;
  readonly out: string;
  readonly seed: number;
}

const NETWORK = { hidden: 16, epochs: 6, rate: 0.004, decay: 5e-4 };
/** What one of our own questions counts against one of a public set's: there are few, but of several kinds. */
const OWN_WEIGHT = 3;
const OWN_SUPPORT_WEIGHT = 6;
/** The share of answerable questions that may be declined. */
const DECLINED_WRONGLY = 0.025;

/** One set's questions, with the library they are asked in. */
interface TrainingSet {
  readonly library: Library;
  readonly cases: readonly EvaluationCase[];
  readonly isOwn: boolean;
}

/** Learns the ranker's and the decliner's weights; the same sets and seed give the same file. */
export async function train(options: TrainOptions, terminal: Terminal): Promise<ExitCode> {
  const resolve = (file: string): string => path.resolve(terminal.directory, file);
  const sets = await readSets(options, resolve);
  const say = (text: string): void => void terminal.errors.write(`${text}\n`);
  say(`${sets.reduce((sum, { cases }) => sum + cases.length, 0)} questions in ${sets.length} sets`);
  const network = trainNetwork(rankingExamples(sets), { ...NETWORK, seed: options.seed });
  say("learned to rank");
  const examples = supportExamples(sets, createScore(network, featureNames));
  const support = trainSupport(examples, DECLINED_WRONGLY);
  say(`learned to decline from ${examples.length} questions`);
  const provenance = {
    command: "npm run train",
    seed: options.seed,
    sets: [options.sets, ...options.squad].map((file) => path.basename(file)),
  };
  const learned = { provenance, features: featureNames, network, support: { features: supportNames, ...support } };
  await writeFile(resolve(options.out), writeJson(learned));
  return 0;
}

async function readSets(options: TrainOptions, resolve: (file: string) => string): Promise<TrainingSet[]> {
  const own = await readQuestionSets(resolve(options.sets));
  const tuned = own.cases.filter(({ split }) => split === "tune");
  const sets = [{ library: createLibraryFor(own.articles), cases: tuned, isOwn: true }];
  for (const file of options.squad) {
    // Half of the articles with their titles, half without: readers bring both.
    for (const titles of [true, false]) {
      const read = await readSquad(resolve(file), { titles });
      const articles = read.articles.filter((_, index) => (index % 2 === 0) === titles);
      const ids = new Set(articles.map(({ id }) => id));
      const cases = read.cases.filter(({ article }) => article !== undefined && ids.has(article));
      sets.push({ library: createLibraryFor(articles), cases, isOwn: false });
    }
  }
  return sets;
}

function rankingExamples(sets: readonly TrainingSet[]): RankingExample[] {
  return sets.flatMap(({ library, cases, isOwn }) =>
    cases
      .filter(({ gold }) => gold.length > 0)
      .flatMap((one): RankingExample[] => {
        const prepared = prepareCase(library, one, "all");
        return prepared ? [{ rows: prepared.ranking.rows, right: prepared.right, weight: isOwn ? OWN_WEIGHT : 1 }] : [];
      }),
  );
}

/** Of a public set every third question, as it is and with its answer taken away, and some about another article. */
function supportExamples(sets: readonly TrainingSet[], score: (row: Float64Array) => number): SupportExample[] {
  const examples: SupportExample[] = [];
  for (const { library, cases, isOwn } of sets) {
    const add = (one: EvaluationCase, remains: Remains, answerable: boolean): void => {
      const prepared = prepareCase(library, one, remains);
      if (!prepared) return;
      const ranking = orderBy(score, prepared.ranking);
      const row = measureSupport(prepared.question, ranking, library.lexicon.isName);
      examples.push({ row, answerable, weight: isOwn ? OWN_SUPPORT_WEIGHT : 1, calibrates: isOwn });
    };
    const articles = [...library.articles.keys()];
    for (const [index, one] of cases.entries()) {
      if (isOwn) add(one, "all", one.gold.length > 0);
      if (isOwn || index % 3 > 0) continue;
      add(one, "all", true);
      add(one, "without-answer", false);
      if (index % 12 === 0) add({ ...one, gold: [], article: articles[(index * 7) % articles.length] }, "all", false);
    }
  }
  return examples;
}

/** JSON with each list of numbers or names on one line. */
function writeJson(value: object): string {
  const text = JSON.stringify(value, undefined, 1);
  return `${text.replaceAll(/\[\s+([^[\]{}]*?)\s+\]/gu, (_, list: string) => `[${list.replaceAll(/\s*\n\s*/gu, " ")}]`)}\n`;
}
