import { featureNames, type FeatureName, measure } from "../../src/answer/features.ts";
import type { Ranking } from "../../src/answer/rank-sentences.ts";
import type { Alternative, Candidates, RankingContext } from "../../src/answer/ranking-context.ts";
import { createMemoryBudget } from "../../src/search/memory-budget.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { createSentenceBlock, placeSentences, type PlacedSentence } from "../../src/search/sentence-block.ts";
import { createDescribe } from "../../src/search/sentence-facts.ts";
import { analyse, question } from "./analyse.ts";
import { parseChecked } from "./parse.ts";

interface Around {
  readonly headings?: string | undefined;
  /** The article's title. */
  readonly named?: string | undefined;
}

/** A text's sentences, one behind the other as if they were one paragraph's, below a heading where one is given. */
function sentencesOf(paragraph: string, { headings = "", named = "Test" }: Around = {}): PlacedSentence[] {
  const article = parseChecked(paragraph, { metadata: { id: "test", title: named } });
  const sentences = placeSentences(passagesOf(article), createDescribe(analyse, createMemoryBudget(50_000_000)));
  return sentences.map((each, place) => ({
    ...each,
    previous: place - 1,
    next: place + 1 < sentences.length ? place + 1 : -1,
    headings,
    place,
  }));
}

/** The same as candidates of one passage. */
export function candidatesOf(paragraph: string, around: Around & { readonly isIndexed?: boolean } = {}): Candidates {
  const block = createSentenceBlock(sentencesOf(paragraph, around), around.isIndexed);
  return { block, shares: new Float64Array(block.sentences.length).fill(1) };
}

/** A ranking of a paragraph's sentences that finds the first the best, whatever weights were learned. */
export function rankingOf(
  asked: string,
  paragraph: string,
  {
    alternatives = [],
    named,
  }: { readonly alternatives?: readonly (readonly Alternative[])[]; readonly named?: string | undefined } = {},
): Ranking {
  const candidates = candidatesOf(paragraph, { named });
  const { block } = candidates;
  const context = { question: question(asked), alternatives, title: "", rarity: () => 1 };
  const sentences = block.sentences.map((sentence, at) => ({ ...sentence, at, score: block.sentences.length - at }));
  const order = Int32Array.from(sentences.keys());
  return { ...measure(candidates, context), block, order, sentences, alternatives };
}

/** One column of a paragraph's sentences, to two decimals; every term counts alike unless told otherwise. */
export function columnOf(
  name: FeatureName,
  asked: string,
  paragraph: string,
  { headings, ...context }: Partial<Omit<RankingContext, "question">> & { readonly headings?: string | undefined } = {},
): number[] {
  const candidates = candidatesOf(paragraph, { headings });
  const { columns } = measure(candidates, {
    question: question(asked),
    alternatives: [],
    title: "",
    rarity: () => 1,
    ...context,
  });
  const column = columns[featureNames.indexOf(name)];
  return candidates.block.sentences.map((_, at) => Math.round((column ? (column[at] ?? Number.NaN) : 0) * 100) / 100);
}
