import { createPostingsBuilder } from "./postings.ts";
import { eachWith, type GramPlaces, listGramPlaces, measureShared, MOST_PLACES, placeStretch } from "./gram-places.ts";
import type { TextFacts } from "./sentence-ties.ts";
import { createTermTableBuilder, findTerm } from "./term-table.ts";

/** Looks for something in several texts at once; what is found is written down by a text's number. */
export interface TextSearch {
  /** Adds one for each text that has a term, and tells whether any has. */
  readonly countTerm: (term: string, counts: Uint16Array) => boolean;
  /** Raises what each text holds that has a term to a value, where that is more. */
  readonly raiseTerm: (term: string, value: number, held: Float64Array) => void;
  /** The same for a stretch of folded text. */
  readonly raiseStretch: (stretch: string, value: number, held: Float64Array) => void;
  /** Sets 1 for each text that has an ideograph as a word of its own, and 2 for each that has it at the edge of a word. */
  readonly placeIdeograph: (ideograph: string, places: Uint16Array) => void;
  /** Writes where a stretch of folded text first stands; of texts that lack it nothing is changed. */
  readonly placeStretch: (stretch: string, places: Int32Array) => void;
  /** Writes how long the longest stretch is that a text shares with another one, at most `MOST_SHARED`. */
  readonly measureShared: (asked: string, lengths: Int32Array) => void;
}

/** A longer stretch that two texts share says no more. */
export const MOST_SHARED = 12;

export const ALONE = 1;
export const AT_EDGE = 2;

/** Looks through every text each time: for texts that few questions are asked about. */
export function scanTexts(texts: readonly TextFacts[]): TextSearch {
  return {
    countTerm(term, counts) {
      let isAny = false;
      for (const [number, { terms }] of texts.entries()) {
        if (!terms.has(term)) continue;
        counts[number] = (counts[number] ?? 0) + 1;
        isAny = true;
      }
      return isAny;
    },
    raiseTerm(term, value, held) {
      for (const [number, { terms }] of texts.entries()) if (terms.has(term)) raise(held, number, value);
    },
    raiseStretch(stretch, value, held) {
      for (const [number, { text }] of texts.entries()) if (text.includes(stretch)) raise(held, number, value);
    },
    placeIdeograph(ideograph, places) {
      for (const [number, { alone, edges }] of texts.entries()) {
        if (alone.includes(ideograph)) places[number] = ALONE;
        else if (edges.includes(ideograph)) places[number] = AT_EDGE;
      }
    },
    placeStretch(stretch, places) {
      for (const [number, { text }] of texts.entries()) {
        const at = text.indexOf(stretch);
        if (at >= 0) places[number] = at;
      }
    },
    measureShared(asked, lengths) {
      for (let number = 0; number < lengths.length; number += 1) {
        lengths[number] = longestShared(asked, texts[number]?.text ?? "");
      }
    },
  };
}

function raise(held: Float64Array, number: number, value: number): void {
  if ((held[number] ?? 0) < value) held[number] = value;
}

/** The length of the longest stretch that both texts share. */
function longestShared(asked: string, text: string): number {
  let best = 0;
  for (let from = 0; from + best < asked.length && best < MOST_SHARED; from += 1) {
    while (best < MOST_SHARED && from + best < asked.length && text.includes(asked.slice(from, from + best + 1))) {
      best += 1;
    }
  }
  return best;
}

/**
 * Lists what stands where before anything is looked for: a question then costs what it finds, not what it looks through. It
 * takes as long to make as some dozen questions take without.
 */
export function indexTexts(texts: readonly TextFacts[]): TextSearch {
  const scanned = scanTexts(texts);
  const isShort = Math.max(texts.length, sumLengths(texts)) <= MOST_PLACES;
  return {
    ...scanned,
    ...indexTerms(texts),
    placeIdeograph: indexIdeographs(texts),
    ...(isShort && searchGrams(listGramPlaces(texts.map(({ text }) => text)))),
  };
}

function sumLengths(texts: readonly TextFacts[]): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0);
}

function searchGrams(grams: GramPlaces): Pick<TextSearch, "placeStretch" | "raiseStretch" | "measureShared"> {
  return {
    raiseStretch: (stretch, value, held) => eachWith(grams, stretch, (number) => raise(held, number, value)),
    placeStretch: (stretch, places) => placeStretch(grams, stretch, places),
    measureShared: (asked, lengths) => measureShared(grams, { asked, most: MOST_SHARED }, lengths),
  };
}

function indexTerms(texts: readonly TextFacts[]): Pick<TextSearch, "countTerm" | "raiseTerm"> {
  const numbers = createTermTableBuilder();
  const builder = createPostingsBuilder();
  for (const [number, { terms }] of texts.entries()) {
    for (const term of terms) builder.add(numbers.numberOf(term), number, 1);
  }
  const { starts, passages } = builder.build(numbers.size);
  const table = numbers.build();
  return {
    countTerm(term, counts) {
      const found = findTerm(table, term);
      if (found < 0) return false;
      for (let nth = starts[found] ?? 0; nth < (starts[found + 1] ?? 0); nth += 1) {
        const number = passages[nth] ?? 0;
        counts[number] = (counts[number] ?? 0) + 1;
      }
      return true;
    },
    raiseTerm(term, value, held) {
      const found = findTerm(table, term);
      if (found < 0) return;
      for (let nth = starts[found] ?? 0; nth < (starts[found + 1] ?? 0); nth += 1)
        raise(held, passages[nth] ?? 0, value);
    },
  };
}

function indexIdeographs(texts: readonly TextFacts[]): TextSearch["placeIdeograph"] {
  const alone = listUnits(texts.map((text) => text.alone));
  const edges = listUnits(texts.map((text) => text.edges));
  return (ideograph, places) => {
    for (const number of edges.get(ideograph) ?? []) places[number] = AT_EDGE;
    for (const number of alone.get(ideograph) ?? []) places[number] = ALONE;
  };
}

/** In which texts each code unit stands. */
function listUnits(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, number[]>();
  for (const [number, text] of texts.entries()) {
    for (const unit of new Set(text.split(""))) {
      const list = lists.get(unit);
      if (list) list.push(number);
      else lists.set(unit, [number]);
    }
  }
  return lists;
}
