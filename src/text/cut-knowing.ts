import type { CutWays } from "./word-cutter.ts";
import { looksLikePerson, type WordList } from "./word-list.ts";

/** What a text knows of Chinese words, for cutting a question about it. */
export interface KnownWords {
  /** Whether the text has a word, as it is cut there. */
  readonly hasWord: (word: string) => boolean;
  /** Whether the text has an ideograph, or two as neighbours. */
  readonly has: (term: string) => boolean;
}

/** What is known of the words of one question. */
export interface QuestionWords {
  readonly ways: CutWays;
  /** A second dictionary: what only one of them lists is mostly no word but two. Without it, the first one's are beyond doubt. */
  readonly list: WordList | undefined;
  /** Whether an ideograph builds sentences: no word that is merely guessed begins or ends with it. */
  readonly isFunction: (ideograph: string) => boolean;
  readonly known: KnownWords;
}

/** In ideographs. */
const LONGEST_WORD = 8;
const SINGLE = 1.1;
/** What an ideograph costs that builds sentences. */
const FUNCTION = 1;
/** What a word costs that the text has, and one that it does not have. */
const OWN = 0.9;
const OTHER = 1;
/** What a word costs more that is not among the likeliest. */
const UNLIKELY = 0.1;
/** What a word costs that only one dictionary lists, or none, and of which the text has no part. */
const DOUBTFUL = 1.5;

/**
 * Cuts folded text into words with another text in view: 考驾照 into 考 and 驾照, where that has 驾照, and never into words that
 * are merely guessed and hold what builds sentences (鱼要). It takes the cheapest way, in linear time.
 */
export function cutKnowing(text: string, words: QuestionWords): string[] {
  const longestGuess = words.ways.guessed.values().reduce((longest, { length }) => Math.max(longest, length), 0);
  const tokens: string[] = [];
  let last = 0;
  for (const { 0: run, index } of text.matchAll(/\p{Script=Han}+/gu)) {
    if (index > last) tokens.push(text.slice(last, index));
    last = index + run.length;
    for (const token of cheapestCut(text, boundsOf(run, index), { ...words, longestGuess })) tokens.push(token);
  }
  if (last < text.length) tokens.push(text.slice(last));
  return tokens;
}

interface CutWords extends QuestionWords {
  readonly longestGuess: number;
}

/** Goes from each ideograph to those behind it that end a word, and back the cheapest way. */
function cheapestCut(text: string, bounds: readonly number[], words: CutWords): string[] {
  const count = bounds.length - 1;
  const [costs, from, isFunction]: [number[], number[], boolean[]] = [[0], [0], []];
  for (let at = 0; at < count; at += 1) {
    costs.push(Number.POSITIVE_INFINITY);
    from.push(0);
    isFunction.push(words.isFunction(text.slice(bounds[at], bounds[at + 1])));
  }
  for (let first = 0; first < count; first += 1) {
    const likely = words.ways.ends[bounds[first] ?? 0];
    const reach = (next: number, cost: number): void => {
      const total = (costs[first] ?? 0) + cost + (likely === bounds[next] ? 0 : UNLIKELY);
      if (total >= (costs[next] ?? 0)) return;
      costs[next] = total;
      from[next] = first;
    };
    reach(first + 1, isFunction[first] ? FUNCTION : SINGLE);
    if (first + 2 <= count) reachWords(text, { bounds, first, isFunction, reach }, words);
  }
  const tokens: string[] = [];
  for (let end = count; end > 0; end = from[end] ?? 0) tokens.push(text.slice(bounds[from[end] ?? 0], bounds[end]));
  return tokens.toReversed();
}

interface Beginning {
  readonly bounds: readonly number[];
  readonly first: number;
  /** For each ideograph whether it builds sentences. */
  readonly isFunction: readonly boolean[];
  readonly reach: (next: number, cost: number) => void;
}

/** Goes to where words of several ideographs end that begin at one. */
function reachWords(text: string, { bounds, first, isFunction, reach }: Beginning, words: CutWords): void {
  const { list, ways, known, longestGuess } = words;
  const start = bounds[first] ?? 0;
  const pair = text.slice(start, bounds[first + 2]);
  // A text that has no such neighbours has no word that begins with them.
  const isPairKnown = known.has(pair);
  const inList = list?.wordsFrom(pair) ?? NONE;
  let longest = isPairKnown ? Number.POSITIVE_INFINITY : longestGuess;
  for (const { length } of inList) longest = Math.max(longest, length);
  for (let next = first + 2; next <= Math.min(bounds.length - 1, first + LONGEST_WORD); next += 1) {
    const length = (bounds[next] ?? 0) - start;
    const lengths = (ways.lengths[start] ?? 0) >> length;
    if (lengths === 0 && length > longest) return;
    const isClear = !isFunction[first] && !isFunction[next - 1];
    const isListed = (lengths & 1) === 1;
    const word = text.slice(start, start + length);
    const isInList = list ? inList.includes(word) : isListed;
    const cost = costOf(word, { isInList, isListed, isClear, isPairKnown }, words);
    if (cost !== undefined) reach(next, cost);
  }
}

const NONE: readonly string[] = [];

/** Where the ideographs of a run begin, and where the last ends. */
function boundsOf(run: string, start: number): number[] {
  const bounds = [start];
  let end = start;
  for (const ideograph of run) {
    end += ideograph.length;
    bounds.push(end);
  }
  return bounds;
}

interface Seen {
  readonly isInList: boolean;
  readonly isListed: boolean;
  /** Neither its first nor its last ideograph builds sentences. */
  readonly isClear: boolean;
  /** The text has its first two ideographs as neighbours. */
  readonly isPairKnown: boolean;
}

/** What a word of several ideographs costs; nothing where it is none. */
function costOf(word: string, seen: Seen, { ways, list, known, longestGuess }: CutWords): number | undefined {
  const { isInList, isListed, isClear, isPairKnown } = seen;
  if (isPairKnown && (isInList || isListed || isClear) && known.hasWord(word)) return OWN;
  if (isInList || (isListed && isPairKnown && word.length === 2)) return OTHER;
  if (!isClear || !(isListed || (word.length <= longestGuess && ways.guessed.has(word)))) return undefined;
  if (list && looksLikePerson(word, list)) return OTHER;
  return isKnownInPart(word, known) ? undefined : DOUBTFUL;
}

/** Whether a text has a shorter word of a doubtful one, or, of one of two ideographs, either. */
function isKnownInPart(word: string, known: KnownWords): boolean {
  const ideographs = [...word];
  if (ideographs.length === 2) return ideographs.some((ideograph) => known.has(ideograph));
  return ideographs.some((_, from) =>
    ideographs.slice(from + 1).some((_end, more) => known.hasWord(ideographs.slice(from, from + more + 2).join(""))),
  );
}
