import path from "node:path";
import { createLibraryFor } from "../answer/create-library.ts";
import { featureNames } from "../answer/features.ts";
import { supportNames } from "../answer/support.ts";
import { readQuestionSets } from "../evaluation/read-question-sets.ts";
import { readSquad } from "../evaluation/read-squad.ts";
import { trainSupport } from "../evaluation/train-support.ts";
import { prepareSets, rankingExamples, supportExamples, type TrainingSet } from "../evaluation/training-examples.ts";
import { trainTrees } from "../evaluation/train-trees.ts";
import { named } from "./named.ts";
import { beginReplacement, fillReplacement } from "./replace-file.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

export interface TrainOptions {
  /** Sets in SQuAD's format. */
  readonly squad: readonly string[];
  /** A list of question sets, of which only the part for tuning is used. */
  readonly sets: string;
  readonly out: string;
  readonly seed: number;
}

const TREES = {
  trees: 120,
  leaves: 16,
  rate: 0.1,
  leastRows: 60,
  damping: 5,
  columnShare: 0.5,
  questionShare: 0.8,
};
/** What one of our own questions counts against one of a public set's: there are few, but of several kinds. */
const OWN_WEIGHT = 3;
/** What may go wrong in each direction of languages. */
const BOUNDS = { answeredWrongly: 0.13, declinedWrongly: 0.01 };

/** Learns the ranker's trees and the weights of support; the same sets and seed give the same file. */
export async function train(options: TrainOptions, terminal: Terminal): Promise<ExitCode> {
  const resolve = (file: string): string => path.resolve(terminal.directory, file);
  const sets = await readSets(options, resolve);
  // Whether it can be written is told now rather than in an hour.
  const out = await beginReplacement(options.out, terminal.directory);
  await fillReplacement(out, async ({ write }) => write(writeJson(learn(options, sets, terminal))));
  return 0;
}

function learn(options: TrainOptions, sets: readonly TrainingSet[], terminal: Terminal): object {
  const { seed } = options;
  const say = (text: string): void => void terminal.errors.write(`${text}\n`);
  say(`${sets.reduce((sum, { cases }) => sum + cases.length, 0)} questions in ${sets.length} sets`);
  const questions = prepareSets(sets, seed);
  const trees = trainTrees(rankingExamples(questions), { ...TREES, seed });
  say("learned to rank");
  const examples = supportExamples(questions, { ...TREES, seed });
  const support = trainSupport(examples, BOUNDS);
  say(`learned to decline from ${examples.length} questions`);
  const provenance = {
    command: "npm run train",
    seed,
    sets: [options.sets, ...options.squad].map((file) => path.basename(file)),
  };
  return { provenance, features: featureNames, trees, support: { features: supportNames, ...support } };
}

async function readSets(options: TrainOptions, resolve: (file: string) => string): Promise<TrainingSet[]> {
  const own = await named(options.sets, () => readQuestionSets(resolve(options.sets)));
  const tuned = own.cases.filter(({ split }) => split === "tune");
  const library = createLibraryFor(own.articles);
  const sets: TrainingSet[] = [{ name: "own", library, cases: tuned, weight: OWN_WEIGHT, makesUnanswerable: false }];
  for (const file of options.squad) {
    // Half of the articles with their titles, half without: readers bring both.
    for (const titles of [true, false]) {
      const read = await named(file, () => readSquad(resolve(file), { titles }));
      const articles = read.articles.filter((_, index) => (index % 2 === 0) === titles);
      const ids = new Set(articles.map(({ id }) => id));
      const cases = read.cases.filter(({ article }) => article !== undefined && ids.has(article));
      const name = path.basename(file);
      sets.push({ name, library: createLibraryFor(articles), cases, weight: 1, makesUnanswerable: true });
    }
  }
  return sets;
}

/** JSON with each list of numbers or names on one line. */
function writeJson(value: object): string {
  const text = JSON.stringify(value, undefined, 1);
  return `${text.replaceAll(/\[\s+([^[\]{}]*?)\s+\]/gu, (_, list: string) => `[${list.replaceAll(/\s*\n\s*/gu, " ")}]`)}\n`;
}
