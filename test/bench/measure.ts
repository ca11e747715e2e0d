import { readFile } from "node:fs/promises";
import { z } from "zod";
import { allSections, type Article } from "../../src/article/article.ts";
import type { EvaluationCase, EvaluationSet } from "../../src/evaluation/evaluation-case.ts";
import { readQuestionSets } from "../../src/evaluation/read-question-sets.ts";
import { readSquad } from "../../src/evaluation/read-squad.ts";
import { sampleCases } from "../../src/evaluation/sample-cases.ts";
import { contains, overlaps } from "../../src/text/span.ts";
import { corpusOf } from "./corpus.ts";
import type { Engine, Found, Piece, Search } from "./engine.ts";
import { engineNames } from "./engines/all.ts";
import { corpusSchema, type Quality, type Speed, taskSchema } from "./results.ts";

/** Measures one engine at one task, both named on the command line, in a process of its own; prints JSON. */
const [name, taskText = ""] = process.argv.slice(2);
const task = taskSchema.parse(JSON.parse(taskText));
const { engine }: { engine: Engine } = await import(`./engines/${z.enum(engineNames).parse(name)}.ts`);
// Written past console.log, which a library may use for its own remarks.
process.stdout.write(`\n${JSON.stringify(await measure())}\n`);

async function measure(): Promise<Quality[] | Speed> {
  switch (task.kind) {
    case "quality":
      return measureQuality(await readSet(task.set), task.sample);
    case "speed":
      return measureSpeed(task.corpus, task.seconds);
  }
}

async function readSet(file: string): Promise<EvaluationSet> {
  if (!file.endsWith("sets.json")) return readSquad(file, { titles: true });
  const { articles, cases } = await readQuestionSets(file);
  return { articles, cases: cases.filter(({ split, gold }) => split === "report" && gold.length > 0) };
}

async function measureQuality({ articles, cases }: EvaluationSet, sample: number): Promise<Quality[]> {
  const search = await engine.index({ articles: () => articles, pieces: articles.flatMap(sentencesOf) });
  const chosen = sampleCases(cases, sample, 1);
  const groups = Map.groupBy(chosen, ({ article }) => (article === undefined ? "library" : "article"));
  const qualities: Quality[] = [];
  for (const [where, members] of groups) qualities.push({ where, ...(await hits(search, members)) });
  return qualities;
}

/** The same sentences for everybody: those that Yuanwen quotes. */
function sentencesOf({ id, text, sections }: Article): Piece[] {
  return [...allSections(sections)].flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ sentences }) =>
      sentences.map(({ span }) => ({ article: id, span, text: text.slice(span.start, span.end) })),
    ),
  );
}

async function hits(search: Search, cases: readonly EvaluationCase[]): Promise<Omit<Quality, "where">> {
  let [hit1, hit3] = [0, 0];
  for (const one of cases) {
    const found = await search(one, 3);
    const place = found.findIndex((where) => isRight(where, one));
    if (place === 0) hit1 += 1;
    if (place >= 0) hit3 += 1;
  }
  return { questions: cases.length, hit1: (100 * hit1) / cases.length, hit3: (100 * hit3) / cases.length };
}

function isRight(found: Found, { gold, judgedBy }: EvaluationCase): boolean {
  const matches = judgedBy === "whole" ? contains : overlaps;
  return gold.some(({ article, span }) => article === found.article && matches(found.span, span));
}

/** Stops asking after so many seconds. The first question builds what is built late and is counted as building. */
async function measureSpeed(file: string, seconds: number): Promise<Speed> {
  const { passages, questions } = corpusSchema.parse(JSON.parse(await readFile(file, "utf8")));
  const corpus = corpusOf(passages);
  const before = performance.now();
  const search = await engine.index(corpus);
  const ask = async (question: string): Promise<number> => {
    const asked = performance.now();
    await search({ question, context: [] }, 3);
    return performance.now() - asked;
  };
  const first = await ask(questions[0] ?? "");
  const indexSeconds = (performance.now() - before) / 1000;
  for (const question of questions.slice(0, 20)) if (first < 100) await ask(question);
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  for (const question of questions) {
    if (performance.now() > until) break;
    times.push(await ask(question));
  }
  times.sort((one, other) => one - other);
  const at = (part: number): number => times[Math.max(0, Math.ceil(times.length * part) - 1)] ?? 0;
  globalThis.gc?.();
  return {
    indexSeconds,
    questions: times.length,
    p50: at(0.5),
    p99: at(0.99),
    memory: process.memoryUsage().rss / 1e6,
    peakMemory: process.resourceUsage().maxRSS / 1e3,
  };
}
