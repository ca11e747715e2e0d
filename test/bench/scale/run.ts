import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Command } from "commander";
import type { z } from "zod";
import { wholeNumberTo } from "../../../src/terminal/parse-number.ts";
import { listOf, readOptions, wholeNumberIn } from "../../support/read-options.ts";
import { startFlags } from "../start-flags.ts";
import { drawScale } from "./draw-scale.ts";
import type { ScaleResult, SizeResult } from "./results.ts";
import { type BareTask, bareFiguresSchema, type OwnTask, ownFiguresSchema } from "./tasks.ts";
import { writeCorpus, type WrittenCorpus } from "./write-corpus.ts";
import { writeTable } from "./write-table.ts";

/** Measures libraries of any size beside the engines that lie below them, each in a process of its own, all in one run. */
interface Options {
  readonly sizes: readonly number[];
  readonly memory: number;
  readonly seconds: number;
  readonly budget: number;
  readonly out: string;
}

const folder = import.meta.dirname;
const program = new Command("npm run bench:scale --")
  .description("Large libraries in memory, in a file and in PostgreSQL, beside bare FTS5 and bare PostgreSQL.")
  .option(
    "--sizes <numbers>",
    "passages, separated by commas",
    listOf(wholeNumberIn({ least: 1, most: 10_000_000 })),
    [10_000, 100_000],
  )
  .option("--memory <number>", "up to so many passages are asked from memory too", wholeNumberTo(1_000_000), 100_000)
  .option("--seconds <number>", "of asking, at most, each time", wholeNumberTo(600), 30)
  .option("--budget <number>", "YUANWEN_MEMORY_MB, of what can be had again", wholeNumberTo(100_000), 200)
  .option("--out <folder>", "where scale.json, scale.md and scale.svg are written", path.join(folder, "..", "results"))
  .addHelpText(
    "after",
    "\nPostgreSQL is measured where TEST_DATABASE_URL names one: .ci/with-postgres npm run bench:scale",
  );
const options = readOptions<Options>(program);
const url = process.env["TEST_DATABASE_URL"];
const place = await mkdtemp(path.join(tmpdir(), "yuanwen-scale-"));
try {
  const sizes: SizeResult[] = [];
  for (const size of options.sizes) sizes.push(await measureSize(size));
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, Node ${process.version}`;
  const result: ScaleResult = { machine, sizes };
  await mkdir(options.out, { recursive: true });
  await writeFile(path.join(options.out, "scale.json"), `${JSON.stringify(result, undefined, 2)}\n`);
  await writeFile(path.join(options.out, "scale.md"), writeTable(result));
  await writeFile(path.join(options.out, "scale.svg"), drawScale(result));
  console.log(writeTable(result));
} finally {
  await rm(place, { recursive: true, force: true });
}

async function measureSize(size: number): Promise<SizeResult> {
  const own = path.join(place, String(size));
  const corpus = await writeCorpus(own, size);
  const [terms, passages, another] = ["terms.json", "passages.jsonl", "another.jsonl"].map((name) =>
    path.join(own, name),
  );
  if (terms === undefined || passages === undefined || another === undefined) throw new Error("three names give three");
  const kinds = (["file", "database", "memory"] as const).filter(
    (kind) => (kind !== "database" || url !== undefined) && (kind !== "memory" || size <= options.memory),
  );
  const owns: SizeResult["own"][number][] = [];
  for (const kind of kinds) owns.push({ kind, ...(await measureOwn({ kind, corpus, terms, own })) });
  const begin = performance.now();
  await writeTerms(corpus.articles, passages);
  const termsSeconds = (performance.now() - begin) / 1000;
  await writeTerms(await folderOfOne(own, corpus), another);
  const bares: SizeResult["bare"][number][] = [];
  for (const kind of url === undefined ? (["FTS5"] as const) : (["FTS5", "GIN", "RUM"] as const)) {
    const task: BareTask = { kind, passages, another, terms, folder: own, url, seconds: options.seconds };
    bares.push({ kind, ...(await run("bare-program.ts", task, bareFiguresSchema)) });
  }
  await rm(own, { recursive: true });
  return { passages: size, termsSeconds, own: owns, bare: bares };
}

interface Measured {
  readonly kind: OwnTask["kind"];
  readonly corpus: WrittenCorpus;
  readonly terms: string;
  readonly own: string;
}

/** Made anew, opened again by another process, and with one more article by a third. */
async function measureOwn({ kind, corpus, terms, own }: Measured): Promise<Omit<SizeResult["own"][number], "kind">> {
  const { articles, questions } = corpus;
  const task: OwnTask = {
    kind,
    articles,
    questions,
    terms,
    url,
    megabytes: options.budget,
    indexes: path.join(own, "indexes"),
    seconds: options.seconds,
  };
  const made = await run("own-program.ts", task, ownFiguresSchema);
  const again = await run("own-program.ts", task, ownFiguresSchema);
  const added = path.join(articles, "another.txt");
  await writeFile(added, corpus.another);
  const more = await run("own-program.ts", { ...task, seconds: 1 }, ownFiguresSchema);
  await rm(added);
  return { made, again, more };
}

async function folderOfOne(own: string, { another }: WrittenCorpus): Promise<string> {
  const one = path.join(own, "one");
  await mkdir(one, { recursive: true });
  await writeFile(path.join(one, "another.txt"), another);
  return one;
}

async function writeTerms(articles: string, file: string): Promise<void> {
  console.error(`terms of ${articles}`);
  await promisify(execFile)(process.execPath, [path.join(folder, "terms-program.ts"), articles, file]);
}

async function run<Figures>(file: string, task: OwnTask | BareTask, schema: z.ZodType<Figures>): Promise<Figures> {
  console.error(`${file} ${task.kind}`);
  const words = [...startFlags, "--expose-gc", path.join(folder, file), JSON.stringify(task)];
  const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: 1e8 });
  return schema.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}
