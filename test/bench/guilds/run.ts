import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { readOptions } from "../../support/read-options.ts";
import { startFlags } from "../start-flags.ts";
import { wholeNumberTo } from "../../../src/terminal/parse-number.ts";

/** Measures what many servers with articles of their own cost, in processes of their own, and prints a table. */
const program = new Command("npm run bench:guilds --")
  .description("Many servers with articles of their own: first answers after a start, and memory.")
  .option("--guilds <number>", "servers", wholeNumberTo(100_000), 1000)
  .option("--articles <number>", "articles of each", wholeNumberTo(33), 5)
  .option("--asked <number>", "servers that are asked", wholeNumberTo(100_000), 300);
const options = readOptions<{ guilds: number; articles: number; asked: number }>(program);

const directory = mkdtempSync(path.join(tmpdir(), "yuanwen-guilds-"));
try {
  await runPart("fill.ts");
  process.stdout.write("nothing is kept of them:\n");
  await runPart("ask.ts");
  process.stdout.write("started again:\n");
  await runPart("ask.ts");
} finally {
  rmSync(directory, { recursive: true, force: true });
}

async function runPart(file: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const given = [path.join(directory, "store.db"), JSON.stringify(options)];
  const child = fork(path.join(import.meta.dirname, file), given, { execArgv: ["--expose-gc", ...startFlags] });
  child.on("error", reject);
  child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${file} left with ${code}`))));
  return promise;
}
