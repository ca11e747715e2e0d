import type { Article } from "../article/article.ts";
import { allSections, countContent, headingText } from "../article/article.ts";
import { formatReference } from "../article/format-reference.ts";
import { listSentences } from "../article/list-sentences.ts";
import { visibleText } from "../article/visible-text.ts";
import { tidyLine } from "./escape.ts";

/** What was found in an article, before anybody asks it. */
export interface ArticlePreview {
  /** The article's id. */
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly sections: number;
  readonly paragraphs: number;
  readonly sentences: number;
  /** The first sections' headings, with their references. */
  readonly headings: readonly { readonly reference: string; readonly heading: string }[];
  readonly firstSentence: string;
  /** What the text was read out of (`HTML`); absent where the file is the text itself. */
  readonly format?: string;
  /** What was guessed or left away while reading. */
  readonly notes: readonly string[];
  /** What is never quoted, and why (`breadcrumb`, `footer`, …). */
  readonly leftOut: readonly { readonly reason: string; readonly text: string }[];
  /** Questions that it answers. */
  readonly suggestions: readonly string[];
}

const [mostHeadings, mostLeftOut, mostSuggestions] = [12, 50, 6];
/** In characters. */
const [longestTitle, longestHeading, longestSentence, longestLine] = [200, 120, 240, 120];

/** Says what was found in an article; texts are cut to what a dialog can show. */
export function previewOf(article: Article, suggestions: readonly string[]): ArticlePreview {
  const [first] = listSentences(article);
  return {
    id: article.id,
    title: tidyLine(article.title, longestTitle),
    language: article.language,
    ...countContent(article.sections),
    headings: [...allSections(article.sections)]
      .filter(({ heading }) => heading !== undefined)
      .slice(0, mostHeadings)
      .map((section) => ({
        reference: formatReference({ section: section.number, parts: [] }),
        heading: tidyLine(headingText(article, section), longestHeading),
      })),
    firstSentence: first ? tidyLine(visibleText(article, first.span).text, longestSentence) : "",
    ...(article.original && { format: article.original.format }),
    notes: (article.original?.notes ?? []).map((note) => tidyLine(note, longestLine * 3)),
    leftOut: article.leftOut
      .filter(({ reason }) => reason !== "cue")
      .map(({ span, reason }) => ({ reason, text: tidyLine(article.text.slice(span.start, span.end), longestLine) }))
      // Marks such as `##` were no words to begin with.
      .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
      .slice(0, mostLeftOut),
    suggestions: suggestions.slice(0, mostSuggestions),
  };
}
