import type { ParagraphKind } from "../article/article.ts";
import type { Passage } from "./passage.ts";
import type { PassageFacts, SentenceFacts } from "./sentence-facts.ts";
import type { TextFacts } from "./sentence-ties.ts";
import { indexTexts, scanTexts, type TextSearch } from "./text-search.ts";

/** A sentence with what stands around it. */
export interface PlacedSentence {
  readonly passage: Passage;
  /** The index of the sentence within its passage. */
  readonly sentence: number;
  readonly facts: SentenceFacts;
  /** The index, among the sentences, of the one before and behind it in its passage; -1 where there is none. */
  readonly previous: number;
  readonly next: number;
  /** Folded headings above it. */
  readonly headings: string;
  /** Its index in its paragraph. */
  readonly place: number;
  /** What its paragraph is. */
  readonly kind: ParagraphKind;
}

/** Sentences that are ranked together, with what is known of all of them whatever is asked. */
export interface SentenceBlock {
  readonly sentences: readonly PlacedSentence[];
  /** The sentences' own texts, and behind them what is tied to them, each once. */
  readonly texts: readonly TextFacts[];
  readonly search: TextSearch;
  /** `previous` of each sentence; always less than its own index. */
  readonly previous: Int32Array;
  /** The headings above them, each once, and which is above each sentence. */
  readonly headings: readonly string[];
  readonly headingOf: Int32Array;
  readonly ties: BlockTies;
}

/** What belongs to the sentences, by the numbers of the texts. */
export interface BlockTies {
  /** By sentence; -1 where nothing asks. */
  readonly askedBy: Int32Array;
  /** The sentences that are asked or introduced by something. */
  readonly tied: Int32Array;
  /** By sentence. */
  readonly introducedBy: readonly (readonly number[])[];
  /** The headings that stand above sentences together, and which those of each sentence are. */
  readonly below: readonly (readonly number[])[];
  readonly belowOf: Int32Array;
}

/** Places the sentences of some passages one behind the other. */
export function placeSentences(
  passages: readonly Passage[],
  describe: (passage: Passage) => PassageFacts,
): PlacedSentence[] {
  const placed: PlacedSentence[] = [];
  for (const passage of passages) {
    const first = placed.length;
    const { headings, sentences } = describe(passage);
    for (const [sentence, facts] of sentences.entries()) {
      placed.push({
        passage,
        sentence,
        facts,
        previous: sentence === 0 ? -1 : first + sentence - 1,
        next: sentence + 1 < passage.sentences.length ? first + sentence + 1 : -1,
        headings,
        place: passage.firstSentence + sentence,
        kind: passage.paragraph.kind,
      });
    }
  }
  return placed;
}

/**
 * Gathers what is known of some sentences.
 *
 * @param isIndexed whether it is worth while to list what stands where, since many questions will be asked.
 */
export function createSentenceBlock(sentences: readonly PlacedSentence[], isIndexed = false): SentenceBlock {
  const headings = numberer<string>([]);
  const texts = numberer<TextFacts>(sentences.map(({ facts }) => facts));
  const headingOf = Int32Array.from(sentences, ({ headings: above }) => headings.numberOf(above));
  const ties = gatherTies(sentences, texts.numberOf);
  return {
    sentences,
    texts: texts.items,
    search: isIndexed ? indexTexts(texts.items) : scanTexts(texts.items),
    previous: Int32Array.from(sentences, ({ previous }) => previous),
    headings: headings.items,
    headingOf,
    ties,
  };
}

interface Numberer<Item> {
  readonly items: readonly Item[];
  /** The number of an item, a new one where it was not met before. */
  readonly numberOf: (item: Item) => number;
}

function numberer<Item>(first: readonly Item[]): Numberer<Item> {
  const items = [...first];
  const numbers = new Map(items.map((item, number) => [item, number]));
  return {
    items,
    numberOf(item) {
      const number = numbers.get(item) ?? items.push(item) - 1;
      numbers.set(item, number);
      return number;
    },
  };
}

function gatherTies(sentences: readonly PlacedSentence[], numberOf: (text: TextFacts) => number): BlockTies {
  const below = numberer<readonly TextFacts[]>([]);
  const all = sentences.map(({ facts }) => facts.ties);
  const askedBy = Int32Array.from(all, (ties) => (ties.askedBy ? numberOf(ties.askedBy) : -1));
  const introducedBy = all.map((ties) => ties.introducedBy.map(numberOf));
  const belowOf = Int32Array.from(all, (ties) => below.numberOf(ties.below));
  const tied = [...all.keys()].filter((at) => askedBy[at] !== -1 || (introducedBy[at] ?? []).length > 0);
  return {
    askedBy,
    tied: Int32Array.from(tied),
    introducedBy,
    below: below.items.map((texts) => texts.map(numberOf)),
    belowOf,
  };
}
