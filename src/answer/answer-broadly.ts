import { findAskedNumbers } from "../article/asked-numbers.ts";
import type { QuestionType } from "../languages/language.ts";
import type { Library } from "../search/library.ts";
import type { BroadAnswer, Quote } from "./answer.ts";
import { articlesHeaded } from "./articles-headed.ts";
import { chooseArticle } from "./choose-article.ts";
import { compareSides, type Side } from "./compare-sides.ts";
import { isGeneric } from "./generic-words.ts";
import type { Question } from "./question.ts";
import { quoteAskedHeading } from "./quote-asked-heading.ts";
import { quoteNamed } from "./quote-named.ts";
import { quoteTextFact } from "./quote-text-fact.ts";
import { summarise } from "./summarise.ts";

export interface BroadOptions {
  /** Only this article; otherwise the library's only one, or the one whose title the question names. */
  readonly article?: string | undefined;
  /** Quotes the best sentences that speak of one side of a comparison, best first; none where nothing does. */
  readonly best: (side: Side) => readonly Quote[];
}

/** A longer text is no broad question, and must not take long. */
const LONGEST = 300;

/**
 * Answers a question that no single sentence answers: a summary of the article or of a section, or a comparison.
 *
 * Gives nothing for every other question, and for a summary where it is not clear of which article. Quotes of a
 * summary stand in reading order, those of a comparison in the order of its sides.
 */
export function answerBroadly(library: Library, question: Question, options: BroadOptions): BroadAnswer | undefined {
  if (question.folded.text.length > LONGEST) return undefined;
  const compared = compareSides(question, options.best);
  if (compared) return compared;
  const article = chooseArticle(library, question, options.article);
  if (!article) return answerFromHeadings(library, question);
  const told = quoteTextFact(question, article);
  if (told.length > 0) return { quotes: told };
  const named = quoteNamed(library, question, article) ?? quoteAskedHeading(library, question, article);
  if (named) return { quotes: named };
  const isSummary = asksForSummary(question, library.titleTerms(article));
  const summary = isSummary ? summarise(library, article.id) : [];
  return summary.length > 0 ? { quotes: summary } : undefined;
}

/** Where it is not clear of which article is asked, those count whose headings the question repeats. */
function answerFromHeadings(library: Library, question: Question): BroadAnswer | undefined {
  const quotes = articlesHeaded(library, question).flatMap(
    (article) => quoteAskedHeading(library, question, article) ?? [],
  );
  return quotes.length > 0 ? { quotes } : undefined;
}

/** Whether it asks for the whole article: with no other content word than, beside `文章`, terms of the title. */
export function asksForSummary(
  { type, words, folded: { text } }: Question,
  title: ReadonlySet<string> = new Set(),
): boolean {
  if (!WHOLE.has(type) || findAskedNumbers(text).length > 0) return false;
  const isOfArticle = ARTICLE.test(text);
  if (type !== "summary" && !isOfArticle && !POINTS.test(text)) return false;
  return words.every((word) => isGeneric(word) || (isOfArticle && title.has(word.text)));
}

/** The types that may ask for what there is, rather than for a person, a number or a reason. */
const WHOLE: ReadonlySet<QuestionType> = new Set(["summary", "what", "keywords", "definition", "opinion", "yes-no"]);
const ARTICLE =
  /文章|本文|全文|这篇|文中|公告|通知|手册|报道|新闻|\b(?:article|text|piece|document|handbook|notice)\b/u;
const POINTS = /重点|要点|观点|大意|主旨|核心|主要内容|\b(?:main|key) (?:points?|ideas?|message)/u;
