import type { SentenceBlock } from "../search/sentence-block.ts";
import type { QuestionPart } from "./question-parts.ts";

/**
 * How the question's words stand in each sentence: the share of neighbouring ones in the same order, and how closely they
 * stand together, their length as a share of the stretch that holds them.
 */
export function orderAndWindow(
  { search, sentences, texts }: SentenceBlock,
  words: readonly QuestionPart[],
  makeColumn: () => Float64Array,
) {
  if (words.length < 2) return { order: undefined, window: undefined };
  const [order, window, size] = [makeColumn(), makeColumn(), texts.length];
  const places = new Int32Array(words.length * size).fill(-1);
  for (const [nth, { text }] of words.entries()) {
    search.placeStretch(text, places.subarray(nth * size, (nth + 1) * size));
  }
  for (let at = 0; at < sentences.length; at += 1) {
    const stretch = { found: 0, inOrder: 0, last: -1, start: Infinity, end: 0, length: 0 };
    for (const [nth, { text }] of words.entries()) addPlace(stretch, places[nth * size + at] ?? -1, text.length);
    if (stretch.found < 2) continue;
    order[at] = stretch.inOrder / (words.length - 1);
    window[at] = Math.min(1, stretch.length / (stretch.end - stretch.start));
  }
  return { order, window };
}

interface Stretch {
  found: number;
  /** How many stand behind the one found before them. */
  inOrder: number;
  last: number;
  start: number;
  end: number;
  length: number;
}

function addPlace(stretch: Stretch, place: number, length: number): void {
  if (place < 0) return;
  if (stretch.found > 0 && place > stretch.last) stretch.inOrder += 1;
  stretch.found += 1;
  stretch.last = place;
  stretch.start = Math.min(stretch.start, place);
  stretch.end = Math.max(stretch.end, place + length);
  stretch.length += length;
}
