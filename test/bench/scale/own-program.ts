import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { answerQuestion } from "../../../src/answer/answer-question.ts";
import { createLibraryFor, loadDictionaries } from "../../../src/answer/create-library.ts";
import { readArticles } from "../../../src/article/read-articles.ts";
import { remember } from "../../../src/languages/remember.ts";
import { createLibrary, type Library } from "../../../src/search/library.ts";
import { createMemoryBudget } from "../../../src/search/memory-budget.ts";
import type { PassageIndex, WeightedTerm } from "../../../src/search/passage-index.ts";
import { whenLoaded } from "../../../src/text/not-loaded.ts";
import { openEverybodys } from "./open-everybodys.ts";
import { percentiles } from "./percentiles.ts";
import { type AskedTerms, askedSchema, type OwnFigures, ownTaskSchema } from "./tasks.ts";

/**
 * Opens a library as `npm start` does and asks it questions, in a process of its own; prints figures as JSON.
 *
 * First comes the bot with its example article alone: what a library takes is what comes on top of that.
 */
const task = ownTaskSchema.parse(JSON.parse(process.argv[2] ?? ""));
const [first = "", ...others] = task.questions;
const dictionaries = { ...loadDictionaries(), memory: createMemoryBudget(task.megabytes * 1e6) };
const exampleFolder = path.join(import.meta.dirname, "../../../data/articles");
const example = createLibraryFor(await readArticles(exampleFolder, 5_000_000));
answerQuestion(example, "Who is the analyst?", { limit: 3 });
const startSeconds = performance.now() / 1000;
for (const question of others.slice(0, 20)) answerQuestion(example, question, { limit: 3 });
const before = memory();

const begin = performance.now();
const prepared = await openEverybodys(task, dictionaries);
const library = createLibrary(prepared.articles, { ...dictionaries, indexed: prepared.indexed });
const openSeconds = secondsSince(begin);
const opened = memory() - before;
const firstAsked = await ask(library, first);
const readySeconds = startSeconds + openSeconds + firstAsked / 1000;

const known = existsSync(task.terms);
const search = known ? percentiles(await searchAll(await readTerms())) : undefined;
const noted: WeightedTerm[][] = [];
const watched = watchSearches(library);
for (const question of others.slice(0, 40)) await ask(watched, question);
noted.length = 0;
const answered: number[] = [];
const until = performance.now() + 1000 * task.seconds;
for (const question of others.slice(40)) {
  if (performance.now() > until) break;
  answered.push(await ask(watched, question));
}
if (!known) await writeFile(task.terms, JSON.stringify(noted));
const figures: OwnFigures = {
  openSeconds,
  readySeconds,
  questions: answered.length,
  answer: percentiles(answered),
  search,
  opened,
  memory: memory() - before,
  peakMemory: process.resourceUsage().maxRSS / 1e3,
};
process.stdout.write(`\n${JSON.stringify(figures)}\n`);
process.exit(0);

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

/** In megabytes, of the whole process, once what is no longer needed was collected. */
function memory(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  return process.memoryUsage.rss() / 1e6;
}

/** In milliseconds. Between two questions the event loop turns, as it does in a bot, and what memory has no room for goes. */
async function ask(asked: Library, question: string): Promise<number> {
  await setImmediate();
  const start = performance.now();
  await whenLoaded(() => answerQuestion(asked, question, { limit: 3 }));
  return performance.now() - start;
}

async function readTerms(): Promise<AskedTerms> {
  return askedSchema.parse(JSON.parse(await readFile(task.terms, "utf8")));
}

async function searchAll(all: AskedTerms): Promise<readonly number[]> {
  const index = library.index();
  const times: number[] = [];
  for (const terms of all) {
    await setImmediate();
    const start = performance.now();
    await whenLoaded(() => index.search(terms, 24));
    times.push(performance.now() - start);
  }
  return times;
}

/** Notes what each question looks for in the end. */
function watchSearches(whole: Library): Library {
  const watch = remember((index: PassageIndex): PassageIndex => ({
    ...index,
    search(terms, ...rest) {
      const hits = index.search(terms, ...rest);
      noted.push([...terms]);
      return hits;
    },
  }));
  return { ...whole, index: (article) => watch(whole.index(article)) };
}
