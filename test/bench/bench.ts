import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import { z } from "zod";
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

const { values } = parseArgs({
  options: {
    squad: { type: "string", multiple: true, default: [] },
    engines: { type: "string", default: engineNames.join(",") },
    sizes: { type: "string", default: "1000,10000,100000" },
    sample: { type: "string", default: "500" },
    seconds: { type: "string", default: "20" },
    limit: { type: "string", default: "300" },
    out: { type: "string", default: path.join(folder, "results") },
  },
});
const engines = z.array(z.enum(engineNames)).parse(values.engines.split(","));
const sizes = values.sizes.split(",").filter(Boolean).map(Number);
const sets = [...values.squad.map((file) => path.resolve(file)), ownSets];
const limit = Number(values.limit) * 1000;

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
await mkdir(values.out, { recursive: true });
await writeFile(path.join(values.out, "results.json"), `${JSON.stringify(result, undefined, 2)}\n`);
await writeFile(path.join(values.out, "results.md"), writeMarkdown(result));
await writeFile(path.join(values.out, "results.svg"), drawPlot(result));
console.log(writeMarkdown(result));

async function measureEngine(name: EngineName): Promise<EngineResult> {
  const { engine }: { engine: Engine } = await import(`./engines/${name}.ts`);
  const quality: EngineResult["quality"][number][] = [];
  for (const set of sets) {
    const figures = await run(name, { kind: "quality", set, sample: Number(values.sample) }, z.array(qualitySchema));
    quality.push({ set: set === ownSets ? "own questions" : path.parse(set).name, figures });
  }
  const speed: EngineResult["speed"][number][] = [];
  for (const passages of sizes) {
    // Whatever took too long for fewer passages will for more.
    const known = speed.find(({ figures }) => "failed" in figures)?.figures;
    const task = { kind: "speed", corpus: corpusFile(passages), seconds: Number(values.seconds) } as const;
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
