import { findAskedNumbers } from "../article/asked-numbers.ts";
import type { QuestionType } from "../languages/language.ts";
import type { Library } from "../search/library.ts";
import type { Quote } from "./answer.ts";
import { chooseArticle } from "./choose-article.ts";
import { type Comparison, findComparison } from "./find-comparison.ts";
import { isGeneric } from "./generic-words.ts";
import type { Question } from "./question.ts";
import { quoteAskedHeading } from "./quote-asked-heading.ts";
import { quoteNamed } from "./quote-named.ts";
import { quoteTextFact } from "./quote-text-fact.ts";
import { summarise } from "./summarise.ts";

export interface BroadOptions {
  /** Only this article; otherwise the library's only one, or the one whose title the question names. */
  readonly article?: string | undefined;
  /** Ranks sentences for some words, best first. */
  readonly best: (words: string) => readonly Quote[];
}

/** A longer text is no broad question, and must not take long. */
const LONGEST = 300;

/**
 * Answers a question that no single sentence answers: a summary of the article or of a section, or a comparison.
 *
 * Gives nothing for every other question, and for a summary where it is not clear of which article. Quotes of a
 * summary stand in reading order, those of a comparison in the order of its sides.
 */
export function answerBroadly(
  library: Library,
  question: Question,
  options: BroadOptions,
): readonly Quote[] | undefined {
  if (question.folded.text.length > LONGEST) return undefined;
  const comparison = findComparison(question.folded.text);
  const compared = comparison && quoteBothSides(comparison, options.best);
  if (compared) return compared;
  const article = chooseArticle(library, question, options.article);
  if (!article) return undefined;
  const told = quoteTextFact(question, article);
  if (told.length > 0) return told;
  const named = quoteNamed(library, question, article) ?? quoteAskedHeading(library, question, article);
  if (named) return named;
  return asksForSummary(question, library.analyse(article.title).folded.text)
    ? orNothing(summarise(library, article.id))
    : undefined;
}

/** Whether it asks for the whole article: with no other content word than, beside `文章`, words of the title. */
function asksForSummary({ type, words, folded: { text } }: Question, title: string): boolean {
  if (!WHOLE.has(type) || findAskedNumbers(text).length > 0) return false;
  const isOfArticle = ARTICLE.test(text);
  if (type !== "summary" && !isOfArticle && !POINTS.test(text)) return false;
  return words.every((word) => isGeneric(word) || (isOfArticle && title.includes(word.text)));
}

/** The types that may ask for what there is, rather than for a person, a number or a reason. */
const WHOLE: ReadonlySet<QuestionType> = new Set(["summary", "what", "keywords", "definition", "opinion", "yes-no"]);
const ARTICLE =
  /文章|本文|全文|这篇|文中|公告|通知|手册|报道|新闻|\b(?:article|text|piece|document|handbook|notice)\b/u;
const POINTS = /重点|要点|观点|大意|主旨|核心|主要内容|\b(?:main|key) (?:points?|ideas?|message)/u;

/** The best sentence for each side; one that is the best for both stands first. */
function quoteBothSides({ sides, aspect }: Comparison, best: BroadOptions["best"]): readonly Quote[] | undefined {
  const [one = [], other = []] = sides.map((side) => best(`${side} ${aspect}`.trim()));
  const [first, second] = [one[0], other[0]];
  if (!first || !second) return undefined;
  if (!isSame(first, second)) return [first, second];
  const more = [one, other].flatMap((quotes) => quotes.find((quote) => !isSame(quote, first)) ?? []);
  const [next, last] = more;
  return next && last && isSame(next, last) ? [first, next] : [first, ...more];
}

function isSame(one: Quote, other: Quote): boolean {
  return one.article === other.article && one.span.start === other.span.start;
}

function orNothing(quotes: readonly Quote[]): readonly Quote[] | undefined {
  return quotes.length > 0 ? quotes : undefined;
}
