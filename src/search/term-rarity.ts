import type { Article } from "../article/article.ts";
import { allSections } from "../article/article.ts";
import type { Analyse } from "../text/terms.ts";

/** How rare a term is among an article's sentences: ln(N / n). */
export type TermRarity = (term: string) => number;

/** Counts the terms of articles; those of the last article are kept, since it is mostly asked about again. */
export function createTermRarity(analyse: Analyse): (article: Article) => TermRarity {
  let last: { readonly article: Article; readonly rarity: TermRarity } | undefined;
  return (article) => {
    if (last?.article !== article) last = { article, rarity: rarityIn(article, analyse) };
    return last.rarity;
  };
}

function rarityIn(article: Article, analyse: Analyse): TermRarity {
  const frequencies = new Map<string, number>();
  let count = 0;
  for (const section of allSections(article.sections)) {
    for (const { sentences } of section.paragraphs) {
      for (const { span } of sentences) {
        count += 1;
        const terms = analyse(article.text, span.start, span.end).terms.map(({ text }) => text);
        for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
      }
    }
  }
  return (term) => Math.log((count + 1) / (frequencies.get(term) ?? 1));
}
