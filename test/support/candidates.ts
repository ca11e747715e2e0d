import { featureNames, type FeatureName, measure } from "../../src/answer/features.ts";
import type { PlacedCandidate } from "../../src/answer/candidates.ts";
import type { Ranking } from "../../src/answer/rank-sentences.ts";
import type { Alternative, RankingContext } from "../../src/answer/ranking-context.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { createDescribe } from "../../src/search/sentence-facts.ts";
import { analyse, question } from "./analyse.ts";
import { parseChecked } from "./parse.ts";

interface Around {
  readonly headings?: string | undefined;
  /** The article's title. */
  readonly named?: string | undefined;
}

/** A paragraph's sentences as candidates, below a heading where one is given. */
export function candidatesOf(paragraph: string, { headings = "", named = "Test" }: Around = {}): PlacedCandidate[] {
  const article = parseChecked(paragraph, { metadata: { id: "test", title: named } });
  const describe = createDescribe(analyse);
  const sentences = passagesOf(article).flatMap((passage) =>
    describe(passage).sentences.map((facts, sentence) => ({ passage, sentence, facts })),
  );
  return sentences.map((each, place) => ({
    ...each,
    previous: place - 1,
    next: place + 1 < sentences.length ? place + 1 : -1,
    headings,
    passageShare: 1,
    place,
    kind: each.passage.paragraph.kind,
  }));
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
  const context = { question: question(asked), alternatives, title: "", rarity: () => 1 };
  const sentences = candidates.map((candidate, at) => ({ ...candidate, at, score: candidates.length - at }));
  return { ...measure(candidates, context), sentences, alternatives };
}

/** One column of a paragraph's sentences, to two decimals; every term counts alike unless told otherwise. */
export function columnOf(
  name: FeatureName,
  asked: string,
  paragraph: string,
  { headings, ...context }: Partial<Omit<RankingContext, "question">> & { readonly headings?: string | undefined } = {},
): number[] {
  const { rows } = measure(candidatesOf(paragraph, { headings }), {
    question: question(asked),
    alternatives: [],
    title: "",
    rarity: () => 1,
    ...context,
  });
  return rows.map((row) => Math.round((row[featureNames.indexOf(name)] ?? Number.NaN) * 100) / 100);
}
