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
  /** The likeliest words in reading order, none of them guessed. */
  readonly likeliest: readonly string[];
  /** Words that may be none: guessed by where ideographs mostly stand in words. */
  readonly guessed: ReadonlySet<string>;
  /** All that stand in the dictionary which these were cut by, in the order in which they begin; each at every place. */
  readonly listed: readonly string[];
  /** A second dictionary: what only one of them lists is mostly no word but two. */
  readonly list: WordList;
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
  const longestGuess = words.guessed.values().reduce((longest, { length }) => Math.max(longest, length), 0);
  const placed = {
    ...words,
    likely: placeWords(words.likeliest),
    lengths: placeListed(text, words.listed),
    longestGuess,
  };
  const tokens: string[] = [];
  let last = 0;
  for (const { 0: run, index } of text.matchAll(/\p{Script=Han}+/gu)) {
    if (index > last) tokens.push(text.slice(last, index));
    last = index + run.length;
    tokens.push(...cheapestCut(text, boundsOf(run, index), placed));
  }
  return last < text.length ? [...tokens, text.slice(last)] : tokens;
}

/** For each offset the lengths of the listed words that begin there, a bit each; single code units are left out. */
function placeListed(text: string, listed: readonly string[]): Uint16Array {
  const lengths = new Uint16Array(text.length);
  let last = 0;
  for (const word of listed) {
    if (word.length < 2 || word.length > LONGEST_PLACED) continue;
    const bit = 1 << word.length;
    let at = text.indexOf(word, last);
    while (((lengths[at] ?? 0) & bit) !== 0) at = text.indexOf(word, at + 1);
    if (at < 0) continue;
    lengths[at] = (lengths[at] ?? 0) | bit;
    last = at;
  }
  return lengths;
}

/** Ideographs beyond the basic plane are two code units each. */
const LONGEST_PLACED = 15;

/** For each offset at which a word begins, where it ends. */
function placeWords(words: readonly string[]): Map<number, number> {
  const ends = new Map<number, number>();
  let at = 0;
  for (const word of words) {
    ends.set(at, at + word.length);
    at += word.length;
  }
  return ends;
}

interface PlacedWords extends QuestionWords {
  readonly likely: ReadonlyMap<number, number>;
  /** For each offset the lengths of the listed words that begin there, a bit each. */
  readonly lengths: Uint16Array;
  readonly longestGuess: number;
}

/** Goes from each ideograph to those behind it that end a word, and back the cheapest way. */
function cheapestCut(text: string, bounds: readonly number[], words: PlacedWords): string[] {
  const count = bounds.length - 1;
  const costs = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Uint32Array(count + 1);
  const isFunction = Array.from({ length: count }, (_, at) => words.isFunction(text.slice(bounds[at], bounds[at + 1])));
  costs[0] = 0;
  for (let first = 0; first < count; first += 1) {
    const start = bounds[first] ?? 0;
    const likely = words.likely.get(start);
    let mayBeListed = true;
    for (let next = first + 1; next <= Math.min(count, first + LONGEST_WORD); next += 1) {
      const end = bounds[next] ?? 0;
      const isSingle = next === first + 1;
      const isClear = !isFunction[first] && !isFunction[next - 1];
      const isListed = (((words.lengths[start] ?? 0) >> (end - start)) & 1) === 1;
      if (!isSingle && !mayBeListed && !isClear && !isListed) continue;
      const word = text.slice(start, end);
      mayBeListed &&= isSingle || words.list.begins(word);
      const cost = isSingle
        ? isFunction[first]
          ? FUNCTION
          : SINGLE
        : costOf(word, { isInList: mayBeListed && words.list.find(word) !== undefined, isListed, isClear }, words);
      if (cost === undefined) continue;
      const total = (costs[first] ?? 0) + cost + (likely === end ? 0 : UNLIKELY);
      if (total >= (costs[next] ?? 0)) continue;
      costs[next] = total;
      from[next] = first;
    }
  }
  const tokens: string[] = [];
  for (let end = count; end > 0; end = from[end] ?? 0) tokens.push(text.slice(bounds[from[end] ?? 0], bounds[end]));
  return tokens.toReversed();
}

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
}

/** What a word of several ideographs costs; nothing where it is none. */
function costOf(word: string, { isInList, isListed, isClear }: Seen, words: PlacedWords): number | undefined {
  const { guessed, list, known, longestGuess } = words;
  if ((isInList || isListed || isClear) && known.hasWord(word)) return OWN;
  if (isInList || (isListed && word.length === 2 && known.has(word))) return OTHER;
  if (!isClear || !(isListed || (word.length <= longestGuess && guessed.has(word)))) return undefined;
  if (looksLikePerson(word, list)) return OTHER;
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
