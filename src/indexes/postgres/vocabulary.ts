import type { SegmentVocabulary } from "../../search/segment.ts";
import { type CountedWords, TERM_COUNTS, type VocabularyPart, WORD_COUNTS } from "./vocabulary-part.ts";
import { GrowingTerms, type KnownTerms } from "../growing-terms.ts";

/** What is known of all words of a library, which grows as articles are added to it. */
export interface Vocabulary extends SegmentVocabulary {
  readonly terms: KnownTerms;
  readonly words: KnownTerms;
  /** Which kinds of keys a term has. */
  kindsOf(term: number): number;
  /** Takes in what comes next, or what of it does not count here. */
  apply(part: VocabularyPart): void;
}

/** @param hasCharacters whether single ideographs have postings; asked each time. */
export function createVocabulary(hasCharacters: () => boolean): Vocabulary {
  const [terms, words] = [new GrowingTerms(), new GrowingTerms()];
  const counts = TERM_COUNTS.map(() => new GrowingCounts());
  const wordCounts = WORD_COUNTS.map(() => new GrowingCounts());
  const kinds = new GrowingCounts();
  const [text, headings, ideographs, anywhere, hanWords] = counts;
  const [latin, lower, transliterations] = wordCounts;
  const lists = new Map<GrowingCounts, readonly string[]>();

  function list(those: GrowingCounts | undefined): readonly string[] {
    if (!those) return [];
    const kept = lists.get(those) ?? [...listCounted(words, those)];
    lists.set(those, kept);
    return kept;
  }

  return {
    terms,
    words,
    numberOf(term) {
      const number = terms.find(term);
      const isCounted = [text, headings, ideographs].some((each) => (each?.at(number) ?? 0) > 0);
      return number >= 0 && isCounted ? number : -1;
    },
    textCount: (term) => (hasCharacters() ? anywhere : text)?.at(term) ?? 0,
    headingCount: (term) => headings?.at(term) ?? 0,
    ideographCount: (term) => ideographs?.at(term) ?? 0,
    isHanWord: (term) => (hanWords?.at(term) ?? 0) > 0,
    latinWords: () => list(latin),
    lowerWords: () => list(lower),
    transliterations: () => list(transliterations),
    kindsOf: (term) => kinds.at(term),
    apply(part) {
      applyTo(terms, counts, part.terms);
      for (let at = 0; at < part.kinds.length; at += 1) kinds.join(part.terms.numbers[at] ?? 0, part.kinds[at] ?? 0);
      applyTo(words, wordCounts, part.words);
      if (part.words.numbers.length > 0) lists.clear();
    },
  };
}

function applyTo(
  table: GrowingTerms,
  counts: readonly GrowingCounts[],
  { first, added, numbers, changes }: CountedWords,
): void {
  const more = added.lengths.length;
  if (more > 0 && first !== table.size) throw new Error(`words ${first} and on cannot follow ${table.size}`);
  table.load(added);
  for (const [kind, list] of changes.entries()) {
    for (let at = 0; at < numbers.length; at += 1) counts[kind]?.add(numbers[at] ?? 0, list[at] ?? 0);
  }
}

function* listCounted(words: KnownTerms, counts: GrowingCounts): Generator<string> {
  for (let number = 0; number < words.size; number += 1) if (counts.at(number) > 0) yield words.text(number);
}

/** As many counts as there are words, most of them small: pages that are made when they are needed, of a byte each at first. */
class GrowingCounts {
  readonly #pages: (Uint8Array | Int32Array | undefined)[] = [];

  at(number: number): number {
    return this.#pages[number >> PAGE_BITS]?.[number & (PAGE - 1)] ?? 0;
  }

  add(number: number, change: number): void {
    if (change !== 0) this.#set(number, this.at(number) + change);
  }

  join(number: number, bits: number): void {
    if (bits !== 0) this.#set(number, this.at(number) | bits);
  }

  #set(number: number, count: number): void {
    let page = (this.#pages[number >> PAGE_BITS] ??= new Uint8Array(PAGE));
    if (page instanceof Uint8Array && (count < 0 || count > 255)) {
      page = Int32Array.from(page);
      this.#pages[number >> PAGE_BITS] = page;
    }
    page[number & (PAGE - 1)] = count;
  }
}

const PAGE_BITS = 10;
const PAGE = 2 ** PAGE_BITS;
