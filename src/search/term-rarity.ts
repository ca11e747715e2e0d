import type { Article } from "../article/article.ts";
import { allSections } from "../article/article.ts";
import { visibleParts } from "../article/visible-parts.ts";
import type { Analyse } from "../text/terms.ts";
import { analyseParts } from "./analyse-parts.ts";
import type { IndexData } from "./index-data.ts";
import { findTerm } from "./term-table.ts";

/** How rare a term is among an article's sentences: ln(N / n). */
export type TermRarity = (term: string) => number;

/**
 * Counts the terms of articles; those of the last article are kept, since it is mostly asked about again.
 *
 * @param known gives what was counted before.
 */
export function createTermRarity(
  analyse: Analyse,
  known: (article: Article) => IndexData | undefined,
): (article: Article) => TermRarity {
  let last: { readonly article: Article; readonly rarity: TermRarity } | undefined;
  return (article) => {
    if (last?.article !== article) last = { article, rarity: rarityOf(article, known(article), analyse) };
    return last.rarity;
  };
}

function rarityOf(article: Article, data: IndexData | undefined, analyse: Analyse): TermRarity {
  if (!data) return countTerms(article, analyse);
  const { terms, sentences, sentenceCounts } = data;
  return (term) => Math.log((sentences + 1) / (sentenceCounts[findTerm(terms, term)] || 1));
}

function countTerms(article: Article, analyse: Analyse): TermRarity {
  const frequencies = new Map<string, number>();
  let count = 0;
  for (const section of allSections(article.sections)) {
    for (const paragraph of section.paragraphs) {
      for (const { span } of paragraph.sentences) {
        count += 1;
        const { terms } = analyseParts(article.text, visibleParts(paragraph, span), analyse);
        for (const term of new Set(terms.map(({ text }) => text))) {
          frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
        }
      }
    }
  }
  return (term) => Math.log((count + 1) / (frequencies.get(term) ?? 1));
}
