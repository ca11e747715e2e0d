import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Answer, listedQuotes } from "../answer/answer.ts";
import { type Calibration, measureCalibration } from "../evaluation/calibration.ts";
import { calibrationTable } from "../evaluation/calibration-table.ts";
import { convertScript, type Script } from "../evaluation/convert-script.ts";
import { drawCalibration } from "../evaluation/draw-calibration.ts";
import { evaluate, type Outcome } from "../evaluation/evaluate.ts";
import type { EvaluationSet, Split } from "../evaluation/evaluation-case.ts";
import { type Figures, figuresByGroup } from "../evaluation/figures.ts";
import { hitsTable, kindsTable } from "../evaluation/figures-table.ts";
import { findBelowFloor, type Floors, floorsSchema } from "../evaluation/floors.ts";
import { readQuestionSets } from "../evaluation/read-question-sets.ts";
import { readSquad } from "../evaluation/read-squad.ts";
import { sampleCases } from "../evaluation/sample-cases.ts";
import type { IndexName } from "./index-names.ts";
import { type MeasuredPlaces, openMeasured } from "./measured-library.ts";
import { named } from "./named.ts";
import { safeForTerminal } from "./safe-for-terminal.ts";
import { replaceFile } from "./replace-file.ts";
import { type ExitCode, type Terminal, UsageError } from "./terminal.ts";

export interface EvaluateOptions {
  /** A list of question sets, as in `data/questions/sets.json`. */
  readonly sets: string;
  readonly floors: string;
  /** A set in SQuAD's format in place of the project's own questions. */
  readonly squad?: string;
  /** How candidates are found. */
  readonly index: IndexName;
  readonly title: "yes" | "no";
  readonly split?: Split;
  readonly script?: Script;
  readonly sample?: number;
  readonly seed: number;
  readonly misses?: boolean;
  /** Where a diagram of the calibration is written, as SVG. */
  readonly plot?: string;
  readonly json?: boolean;
}

/**
 * Measures the answers to questions whose right answers are known.
 *
 * The floors hold for the project's own questions as they stand: neither for other sets nor for a part of them.
 */
export async function evaluateQuestions(options: EvaluateOptions, terminal: Terminal): Promise<ExitCode> {
  const resolve = (file: string): string => path.resolve(terminal.directory, file);
  const set = chooseCases(await readSet(options, resolve, terminal), options);
  if (set.cases.length === 0) throw new UsageError("eval: there is no such question");
  const outcomes = await measure(set, options.index, { server: terminal.environment["DATABASE_URL"] });
  const measured: Measured = { outcomes, figures: figuresByGroup(outcomes), calibration: measureCalibration(outcomes) };
  const whole = [options.squad, options.split, options.script, options.sample].every((option) => option === undefined);
  const floors = whole ? await named(options.floors, () => readFloors(resolve(options.floors))) : {};
  const below = findBelowFloor(measured.figures, floors);
  if (options.plot !== undefined) {
    await replaceFile(options.plot, terminal.directory, drawCalibration(measured.calibration));
  }
  terminal.output.write(options.json ? asJson(measured, below) : asText(measured, options));
  for (const line of below) terminal.errors.write(`${line}\n`);
  return below.length === 0 ? 0 : 1;
}

async function measure(
  { articles, cases }: EvaluationSet,
  index: IndexName,
  places: MeasuredPlaces,
): Promise<readonly Outcome[]> {
  const { library, close } = await openMeasured(index, articles, places);
  try {
    return await evaluate(library, cases);
  } finally {
    await close?.();
  }
}

type Resolve = (file: string) => string;

interface Measured {
  readonly outcomes: readonly Outcome[];
  readonly figures: ReadonlyMap<string, Figures>;
  readonly calibration: Calibration;
}

async function readSet(
  { squad, sets, title }: EvaluateOptions,
  resolve: Resolve,
  terminal: Terminal,
): Promise<EvaluationSet> {
  if (squad === undefined) return named(sets, () => readQuestionSets(resolve(sets)));
  const { leftOut, ...set } = await named(squad, () => readSquad(resolve(squad), { titles: title === "yes" }));
  for (const line of leftOut) terminal.errors.write(`${squad}: left out: ${line}\n`);
  return set;
}

async function readFloors(file: string): Promise<Floors> {
  return floorsSchema.parse(JSON.parse(await readFile(file, "utf8")));
}

function chooseCases(
  { articles, cases }: EvaluationSet,
  { split, sample, seed, script }: EvaluateOptions,
): EvaluationSet {
  const ofSplit = split === undefined ? cases : cases.filter((one) => one.split === split);
  const sampled = sample === undefined ? ofSplit : sampleCases(ofSplit, sample, seed);
  return { articles, cases: script === undefined ? sampled : convertScript(sampled, script) };
}

function asText({ outcomes, figures, calibration }: Measured, { misses }: EvaluateOptions): string {
  const missed = misses ? [outcomes.filter(isMiss).map(missLine).join("\n")] : [];
  const tables = [hitsTable(figures), kindsTable(figures), calibrationTable(calibration)];
  return `${[...missed, ...tables].filter((part) => part !== "").join("\n\n")}\n`;
}

function isMiss({ rank, answer, case: { gold } }: Outcome): boolean {
  return gold.length === 0 ? answer.kind === "quotes" : rank > 1;
}

function missLine({ case: one, answer, rankWithNearest }: Outcome): string {
  const first = listedQuotes(answer)[0]?.text ?? "nothing";
  const status = statusOf(answer);
  const right = one.gold.length === 0 ? "should decline" : `right at ${rankWithNearest}`;
  const question = [...one.context, one.question].join(" / ");
  return safeForTerminal(`${one.id} ${status}, ${right}: ${question} → ${first}`.replace(/\s+/gu, " "));
}

function statusOf(answer: Answer): string {
  switch (answer.kind) {
    case "quotes":
      return "answered";
    case "unsure":
      return "unsure";
    case "declined":
      return `declined (${answer.reason})`;
  }
}

function asJson({ outcomes, figures, calibration }: Measured, below: readonly string[]): string {
  const questions = outcomes.map(({ case: { id, groups }, answer, rank, rankWithNearest, milliseconds }) => ({
    id,
    group: groups[0],
    status: answer.kind === "declined" ? answer.reason : answer.kind,
    probability: answer.probability,
    rank: finite(rank),
    rankWithNearest: finite(rankWithNearest),
    milliseconds,
  }));
  return `${JSON.stringify({ groups: Object.fromEntries(figures), calibration, below, questions }, undefined, 2)}\n`;
}

function finite(rank: number): number | null {
  return Number.isFinite(rank) ? rank : null;
}
