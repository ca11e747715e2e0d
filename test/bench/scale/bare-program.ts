import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { BareEngine } from "./bare-engine.ts";
import { bareFts5 } from "./bare-fts5.ts";
import { barePostgres } from "./bare-postgres.ts";
import { percentiles } from "./percentiles.ts";
import { askedSchema, type BareFigures, type BareTask, bareTaskSchema } from "./tasks.ts";

/** Indexes the terms of passages with a bare engine and searches them, in a process of its own; prints figures as JSON. */
const task = bareTaskSchema.parse(JSON.parse(process.argv[2] ?? ""));
const asked = askedSchema.parse(JSON.parse(await readFile(task.terms, "utf8")));
const engine = await openEngine(task);
try {
  const indexSeconds = await timed(() => engine.index(readPassages(task.passages)));
  const times: number[] = [];
  const until = performance.now() + 1000 * task.seconds;
  for (const terms of asked) {
    if (performance.now() > until) break;
    const texts = terms.flatMap(({ text, weight }) => (weight > 0 ? [text] : []));
    times.push(1000 * (await timed(() => engine.search(texts, 24))));
  }
  const megabytes = (await engine.bytes()) / 1e6;
  const addSeconds = await timed(() => engine.index(readPassages(task.another)));
  const figures: BareFigures = { indexSeconds, addSeconds, search: percentiles(times), megabytes };
  process.stdout.write(`\n${JSON.stringify(figures)}\n`);
} finally {
  await engine.close();
}

async function openEngine({ kind, folder, url = "" }: BareTask): Promise<BareEngine> {
  switch (kind) {
    case "FTS5":
      return bareFts5(path.join(folder, "bare.db"));
    case "GIN":
      return barePostgres(url, "ts_rank");
    case "RUM":
      return barePostgres(url, "RUM");
  }
}

async function* readPassages(file: string): AsyncGenerator<readonly string[]> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const line of lines) yield z.array(z.string()).parse(JSON.parse(line));
}

/** In seconds. */
async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
}
