import { readFileSync } from "node:fs";
import { createWordList, type WordList } from "../text/word-list.ts";

/**
 * Reads jieba's word list.
 *
 * The package's own `dict.js` does so too, but reads a second list beside it, and both stay in memory for good (11 MB).
 */
export function readWords(): Uint8Array {
  return readFileSync(new URL("dict.txt", import.meta.resolve("@node-rs/jieba/dict.js")));
}

/** Reads the dictionary's list of words and names. */
export function readWordList(): WordList {
  return createWordList(readFileSync(new URL("../../data/languages/zh-words.txt", import.meta.url), "utf8"));
}
