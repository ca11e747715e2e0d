import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { IndexData } from "../../search/index-data.ts";
import type { Postings } from "../../search/postings.ts";

type Numbers = Uint32Array<ArrayBuffer>;

/** Quick to open: a start opens a thousand of them. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** Many times what the largest article's index takes. */
const MOST_BYTES = 2_000_000_000;
/** How many passages, sentences, bytes of each string, numbers of each list and bytes of the flags there are. */
const [STRINGS, LISTS] = [4, 16];
const HEAD = 2 + STRINGS + LISTS + 1;

/** Packs what is known of some passages: numbers as they lie in memory, behind them the strings. */
export function packIndexData(data: IndexData): Uint8Array {
  const numbers = numbersOf(data);
  const strings = [data.terms.text, data.latinWords, data.lowerWords, data.transliterations].map((text) =>
    Buffer.from(text, "utf8"),
  );
  const head = Uint32Array.of(
    data.passages,
    data.sentences,
    ...strings.map(({ length }) => length),
    ...numbers.map(({ length }) => length),
    data.hanWords.length,
  );
  const flat = [head, ...numbers].map((each) => Buffer.from(each.buffer, each.byteOffset, each.byteLength));
  return zstdCompressSync(Buffer.concat([...flat, ...strings, data.hanWords]), compression);
}

/**
 * Opens what `packIndexData` packed; its numbers are views of one buffer.
 *
 * @throws Error where the bytes are not of that form.
 */
export function unpackIndexData(bytes: Uint8Array): IndexData {
  const all = alignedCopy(zstdDecompressSync(bytes, { maxOutputLength: MOST_BYTES }));
  const head = new Uint32Array(all, 0, Math.min(HEAD, Math.floor(all.byteLength / 4)));
  const take = createTake(all);
  take.numbers(HEAD);
  const [passages = 0, sentences = 0, ...lengths] = head;
  const lists = lengths.slice(STRINGS, STRINGS + LISTS).map((length) => take.numbers(length));
  const [text = "", latinWords = "", lowerWords = "", transliterations = ""] = lengths
    .slice(0, STRINGS)
    .map((length) => take.text(length));
  const hanWords = take.bytes(lengths.at(-1) ?? 0);
  if (!take.isAtEnd()) throw new Error(`${all.byteLength} bytes are no index as it is kept`);
  const next = (): Numbers => lists.shift() ?? new Uint32Array();
  return {
    passages,
    sentences,
    terms: { text, ends: next(), slots: next() },
    text: nextPostings(next),
    characters: nextPostings(next),
    headings: nextPostings(next),
    ideographs: next(),
    sentenceCounts: next(),
    lengths: nextLengths(next),
    hanWords,
    latinWords,
    lowerWords,
    transliterations,
  };
}

/** In the order in which they are taken again. */
function numbersOf({ terms, text, characters, headings, ideographs, sentenceCounts, lengths }: IndexData): Numbers[] {
  const postings = [text, characters, headings].flatMap((each) => [each.starts, each.passages, each.counts]);
  const { text: textLengths, withCharacters, headings: headingLengths } = lengths;
  const counts = [ideographs, sentenceCounts, textLengths, withCharacters, headingLengths];
  return [terms.ends, terms.slots, ...postings, ...counts];
}

function nextPostings(next: () => Numbers): Postings {
  return { starts: next(), passages: next(), counts: next() };
}

function nextLengths(next: () => Numbers): IndexData["lengths"] {
  return { text: next(), withCharacters: next(), headings: next() };
}

/** Numbers are read where they lie, for which that must begin at a multiple of their size. */
function alignedCopy({ buffer, byteOffset, byteLength }: Buffer): ArrayBuffer {
  const isOwn = buffer instanceof ArrayBuffer && byteOffset % 4 === 0;
  if (isOwn && byteOffset === 0 && byteLength === buffer.byteLength) return buffer;
  return Uint8Array.from(new Uint8Array(buffer, byteOffset, byteLength)).buffer;
}

/** Takes one part of a buffer after the other; beyond its end the range errors of the views tell. */
function createTake(all: ArrayBuffer) {
  let at = 0;
  const step = (length: number): number => {
    at += length;
    return at - length;
  };
  return {
    numbers: (length: number): Numbers => new Uint32Array(all, step(length * 4), length),
    bytes: (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(all, step(length), length),
    text: (length: number): string => Buffer.from(all, step(length), length).toString("utf8"),
    isAtEnd: () => at === all.byteLength,
  };
}
