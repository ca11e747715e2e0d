import { allSections, headingText } from "../article/article.ts";
import { formatReference } from "../article/format-reference.ts";
import type { Library } from "../search/library.ts";
import type { Passage } from "../search/passage.ts";
import type { Span } from "../text/span.ts";
import { mergeSpans } from "../text/span.ts";
import type { Analyse, AnalysedText } from "../text/terms.ts";
import { sourceSpan } from "../text/source-span.ts";
import type { Quote } from "./answer.ts";
import { quoteSpan } from "./quote-span.ts";

export interface FoundWords {
  /** Every sentence with the words, in reading order; where none has all of them, those with most of them first. */
  readonly quotes: readonly Quote[];
  /** Whether each sentence has all of the words. */
  readonly isComplete: boolean;
  /** References of the sections whose headings have all of the words; headings are never quoted. */
  readonly headings: readonly string[];
}

/** One of the words looked for, parted by spaces. */
interface Wanted {
  /** Of a word with ideographs: what the folded text must hold. */
  readonly text?: string;
  /** Of any other: the stems that must stand there. */
  readonly terms: readonly string[];
}

/**
 * Finds every place where some words stand, in any script, width, case or inflected form.
 *
 * @throws RangeError when there is no such article.
 */
export function findWords(library: Library, words: string, article?: string): FoundWords {
  const index = library.index(article);
  const wanted = words.split(/\s+/u).flatMap((word) => wantWord(word, library.analyse));
  const terms = library.analyse(words).terms.map(({ text }) => ({ text, weight: 1 }));
  const order = new Map(index.passages.map((passage, place) => [passage, place]));
  const found = index
    .search(terms, index.passages.length)
    .toSorted((a, b) => (order.get(a.passage) ?? 0) - (order.get(b.passage) ?? 0))
    .flatMap(({ passage }) => findInPassage(passage, wanted, library.analyse));
  const headings = findInHeadings(library, wanted, article);
  const complete = found.filter(({ count }) => count === wanted.length);
  if (complete.length > 0) return { quotes: complete.map(({ quote }) => quote), isComplete: true, headings };
  const most = found.toSorted((a, b) => b.count - a.count);
  return { quotes: most.map(({ quote }) => quote), isComplete: false, headings };
}

function findInHeadings(library: Library, wanted: readonly Wanted[], id: string | undefined): string[] {
  if (wanted.length === 0) return [];
  const articles = [...library.articles.values()].filter((article) => id === undefined || article.id === id);
  return articles.flatMap((article) =>
    [...allSections(article.sections)]
      .filter((section) => {
        const heading = library.analyse(headingText(article, section));
        return wanted.every((word) => findWord(word, heading).length > 0);
      })
      .map(({ number }) => formatReference({ section: number, parts: [] })),
  );
}

function wantWord(word: string, analyse: Analyse): Wanted[] {
  const { folded, terms } = analyse(word);
  if (terms.length === 0) return [];
  const stems = terms.map(({ text }) => text);
  return [/\p{Script=Han}/u.test(word) ? { text: folded.text.trim(), terms: stems } : { terms: stems }];
}

function findInPassage(
  passage: Passage,
  wanted: readonly Wanted[],
  analyse: Analyse,
): { readonly quote: Quote; readonly count: number }[] {
  return passage.sentences.flatMap(({ span }) => {
    const text = analyse(passage.article.text, span.start, span.end);
    const matches = wanted.map((word) => findWord(word, text)).filter((spans) => spans.length > 0);
    const quote = matches.length > 0 ? quoteSpan(passage.article, span, mergeSpans(matches.flat())) : undefined;
    return quote ? [{ quote, count: matches.length }] : [];
  });
}

function findWord(wanted: Wanted, { folded, terms }: AnalysedText): Span[] {
  if (wanted.text === undefined) {
    const present = new Set(terms.map(({ text }) => text));
    if (!wanted.terms.every((term) => present.has(term))) return [];
    return terms.filter(({ text }) => wanted.terms.includes(text)).map(({ span }) => span);
  }
  const spans: Span[] = [];
  for (let at = folded.text.indexOf(wanted.text); at !== -1; at = folded.text.indexOf(wanted.text, at + 1)) {
    spans.push(sourceSpan(folded, at, at + wanted.text.length));
  }
  return spans;
}
