import { featureNames, type FeatureName, measure } from "../../src/answer/features.ts";
import type { Candidate, RankingContext } from "../../src/answer/ranking-context.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { createDescribe } from "../../src/search/sentence-facts.ts";
import { analyse, question } from "./analyse.ts";
import { parseChecked } from "./parse.ts";

/** A paragraph's sentences as candidates, below a heading where one is given. */
export function candidatesOf(paragraph: string, headings = ""): Candidate[] {
  const article = parseChecked(paragraph, { metadata: { id: "test", title: "Test" } });
  const facts = passagesOf(article).flatMap((passage) => createDescribe(analyse)(passage).sentences);
  return facts.map((each, place) => ({
    facts: each,
    previous: place - 1,
    next: place + 1 < facts.length ? place + 1 : -1,
    headings,
    passageShare: 1,
    place,
  }));
}

/** One column of a paragraph's sentences, to two decimals; every term counts alike unless told otherwise. */
export function columnOf(
  name: FeatureName,
  asked: string,
  paragraph: string,
  { headings, ...context }: Partial<Omit<RankingContext, "question">> & { readonly headings?: string | undefined } = {},
): number[] {
  const { rows } = measure(candidatesOf(paragraph, headings), {
    question: question(asked),
    alternatives: [],
    title: "",
    rarity: () => 1,
    ...context,
  });
  return rows.map((row) => Math.round((row[featureNames.indexOf(name)] ?? Number.NaN) * 100) / 100);
}
