import { GrowingNumbers } from "./growing-numbers.ts";
import { type IndexData, joinLines, type Lengths, MOST_WITH_CHARACTERS, splitLines } from "./index-data.ts";
import { createPostingsBuilder, type Postings } from "./postings.ts";
import { createTermTableBuilder, listTerms, type TermTableBuilder } from "./term-table.ts";

/** Joins what is known of several lists of passages: the same as if they had been one list from the beginning. */
export function mergeIndexData(parts: readonly IndexData[]): IndexData {
  const table = createTermTableBuilder();
  const passages = parts.reduce((count, part) => count + part.passages, 0);
  const placed = placeParts(parts, table);
  const merge = (pick: (data: IndexData) => Postings): Postings => mergePostings(placed, pick, table.size);
  const nothing = { starts: new Uint32Array(table.size + 1), passages: new Uint32Array(), counts: new Uint32Array() };
  const [ideographs, hanWords] = [new Uint32Array(table.size), new Uint8Array(table.size)];
  const sentenceCounts = new Uint32Array(table.size);
  for (const { data, numbers } of placed) {
    for (const [term, number] of numbers.entries()) {
      ideographs[number] = (ideographs[number] ?? 0) + (data.ideographs[term] ?? 0);
      sentenceCounts[number] = (sentenceCounts[number] ?? 0) + (data.sentenceCounts[term] ?? 0);
      if (data.hanWords[term] === 1) hanWords[number] = 1;
    }
  }
  return {
    passages,
    terms: table.build(),
    text: merge(({ text }) => text),
    characters: passages > MOST_WITH_CHARACTERS ? nothing : merge(({ characters }) => characters),
    headings: merge(({ headings }) => headings),
    ideographs,
    hanWords,
    sentences: parts.reduce((count, part) => count + part.sentences, 0),
    sentenceCounts,
    lengths: mergeLengths(parts),
    latinWords: mergeLines(parts.map(({ latinWords }) => latinWords)),
    lowerWords: mergeLines(parts.map(({ lowerWords }) => lowerWords)),
    transliterations: mergeLines(parts.map(({ transliterations }) => transliterations)),
  };
}

interface PlacedPart {
  readonly data: IndexData;
  /** By its own number of a term: the number in the whole. */
  readonly numbers: Uint32Array;
  /** How many passages stand before its own. */
  readonly before: number;
}

function placeParts(parts: readonly IndexData[], table: TermTableBuilder): PlacedPart[] {
  let before = 0;
  return parts.map((data) => {
    const numbers = new GrowingNumbers();
    for (const term of listTerms(data.terms)) numbers.push(table.numberOf(term));
    before += data.passages;
    return { data, numbers: numbers.toArray(), before: before - data.passages };
  });
}

function mergePostings(parts: readonly PlacedPart[], pick: (data: IndexData) => Postings, terms: number): Postings {
  const merged = createPostingsBuilder();
  for (const { data, numbers, before } of parts) {
    const { starts, passages, counts } = pick(data);
    for (const [term, number] of numbers.entries()) {
      for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
        merged.add(number, before + (passages[at] ?? 0), counts[at] ?? 0);
      }
    }
  }
  return merged.build(terms);
}

function mergeLengths(parts: readonly IndexData[]): Lengths {
  const join = (pick: (lengths: Lengths) => Uint32Array): Uint32Array<ArrayBuffer> => {
    const joined = new GrowingNumbers();
    for (const { lengths } of parts) for (const length of pick(lengths)) joined.push(length);
    return joined.toArray();
  };
  return {
    text: join(({ text }) => text),
    withCharacters: join(({ withCharacters }) => withCharacters),
    headings: join(({ headings }) => headings),
  };
}

function mergeLines(parts: readonly string[]): string {
  return joinLines(new Set(parts.flatMap(splitLines)));
}
