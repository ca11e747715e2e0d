import { Jieba } from "@node-rs/jieba";
import { createWordTable, type WordTable } from "./word-table.ts";

/** Cuts Chinese text into words, as jieba does. */
export interface WordCutter {
  /**
   * Cuts along the likeliest path through the dictionary's words. Joined, the words are the text.
   *
   * @param guess makes words of single ideographs in a row, by jieba's model of where words begin and end.
   */
  readonly cut: (text: string, guess: boolean) => readonly string[];
  /** All the dictionary's words in the text, one within another too; runs of Latin letters and digits whole. */
  readonly cutAll: (text: string) => readonly string[];
  /** A listed word's tag (ICTCLAS's part of speech); empty where it is not listed. */
  readonly tagOf: (word: string) => string;
}

/** What jieba cuts by its dictionary; between such runs every character stands alone. */
const BLOCK =
  /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2a6df}\u{2a700}-\u{2ebef}\u{2f800}-\u{2fa1f}a-zA-Z0-9+#&._%-]+/gu;
const HAN_BLOCK =
  /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2a6df}\u{2a700}-\u{2ebef}\u{2f800}-\u{2fa1f}]+/gu;

/**
 * Makes a cutter of a dictionary in jieba's format.
 *
 * jieba's own tree of the words takes 36 MB and 0.3 s to make. The table here takes a quarter of both, and only what the
 * dictionary does not know is handed to jieba: the guesses come from a model that is within the package.
 */
export function createWordCutter(dictionary: Uint8Array): WordCutter {
  const table = createWordTable(dictionary);
  // Without words of its own, it guesses at all that it is given.
  const model = new Jieba();
  return {
    cut(text, guess) {
      const words: string[] = [];
      const cutBlock = guess ? cutAround : cutPlainly;
      eachBlock(text, BLOCK, {
        inside: (from, to) => cutBlock(text.slice(from, to), { table, words }),
        between: (from, to) => append(words, text.slice(from, to).match(/\r\n|[^]/gu) ?? []),
      });
      return guess ? guessWithin(words, model) : words;
    },
    cutAll(text) {
      const words: string[] = [];
      eachBlock(text, HAN_BLOCK, {
        inside: (from, to) => pushListed(text.slice(from, to), { table, words }),
        between: (from, to) => append(words, text.slice(from, to).match(/[a-zA-Z0-9+#\n]+|[^]/gu) ?? []),
      });
      return words;
    },
    tagOf(word) {
      const row = table.rowOf(word);
      return row < 0 ? "" : table.tagOf(row);
    },
  };
}

interface BlockCutters {
  readonly inside: (from: number, to: number) => void;
  readonly between: (from: number, to: number) => void;
}

function eachBlock(text: string, pattern: RegExp, { inside, between }: BlockCutters): void {
  let last = 0;
  for (const { 0: block, index } of text.matchAll(pattern)) {
    if (index > last) between(last, index);
    last = index + block.length;
    inside(index, last);
  }
  if (last < text.length) between(last, text.length);
}

interface Cutting {
  readonly table: WordTable;
  readonly words: string[];
}

/** Stands before what is to be guessed at; no text has it, since every such character is a word of its own. */
const TO_GUESS = "\n\n";

/** Runs of single Latin letters and digits stay together, all else is cut at the path's stops. */
function cutPlainly(block: string, { table, words }: Cutting): void {
  const stops = likeliestStops(block, table);
  let [from, run] = [0, 0];
  while (from < block.length) {
    const to = stops[from] ?? block.length;
    const joins = to - from === 1 && /[a-zA-Z0-9]/u.test(block.charAt(from));
    if (!joins && run < from) words.push(block.slice(run, from));
    if (!joins) words.push(block.slice(from, to));
    if (!joins) run = to;
    from = to;
  }
  if (run < from) words.push(block.slice(run, from));
}

/** Leaves runs of single characters to be guessed at, unless the run is a word itself that the path did not take. */
function cutAround(block: string, { table, words }: Cutting): void {
  const stops = likeliestStops(block, table);
  const flush = (from: number, to: number): void => {
    if (from >= to) return;
    const run = block.slice(from, to);
    if (isOneCharacter(run)) words.push(run);
    else if (table.rowOf(run) < 0) words.push(TO_GUESS, run);
    else append(words, run);
  };
  let [from, run] = [0, 0];
  while (from < block.length) {
    const to = stops[from] ?? block.length;
    if (to - from !== characterLength(block, from)) {
      flush(run, from);
      words.push(block.slice(from, to));
      run = to;
    }
    from = to;
  }
  flush(run, from);
}

/** Guesses at all runs in one call, a line each, since a call takes longer than most runs. */
function guessWithin(words: readonly string[], model: Jieba): readonly string[] {
  const runs = words.filter((_, index) => words[index - 1] === TO_GUESS);
  if (runs.length === 0) return words;
  const guessed = model.cut(runs.join("\n"), true);
  const all: string[] = [];
  let [at, next] = [0, 0];
  while (at < words.length) {
    const word = words[at] ?? "";
    if (word !== TO_GUESS) {
      all.push(word);
      at += 1;
      continue;
    }
    for (; next < guessed.length && guessed[next] !== "\n"; next += 1) all.push(guessed[next] ?? "");
    next += 1;
    at += 2;
  }
  return all;
}

/**
 * Where the likeliest path's word ends that begins at each place; the sum of the words' logarithmic shares decides, of
 * equals the longer first word.
 */
function likeliestStops(block: string, table: WordTable): Int32Array {
  const stops = new Int32Array(block.length);
  const sums = new Float64Array(block.length + 1);
  const { lengths, rows } = table.found;
  for (let from = block.length - 1; from >= 0; from -= 1) {
    if (isSecondHalf(block, from)) continue;
    const count = table.findWords(block, from, block.length);
    let best = Number.NEGATIVE_INFINITY;
    let stop = from + characterLength(block, from);
    if (count === 0) best = table.leastWeight + (sums[stop] ?? 0);
    for (let index = 0; index < count; index += 1) {
      const end = from + (lengths[index] ?? 0);
      const sum = table.weightOf(rows[index] ?? 0) + (sums[end] ?? 0);
      if (sum < best) continue;
      best = sum;
      stop = end;
    }
    sums[from] = best;
    stops[from] = stop;
  }
  return stops;
}

function pushListed(block: string, { table, words }: Cutting): void {
  const { lengths } = table.found;
  for (let at = 0; at < block.length; at += 1) {
    const count = table.findWords(block, at, block.length);
    for (let index = 0; index < count; index += 1) words.push(block.slice(at, at + (lengths[index] ?? 0)));
  }
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1;
}

function isOneCharacter(text: string): boolean {
  return text.length === characterLength(text, 0);
}

/** Whether a low surrogate stands here behind its high one. */
function isSecondHalf(text: string, at: number): boolean {
  return at > 0 && text.charCodeAt(at) >> 10 === 0x37 && text.charCodeAt(at - 1) >> 10 === 0x36;
}

/** As many as there are: `push(...)` puts them all on the stack. */
function append(words: string[], more: Iterable<string>): void {
  for (const word of more) words.push(word);
}
