import type { AnalysedText } from "../text/terms.ts";
import { buffersOf, type IndexData, MOST_WITH_CHARACTERS } from "./index-data.ts";
import type { MemoryBudget } from "./memory-budget.ts";
import { MOST_REMEMBERED } from "./passage-index.ts";
import { mostRemembered } from "./search-passages.ts";
import type { SentenceBlock } from "./sentence-block.ts";
import type { PassageFacts } from "./sentence-facts.ts";

/** In bytes, as measured in Chinese and English texts; the heap grows by no more than half as much again, nor by less than two thirds. */
const DATA = { lists: 4000 };
const SEARCH = { all: 5000, term: 580, posting: 35, score: 25 };
const FACTS = { passage: 600, sentence: 1000, term: 50 };
const BLOCK = { all: 2000, sentence: 1200, term: 75 };
const ANALYSED = { text: 700, han: 200, other: 30 };
/** Of each a word, a pair and the ideograph itself are terms. */
const HAN = /\p{Script=Han}/gu;

/** What is known of some passages, as flat numbers. */
export function weighIndexData(data: IndexData): number {
  const strings = [data.terms.text, data.latinWords, data.lowerWords, data.transliterations];
  const buffers = buffersOf(data).reduce((sum, { byteLength }) => sum + byteLength, 0);
  return DATA.lists + buffers + 2 * strings.reduce((sum, { length }) => sum + length, 0);
}

/**
 * What is made of that to search it, and remembered of searches; MiniSearch's trees take ten times as much.
 *
 * @param isOwn whether MiniSearch's index is made for it, too.
 */
export function weighOpened(data: IndexData, isOwn: boolean): number {
  const { passages, terms, text, characters, headings } = data;
  const remembered = SEARCH.score * mostRemembered(passages) * (passages > MOST_REMEMBERED ? 0 : 1);
  if (!isOwn) return SEARCH.all + remembered;
  const counted = passages > MOST_WITH_CHARACTERS ? [text, headings] : [text, characters, headings];
  const postings = counted.reduce((sum, each) => sum + each.passages.length, 0);
  return SEARCH.all + remembered + SEARCH.term * terms.ends.length + SEARCH.posting * postings;
}

export function weighFacts({ sentences }: PassageFacts): number {
  const terms = sentences.reduce((sum, each) => sum + each.terms.size, 0);
  return FACTS.passage + FACTS.sentence * sentences.length + FACTS.term * terms;
}

/** What is listed of its sentences; their facts are weighed by themselves. */
export function weighBlock({ sentences }: Pick<SentenceBlock, "sentences">): number {
  const terms = sentences.reduce((sum, { facts }) => sum + facts.terms.size, 0);
  return BLOCK.all + BLOCK.sentence * sentences.length + BLOCK.term * terms;
}

/** Its terms are worked out when they are needed: to weigh them would be to work them out. */
export function weighAnalysed({ folded }: AnalysedText): number {
  const han = folded.text.match(HAN)?.length ?? 0;
  return ANALYSED.text + ANALYSED.han * han + ANALYSED.other * (folded.text.length - han);
}

/** What a byte of text takes with its article and its index in memory: from 75 in English to 220 in a short Chinese one. */
const BYTES_A_BYTE = 120;

/** How much of the budget one thing may fill that is asked from memory; what is larger lies on disk. */
export const SHARES = { everybodys: 1 / 2, server: 1 / 4 } as const;

/**
 * Tells whether articles are asked from memory.
 *
 * @param textBytes how much text they have, in UTF-8.
 */
export function fitsInMemory(
  textBytes: number,
  { most }: Pick<MemoryBudget, "most">,
  share: keyof typeof SHARES,
): boolean {
  return textBytes * BYTES_A_BYTE <= most * SHARES[share];
}
