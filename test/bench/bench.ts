import { exec, execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Command, Option } from "commander";
import { z } from "zod";
import { readCommandLine } from "../../src/read-command-line.ts";
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

const { squad = [], ...chosen } = readOptions();
const engines = z.array(z.enum(engineNames)).parse(chosen.engines.split(","));
const sizes = chosen.sizes.split(",").filter(Boolean).map(Number);
const sets = [...squad.map((file) => path.resolve(file)), ownSets];
const limit = Number(chosen.limit) * 1000;
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
  readonly engines: string;
  readonly sizes: string;
  readonly sample: string;
  readonly seconds: string;
  readonly limit: string;
  readonly out: string;
}

function readOptions(): Options {
  const program = new Command("npm run bench")
    .usage("-- [options]")
    .description("Compares quality, time and memory with other search libraries, which it installs into test/bench/.")
    .option("--squad <file>", "a set in SQuAD's format beside our own questions; may be repeated", append)
    .option("--engines <names>", "what is compared, separated by commas", engineNames.join(","))
    .option("--sizes <numbers>", "made-up passages whose time and memory is measured", "1000,10000,100000")
    .option("--sample <number>", "at most so many questions of each set", "500")
    .option("--seconds <number>", "of asking, at most", "20")
    .option("--limit <number>", "seconds until a process is stopped", "300")
    .addOption(
      new Option("--out <folder>", "where results.json, results.md and results.svg are written").default(
        path.join(folder, "results"),
        "test/bench/results",
      ),
    )
    .addHelpText("after", "\nExamples:\n  npm run bench\n  npm run bench -- --engines yuanwen,fuse --sizes 1000");
  const line = readCommandLine<Options>(program, process.argv.slice(2));
  if (line.kind === "exit") process.exit(line.code);
  return line.options;
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
    const figures = await run(name, { kind: "quality", set, sample: Number(chosen.sample) }, z.array(qualitySchema));
    quality.push({ set: set === ownSets ? "own questions" : path.parse(set).name, figures });
  }
  const speed: EngineResult["speed"][number][] = [];
  for (const passages of sizes) {
    // Whatever took too long for fewer passages will for more.
    const known = speed.find(({ figures }) => "failed" in figures)?.figures;
    const task = { kind: "speed", corpus: corpusFile(passages), seconds: Number(chosen.seconds) } as const;
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
