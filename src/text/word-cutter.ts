import { Jieba } from "@node-rs/jieba";
import { eachBlock, isBlockHan } from "./word-blocks.ts";
import { rememberTexts } from "./remember-texts.ts";
import { createWordTable, type WordTable } from "./word-table.ts";

/** Cuts Chinese text into words, as jieba does. */
export interface WordCutter {
  /**
   * Cuts along the likeliest path through the dictionary's words. Joined, the words are the text.
   *
   * @param guess makes words of single ideographs in a row, by jieba's model of where words begin and end.
   */
  readonly cut: (text: string, guess: boolean) => readonly string[];
  /** Finds all ways to cut a short text at once. */
  readonly findWays: (text: string) => CutWays;
  /** A listed word's tag (ICTCLAS's part of speech); empty where it is not listed. */
  readonly tagOf: (word: string) => string;
}

/** What words of ideographs a text may be cut into. */
export interface CutWays {
  /** For each offset at which a word of the likeliest path begins, where it ends; 0 elsewhere. Nothing on it is guessed. */
  readonly ends: Uint32Array;
  /** For each offset the lengths of the listed words that begin there: bit n for one of n code units, up to 15. */
  readonly lengths: Uint16Array;
  /** Words that may be none: guessed by where ideographs mostly stand in words. */
  readonly guessed: ReadonlySet<string>;
}

/** So many runs of ideographs are guessed at once; most are two or three. */
const RUNS = { most: 4000, longest: 8 };

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
  const finding = { table, room: makeRoom(SHORT_BLOCK) };
  const guessOnce = rememberTexts((run) => model.cut(run, true), RUNS);
  return {
    cut(text, guess) {
      const words: string[] = [];
      const cutBlock = guess ? cutAround : cutPlainly;
      eachBlock(text, {
        inside: (from, to) => {
          const block = text.slice(from, to);
          cutBlock(block, likeliestStops(block, finding), { table, words });
        },
        between: (from, to) => append(words, text.slice(from, to).match(/\r\n|[^]/gu) ?? []),
      });
      return guess ? guessWithin(words, model) : words;
    },
    findWays(text) {
      const [ends, lengths] = [new Uint32Array(text.length), new Uint16Array(text.length)];
      const guessed = new Set<string>();
      eachBlock(text, {
        inside: (from, to) => {
          const block = text.slice(from, to);
          const stops = likeliestStops(block, finding, { lengths, from });
          for (let at = 0; at < block.length; at = stops[at] ?? block.length) ends[from + at] = from + (stops[at] ?? 0);
          for (const run of runsToGuess(block, stops, table)) for (const word of guessOnce(run)) guessed.add(word);
        },
        between: (from, to) => {
          for (let at = from; at < to; at += characterLength(text, at)) ends[at] = at + characterLength(text, at);
        },
      });
      return { ends, lengths, guessed };
    },
    tagOf(word) {
      const row = table.rowOf(word);
      return row < 0 ? "" : table.tagOf(row);
    },
  };
}

interface Cutting {
  readonly table: WordTable;
  readonly words: string[];
}

/** Stands before what is to be guessed at; no text has it, since every such character is a word of its own. */
const TO_GUESS = "\n\n";

/** Runs of single Latin letters and digits stay together, all else is cut at the path's stops. */
function cutPlainly(block: string, stops: Int32Array, { words }: Cutting): void {
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
function cutAround(block: string, stops: Int32Array, { table, words }: Cutting): void {
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

/** The runs of a block that are to be guessed at. */
function runsToGuess(block: string, stops: Int32Array, table: WordTable): string[] {
  const words: string[] = [];
  cutAround(block, stops, { table, words });
  return words.filter((_, index) => words[index - 1] === TO_GUESS);
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
 *
 * @param listed takes up the lengths of all listed words of ideographs, as `CutWays` has them.
 */
function likeliestStops(block: string, { table, room }: PathFinding, listed?: Listed): Int32Array {
  const { stops, sums } = block.length < SHORT_BLOCK ? room : makeRoom(block.length);
  const { lengths, rows } = table.found;
  sums[block.length] = 0;
  let hanEnd = block.length;
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
    if (!listed) continue;
    if (isBlockHan(block, from)) listed.lengths[listed.from + from] = lengthBits(table, count, hanEnd - from);
    else hanEnd = from;
  }
  return stops;
}

interface PathFinding {
  readonly table: WordTable;
  /** Used for each short block anew: arrays take longer to make than to fill. */
  readonly room: PathRoom;
}

interface PathRoom {
  readonly stops: Int32Array;
  readonly sums: Float64Array;
}

const SHORT_BLOCK = 512;

function makeRoom(length: number): PathRoom {
  return { stops: new Int32Array(length), sums: new Float64Array(length + 1) };
}

interface Listed {
  /** Of a whole text. */
  readonly lengths: Uint16Array;
  /** Where the block begins in it. */
  readonly from: number;
}

/** A bit for the length of each word found, up to a longest one. */
function lengthBits({ found: { lengths } }: WordTable, count: number, longest: number): number {
  let bits = 0;
  for (let index = 0; index < count; index += 1)
    if ((lengths[index] ?? 0) <= longest) bits |= 1 << (lengths[index] ?? 0);
  return bits;
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
