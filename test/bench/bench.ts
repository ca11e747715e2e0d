import { exec, execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Command, Option } from "commander";
import { z } from "zod";
import { listOf, numberIn, oneOf, readOptions, wholeNumberIn } from "../support/read-options.ts";
import type { Engine } from "./engine.ts";
import { engineNames, type EngineName } from "./engines/all.ts";
import { writeMarkdown } from "./markdown.ts";
import { drawPlot } from "./plot.ts";
import {
  type BenchResult,
  type EngineResult,
  type Measured,
  qualitySchema,
  speedSchema,
  type Task,
} from "./results.ts";
import { synthesise } from "./synthetic.ts";

const folder = import.meta.dirname;
const ownSets = path.join(folder, "..", "..", "data", "questions", "sets.json");

const { squad = [], engines, sizes, ...chosen } = readOptions<Options>(describeOptions());
const sets = [...squad.map((file) => path.resolve(file)), ownSets];
const limit = chosen.limit * 1000;
await installEngines();

// The passages are made here, so that what makes them weighs on no measuring process.
const corpora = await mkdtemp(path.join(tmpdir(), "yuanwen-bench-"));
const corpusFile = (passages: number): string => path.join(corpora, `${passages}.json`);
for (const passages of sizes) await writeFile(corpusFile(passages), JSON.stringify(synthesise(passages, 500)));

const results: EngineResult[] = [];
for (const name of engines) results.push(await measureEngine(name));
await rm(corpora, { recursive: true });
const result: BenchResult = {
  machine: `${cpus()[0]?.model.trim() ?? "unknown processor"}, Node ${process.version}, one process at a time`,
  engines: results,
};
await mkdir(chosen.out, { recursive: true });
await writeFile(path.join(chosen.out, "results.json"), `${JSON.stringify(result, undefined, 2)}\n`);
await writeFile(path.join(chosen.out, "results.md"), writeMarkdown(result));
await writeFile(path.join(chosen.out, "results.svg"), drawPlot(result));
console.log(writeMarkdown(result));

interface Options {
  readonly squad?: readonly string[];
  readonly engines: readonly EngineName[];
  readonly sizes: readonly number[];
  readonly sample: number;
  readonly seconds: number;
  readonly limit: number;
  readonly out: string;
}

function describeOptions(): Command {
  return new Command("npm run bench")
    .usage("-- [options]")
    .description("Compares quality, time and memory with other search libraries, which it installs into test/bench/.")
    .option("--squad <file>", "a set in SQuAD's format beside our own questions; may be repeated", append)
    .option("--engines <names>", "what is compared, separated by commas", listOf(oneOf(engineNames)), [...engineNames])
    .option("--sizes <numbers>", "made-up passages whose time and memory is measured", sizesIn, [1000, 10_000, 100_000])
    .option(
      "--sample <number>",
      "at most so many questions of each set",
      wholeNumberIn({ least: 1, most: 1_000_000 }),
      500,
    )
    .option("--seconds <number>", "of asking, at most", numberIn({ least: 0.1, most: 3600 }), 20)
    .option("--limit <number>", "seconds until a process is stopped", numberIn({ least: 1, most: 86_400 }), 300)
    .addOption(
      new Option("--out <folder>", "where results.json, results.md and results.svg are written").default(
        path.join(folder, "results"),
        "test/bench/results",
      ),
    )
    .addHelpText("after", "\nExamples:\n  npm run bench\n  npm run bench -- --engines yuanwen,fuse --sizes 1000");
}

/** None measures quality alone. */
function sizesIn(value: string): readonly number[] {
  return value === "" ? [] : listOf(wholeNumberIn({ least: 1, most: 10_000_000 }))(value);
}

function append(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** Installs what the project is compared with, unless that was done since the versions changed. */
async function installEngines(): Promise<void> {
  const changed = async (file: string): Promise<number> =>
    (await stat(path.join(folder, file)).catch(() => undefined))?.mtimeMs ?? 0;
  if ((await changed("node_modules/.package-lock.json")) >= (await changed("package-lock.json"))) return;
  await promisify(exec)("npm ci", { cwd: folder });
}

async function measureEngine(name: EngineName): Promise<EngineResult> {
  const { engine }: { engine: Engine } = await import(`./engines/${name}.ts`);
  const quality: EngineResult["quality"][number][] = [];
  for (const set of sets) {
    const figures = await run(name, { kind: "quality", set, sample: chosen.sample }, z.array(qualitySchema));
    quality.push({ set: set === ownSets ? "own questions" : path.parse(set).name, figures });
  }
  const speed: EngineResult["speed"][number][] = [];
  for (const passages of sizes) {
    // Whatever took too long for fewer passages will for more.
    const known = speed.find(({ figures }) => "failed" in figures)?.figures;
    const task = { kind: "speed", corpus: corpusFile(passages), seconds: chosen.seconds } as const;
    speed.push({ passages, figures: known ?? (await run(name, task, speedSchema)) });
  }
  return { name: engine.name, version: await versionOf(engine), settings: engine.settings, quality, speed };
}

async function run<T>(name: EngineName, task: Task, schema: z.ZodType<T>): Promise<Measured<T>> {
  console.error(`${name} ${JSON.stringify(task)}`);
  const words = ["--expose-gc", "--no-warnings", path.join(folder, "measure.ts"), name, JSON.stringify(task)];
  const options = { timeout: limit, killSignal: "SIGKILL", maxBuffer: 1e8 } as const;
  try {
    const { stdout } = await promisify(execFile)(process.execPath, words, options);
    return schema.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
  } catch (error) {
    const killed = error instanceof Error && "killed" in error && error.killed === true;
    console.error(error instanceof Error ? error.message : error);
    return { failed: killed ? `over ${limit / 1000} s` : "failed" };
  }
}

async function versionOf(engine: Engine): Promise<string> {
  if (engine.name.startsWith("FTS5")) return `SQLite ${process.versions.sqlite ?? "of Node"}`;
  const place = engine.package ? path.join(folder, "node_modules", engine.package) : path.join(folder, "..", "..");
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(path.join(place, "package.json"), "utf8")));
  return version;
}
