import { remember } from "../languages/remember.ts";
import { parseSynonyms, SynonymError, type SynonymRule } from "../languages/synonyms.ts";
import type { Plan } from "./change.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";

/** So many lines a server may have. */
export const mostWords = 1000;
const longestLine = 300;
const longestSubject = 200;

export interface GivenWords {
  /** Lists as people type them: words with commas between them. */
  readonly readersSay: string;
  readonly articleSays: string;
  /** Each word finds all the others, not only the readers' words the article's. */
  readonly mutual: boolean;
}

export type WordsLine =
  | { readonly kind: "line"; readonly line: string; readonly rule: SynonymRule }
  | { readonly kind: "refused"; readonly refusal: "no-readers-words" | "no-article-words" | "same-words" | "too-long" };

/** Writes what people typed as a line of a synonym table. */
export function writeWordsLine({ readersSay, articleSays, mutual }: GivenWords): WordsLine {
  const asked = splitWords(readersSay);
  const found = splitWords(articleSays);
  if (asked.length === 0) return { kind: "refused", refusal: "no-readers-words" };
  if (found.length === 0) return { kind: "refused", refusal: "no-article-words" };
  if (new Set([...asked, ...found].map((word) => word.normalize("NFKC").toLowerCase())).size === 1)
    return { kind: "refused", refusal: "same-words" };
  const sides = mutual ? [[...new Set([...asked, ...found])]] : [asked, found];
  const line = sides.map((side) => side.map(escapeWord).join(", ")).join(" => ");
  const [rule] = line.length > longestLine ? [] : parseSynonyms(line);
  return rule ? { kind: "line", line, rule } : { kind: "refused", refusal: "too-long" };
}

/** A backslash takes a comma literally. */
function splitWords(list: string): string[] {
  const words = list
    .split(/(?<!\\)[,，、;；\n]/u)
    .map((word) => word.replaceAll(neverSought, "").replaceAll(/\s+/gu, " ").trim());
  return [...new Set(words.filter((word) => word !== ""))];
}

const neverSought = /[\\\p{Default_Ignorable_Code_Point}]|(?!\s)\p{Cc}/gu;

/** Words hold no backslash: none is ever searched for, and before a comma it could not be told from an escape. */
function escapeWord(word: string): string {
  return word.replaceAll(",", "\\,").replaceAll("=>", "\\=>").replace(/^#/u, "\\#");
}

/** What a server's own words make known to its library; a line that cannot be read counts nothing. */
export function rulesOf({ words }: Pick<GuildState, "words">): readonly SynonymRule[] {
  return readAll(words);
}

/** Tables are prepared once for each list, so that the same lines give the same one. */
const readAll = remember((words: GuildState["words"]) => [...words.values()].flatMap(({ line }) => readWords(line)));

/** Reads one line; one that cannot be read is none. */
export function readWords(line: string): SynonymRule[] {
  try {
    return parseSynonyms(line);
  } catch (error) {
    if (error instanceof SynonymError) return [];
    throw error;
  }
}

export interface NewWords {
  /** Of the interaction that adds them. */
  readonly key: string;
  readonly line: string;
  readonly at: number;
  readonly by: string;
}

/** Adds a line. */
export function planAddWords(state: GuildState, { key, ...added }: NewWords): Plan<"full" | "repeated"> {
  if ([...state.words.values()].some(({ line }) => line === added.line))
    return { kind: "refused", refusal: "repeated" };
  if (state.words.size >= mostWords) return { kind: "refused", refusal: "full" };
  return {
    kind: "change",
    name: "words-added",
    subject: added.line.slice(0, longestSubject),
    writes: [writeRecord(state, "words", { key, value: added })],
  };
}

/** Takes a line away. */
export function planRemoveWords(state: GuildState, key: string): Plan<"unknown"> {
  const words = state.words.get(key);
  if (!words) return { kind: "refused", refusal: "unknown" };
  return {
    kind: "change",
    name: "words-removed",
    subject: words.line.slice(0, longestSubject),
    writes: [writeRecord(state, "words", { key, value: undefined })],
  };
}
