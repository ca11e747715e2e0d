import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { writeRows } from "./languages/dictionary-rows.ts";
import { parseSenses, parseSynsets } from "./languages/word-net.ts";
import { relatedWords } from "./languages/related-rows.ts";
import { readCommandLine } from "./read-command-line.ts";
import { replaceFile } from "./terminal/replace-file.ts";

const FOLDER = new URL("../data/languages/", import.meta.url);
const PARTS_OF_SPEECH = ["noun", "verb", "adj", "adv"];

/** Writes data/languages/en-words.tsv from WordNet's files; what en-zh.tsv has counts as common. */
async function makeWords(wordNet: string): Promise<void> {
  const read = (name: string): string => readFileSync(path.join(wordNet, name), "utf8");
  const translated = readFileSync(new URL("en-zh.tsv", FOLDER), "utf8").split("\n");
  const common = new Set(translated.map((line) => line.slice(0, line.indexOf("\t"))));
  const rows = relatedWords({
    synsets: PARTS_OF_SPEECH.flatMap((name) => parseSynsets(read(`data.${name}`))),
    senses: parseSenses(read("index.sense")),
    isCommon: (word) => common.has(word),
  });
  const table = writeRows(rows);
  await replaceFile("en-words.tsv", fileURLToPath(FOLDER), table);
  process.stdout.write(`en-words.tsv: ${rows.size} lines, ${(Buffer.byteLength(table) / 1e6).toFixed(2)} MB\n`);
}

const program = new Command("npm run words")
  .usage("[-- options]")
  .description("Makes the table of related English words in data/languages/ anew from Princeton WordNet.")
  .option("--wordnet <folder>", "where data.noun, index.sense and the others are", "package/dict");
const line = readCommandLine<{ readonly wordnet: string }>(program, process.argv.slice(2));
if (line.kind === "exit") process.exitCode = line.code;
else await makeWords(line.options.wordnet);
