import { allSections, type Article } from "../article/article.ts";
import { listSentences } from "../article/list-sentences.ts";
import { findTextFact } from "../article/text-facts.ts";
import { textQuestions } from "../languages/text-questions.ts";
import { contains, overlaps, type Span } from "../text/span.ts";
import type { Quote } from "./answer.ts";
import type { Question } from "./question.ts";
import { quoteSpan } from "./quote-span.ts";

/** A longer question asks for something else as well. */
const LONGEST = 80;
/** What a by-line stands in, where that is no line of its own. */
const LONGEST_AROUND = 300;

/**
 * Quotes what a text tells of itself where that is asked: its by-line, its date, its source, its title.
 *
 * Gives nothing for any other question, and where the text does not say.
 */
export function quoteTextFact({ folded: { text } }: Question, article: Article): readonly Quote[] {
  if (text.length > LONGEST) return [];
  const asked = textQuestions.find(({ pattern }) => pattern.test(text.trim()));
  const quotes = asked ? findTextFact(article, asked.fact).flatMap((line) => quoteLine(article, line) ?? []) : [];
  return quotes.filter((quote, index) => quotes.findIndex(({ span }) => span.start === quote.span.start) === index);
}

/** A line that is no sentence, heading or line of what is left out is quoted with the sentences that hold it. */
function quoteLine(article: Article, line: Span): Quote | undefined {
  const quote = quoteSpan(article, line);
  if (quote) return quote;
  const held = listSentences(article).filter(({ span }) => overlaps(span, line));
  const [first, last] = [held[0], held.at(-1)];
  if (first && last) {
    const around = { start: first.span.start, end: last.span.end };
    return around.end - around.start <= LONGEST_AROUND ? quoteSpan(article, around) : undefined;
  }
  const headings = [article.titleSpan, ...[...allSections(article.sections)].map(({ heading }) => heading)];
  const heading = headings.find((each) => each && contains(line, each));
  return heading && quoteSpan(article, heading);
}
