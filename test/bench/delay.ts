import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Command } from "commander";
import { createLibraryFor, loadDictionaries } from "../../src/answer/create-library.ts";
import { readArticle } from "../../src/article/read-articles.ts";
import { createBotFor } from "../../src/bot-for.ts";
import { createLog } from "../../src/log.ts";
import { prepareArticles } from "../../src/preparing/prepare-articles.ts";
import { createLibrary } from "../../src/search/library.ts";
import { fileAt, readOptions } from "../support/read-options.ts";
import { synthesise } from "./synthetic.ts";

const log = createLog({ level: "error", secrets: [], now: () => new Date(), write: () => {} });
const config = { quotesPerAnswer: 3, cooldownSeconds: 0 };

/**
 * Measures how long everything else waits while a large article is read, indexed and taken into use in a thread of its
 * own, and how long that takes in this one.
 */
async function run(given: string | undefined): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "yuanwen-delay-"));
  try {
    const file = given ?? path.join(folder, "large.md");
    if (given === undefined) await writeFile(file, writeLarge(5_000_000));
    await measure(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(file: string): Promise<void> {
  const dictionaries = loadDictionaries();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const { value } = await timed("in a thread of its own", async () => {
    delay.enable();
    const options = { maximumBytes: 100_000_000, analyse: dictionaries.analyse };
    const { articles, indexed } = await prepareArticles({ kind: "file", path: file }, options);
    const library = createLibrary(articles, { ...dictionaries, indexed });
    library.index();
    await new Promise(setImmediate);
    delay.disable();
    return library;
  });
  tell(
    "delay while it is read",
    `p99 ${milliseconds(delay.percentile(99) / 1e6)}, most ${milliseconds(delay.max / 1e6)}`,
  );
  delay.reset();
  delay.enable();
  await timed("suggestions", () => createBotFor(value, { config, log }).prepare());
  delay.disable();
  tell(
    "delay while they are made",
    `p99 ${milliseconds(delay.percentile(99) / 1e6)}, most ${milliseconds(delay.max / 1e6)}`,
  );
  tell("memory", `${Math.round(process.resourceUsage().maxRSS / 1000)} MB at most`);
  await timed("in this thread", async () => createLibraryFor([await readArticle(file, 100_000_000)]).index());
}

/** Sections of twelve paragraphs. */
function writeLarge(bytes: number): string {
  const { passages } = synthesise(Math.ceil(bytes / 180), 0);
  const parts = passages.map((text, at) =>
    at % 12 === 0 ? `## ${at / 12 + 1}. ${text.slice(0, 8)}\n\n${text}` : text,
  );
  return Buffer.from(parts.join("\n\n")).subarray(0, bytes).toString().replaceAll("\uFFFD", "");
}

async function timed<Value>(name: string, act: () => Promise<Value>): Promise<{ readonly value: Value }> {
  const began = performance.now();
  const value = await act();
  tell(name, milliseconds(performance.now() - began));
  return { value };
}

function tell(name: string, value: string): void {
  console.log(`${name.padEnd(26)} ${value}`);
}

function milliseconds(value: number): string {
  return `${Math.round(value)} ms`;
}

const program = new Command("npm run bench:delay --")
  .description("How long everything else waits while a large article is read and indexed in a thread of its own.")
  .argument("[file]", "an article; absent means a made-up one of 5 MB", fileAt);
readOptions(program);
await run(program.args[0]);
