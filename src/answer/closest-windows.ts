import type { Article } from "../article/article.ts";
import { sentencesWithin } from "../article/list-sentences.ts";
import { shownParts } from "../article/shown-parts.ts";
import type { Passage } from "../search/passage.ts";
import { joinShown } from "../text/shown-part.ts";
import type { Span } from "../text/span.ts";
import type { Analyse } from "../text/terms.ts";
import { type WordingToken, wordingTokens } from "../text/wording.ts";

/** A run of sentences. */
export interface Window {
  readonly article: Article;
  readonly span: Span;
}

export interface Sought {
  /** How long the text is, in UTF-16 code units. */
  readonly length: number;
  readonly tokens: readonly WordingToken[];
  readonly analyse: Analyse;
}

/** A shorter stretch cannot hold so many of its words. */
const LEAST_LENGTH = 0.4;
/** So much text is read, in code units, and so many tokens are counted, before it is left at what was found. */
const MOST_READ = 10_000;
const MOST_COUNTED = 1_000_000;

/**
 * Finds the runs of sentences that share most with a text, less a little for all that they have besides; best first.
 *
 * Runs begin in one of the passages, go on over the ends of paragraphs, and are about as long as the text. The work is
 * bounded, however short or long the sentences are: the first passages are read first.
 */
export function closestWindows(passages: readonly Passage[], sought: Sought, limit: number): Window[] {
  const wanted = countWanted(sought.tokens);
  const reader = createReader(sought, wanted.numbers);
  const best: ScoredWindow[] = [];
  let room = MOST_COUNTED;
  for (const passage of passages) {
    const run = reader.readRun(passage, sought.length);
    for (let from = 0; from < Math.min(run.length, passage.sentences.length) && room > 0; from += 1) {
      room -= scoreFrom(run.slice(from), { wanted, length: sought.length }, (window) => insert(best, window, limit));
    }
  }
  return best;
}

interface ScoredWindow extends Window {
  readonly score: number;
}

function insert(best: ScoredWindow[], window: ScoredWindow, limit: number): void {
  const place = best.findIndex(({ score }) => window.score > score);
  if (place === -1 && best.length === limit) return;
  best.splice(place === -1 ? best.length : place, 0, window);
  best.splice(limit);
}

interface Wanted {
  /** By skeleton. */
  readonly numbers: ReadonlyMap<string, number>;
  /** How often each number stands in the text. */
  readonly counts: Int32Array;
  readonly total: number;
}

function countWanted(tokens: readonly WordingToken[]): Wanted {
  const numbers = new Map<string, number>();
  const counts = new Int32Array(tokens.length);
  for (const { skeleton } of tokens) {
    const number = numbers.get(skeleton) ?? numbers.size;
    numbers.set(skeleton, number);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return { numbers, counts: counts.slice(0, numbers.size), total: tokens.length };
}

/** A sentence with its tokens as numbers: -1 for what the text lacks. */
interface ReadSentence {
  readonly article: Article;
  readonly span: Span;
  readonly numbers: Int32Array;
}

/** Scores the windows that begin with the first of some sentences; gives how many tokens it counted. */
function scoreFrom(
  run: readonly ReadSentence[],
  { wanted, length }: { readonly wanted: Wanted; readonly length: number },
  offer: (window: ScoredWindow) => void,
): number {
  const left = wanted.counts.slice();
  let [shared, all] = [0, 0];
  const start = run[0]?.span.start ?? 0;
  for (const { article, span, numbers } of run) {
    for (const number of numbers) {
      const count = left[number] ?? 0;
      if (count <= 0) continue;
      left[number] = count - 1;
      shared += 1;
    }
    all += numbers.length;
    const width = span.end - start;
    const score = shared / wanted.total - (0.2 * (all - shared)) / Math.max(1, all);
    if (width >= length * LEAST_LENGTH) offer({ article, span: { start, end: span.end }, score });
    if (isPast(width, length)) break;
  }
  return all + run.length;
}

function isPast(width: number, length: number): boolean {
  return width > length * 1.3 + 20;
}

interface Reader {
  /** The sentences that windows of a passage may hold, as far as there is room to read them. */
  readonly readRun: (passage: Passage, length: number) => readonly ReadSentence[];
}

function createReader({ analyse }: Sought, wanted: ReadonlyMap<string, number>): Reader {
  const known = new Map<Article, Map<number, ReadSentence>>();
  let room = MOST_READ;
  const read = (article: Article, span: Span): ReadSentence | undefined => {
    const own = known.get(article) ?? new Map<number, ReadSentence>();
    known.set(article, own);
    const kept = own.get(span.start);
    if (kept || span.end - span.start > room) return kept;
    room -= span.end - span.start;
    const tokens = wordingTokens(joinShown(shownParts(article, span)), analyse);
    const made = { article, span, numbers: Int32Array.from(tokens, ({ skeleton }) => wanted.get(skeleton) ?? -1) };
    own.set(span.start, made);
    return made;
  };
  return {
    readRun({ article, sentences }, length) {
      const run: ReadSentence[] = [];
      const [first, last] = [sentences[0]?.span.start ?? 0, sentences.at(-1)?.span.start ?? 0];
      for (const span of sentencesWithin(article, { start: first, end: article.text.length })) {
        const sentence = read(article, span);
        if (!sentence) break;
        run.push(sentence);
        if (isPast(span.end - last, length)) break;
      }
      return run;
    },
  };
}
