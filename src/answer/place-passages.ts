import type { PassageIndex } from "../search/passage-index.ts";
import type { Analyse } from "../text/terms.ts";
import type { WantedWord } from "./wanted-words.ts";

export interface PlacedPassages {
  /** Their places in the index: those that hold most of the words first, and otherwise in reading order. */
  readonly places: readonly number[];
  /** How many of them hold all words, as far as the index tells. */
  readonly whole: number;
}

/**
 * Lists the passages that may hold some words.
 *
 * Where an index has no single ideographs, one that is looked for may stand in any passage.
 */
export function placePassages(index: PassageIndex, wanted: readonly WantedWord[], analyse: Analyse): PlacedPassages {
  const count = index.places;
  // How many of the words a passage may hold; 1 more where it holds a part of any.
  const scores = new Uint16Array(count);
  const parts = new Uint8Array(count);
  for (const word of wanted) {
    const holds = new Uint8Array(count);
    for (const option of optionsOf(word, analyse)) markHolding(index, option, { holds, parts });
    for (let place = 0; place < count; place += 1) scores[place] = (scores[place] ?? 0) + 2 * (holds[place] ?? 0);
  }
  const places: number[] = [];
  for (let place = 0; place < count; place += 1) {
    scores[place] = (scores[place] ?? 0) + (parts[place] ?? 0);
    if ((scores[place] ?? 0) > 0) places.push(place);
  }
  return {
    places: places.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b),
    whole: places.filter((place) => (scores[place] ?? 0) >= 2 * wanted.length).length,
  };
}

/** One way to write a word. */
interface Option {
  /** Whoever has it has all of these. */
  readonly terms: readonly string[];
  /** Single ideographs, which a passage may have elsewhere. */
  readonly ideographs: readonly string[];
}

function optionsOf({ wordings, spellings }: WantedWord, analyse: Analyse): readonly Option[] {
  const ofWordings = wordings.map((wording) => {
    const { terms } = analyse(wording);
    const textsOf = (isSingle: boolean): string[] =>
      terms.filter(({ kind }) => (kind === "character") === isSingle).map(({ text }) => text);
    const [longer, ideographs] = [textsOf(false), textsOf(true)];
    return longer.length > 0 ? { terms: longer, ideographs } : { terms: ideographs, ideographs: [] };
  });
  return [...ofWordings, ...spellings.map((terms) => ({ terms, ideographs: [] }))];
}

interface Marks {
  /** 1 for each passage that has all terms of an option. */
  readonly holds: Uint8Array;
  /** 1 for each that has any term at all. */
  readonly parts: Uint8Array;
}

function markHolding(index: PassageIndex, { terms, ideographs }: Option, { holds, parts }: Marks): void {
  const unique = [...new Set(terms)];
  if (unique.length === 0) return;
  const counts = new Uint16Array(holds.length);
  for (const term of unique) {
    const places = index.passagesWith(term);
    for (const place of places) {
      counts[place] = (counts[place] ?? 0) + 1;
      parts[place] = 1;
    }
    if (places.length === 0 && unique.length === 1 && index.documentFrequency(term) > 0) parts.fill(1);
  }
  for (const ideograph of ideographs) for (const place of index.passagesWith(ideograph)) parts[place] = 1;
  for (let place = 0; place < counts.length; place += 1) if (counts[place] === unique.length) holds[place] = 1;
}
