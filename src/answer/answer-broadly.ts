import type { Article } from "../article/article.ts";
import type { QuestionType } from "../languages/language.ts";
import type { Library } from "../search/library.ts";
import type { Quote } from "./answer.ts";
import { type Comparison, findComparison } from "./find-comparison.ts";
import { findSection, type NamedSection } from "./find-section.ts";
import type { Question } from "./question.ts";
import { isStopWord } from "./stop-words.ts";
import { summarise, summariseSection } from "./summarise.ts";

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
  const text = question.folded.text;
  const mayName = NUMBERED.test(text) || SECTION_CUE.test(text);
  const named = mayName ? findSection(article, text, library.analyse) : undefined;
  const chosen = named ? quoteSection(library, question, { article, named }) : undefined;
  if (chosen) return chosen;
  return asksForSummary(question, library.analyse(article.title).folded.text)
    ? orNothing(summarise(library, article.id))
    : undefined;
}

/** Quotes the section that is named, where nothing else is asked: `第三部分提到的点击率是多少` is no broad question. */
function quoteSection(
  library: Library,
  { folded, words }: Question,
  { article, named }: { readonly article: Article; readonly named: NamedSection },
): readonly Quote[] | undefined {
  const others = words
    .filter(({ at }) => !named.at || at < named.at.start || at >= named.at.end)
    // A heading's words hold its single ideographs: 路 of 破局之路.
    .filter(({ text }) => !named.words.has(text) && text.length > 1);
  const isCalled = named.by === "number" || SECTION_CUE.test(folded.text);
  if (!isCalled || !others.every(isGeneric)) return undefined;
  return orNothing(summariseSection(library, article, named.section));
}

/** Whether it asks for the whole article: with no other content word than, beside `文章`, words of the title. */
function asksForSummary({ type, words, folded: { text } }: Question, title: string): boolean {
  if (!WHOLE.has(type) || NUMBERED.test(text)) return false;
  const isOfArticle = ARTICLE.test(text);
  if (type !== "summary" && !isOfArticle && !POINTS.test(text)) return false;
  return words.every((word) => isGeneric(word) || (isOfArticle && title.includes(word.text)));
}

function isGeneric({ text }: { readonly text: string }): boolean {
  return isStopWord(text) || GENERIC.test(text);
}

/** The types that may ask for what there is, rather than for a person, a number or a reason. */
const WHOLE: ReadonlySet<QuestionType> = new Set(["summary", "what", "keywords", "definition", "opinion", "yes-no"]);
/** Words that name an article or what is asked of it, not what it is about; English ones as stems. */
const GENERIC =
  /^(?:文章|本文|全文|文中|这篇|公告|通知|手册|报道|新闻|说明|内容|重点|要点|大意|主旨|主题|中心|核心|观点|思想|部分|章节|小节|一节|那节|这节|标题|介绍|提到|总结|概括|概述|归纳|摘要|简单|简短|简要|哪些方面|articl|text|piec|document|handbook|notic|section|part|chapter|main|key|point|idea|summari|summar|overview|gist|give|quick|provid|doe|sai|brief|briefli|short|cover|talk|discuss|content|takeawai|messag|entir|whole|tl|dr|tl;dr|sum|up)$/u;
const ARTICLE =
  /文章|本文|全文|这篇|文中|公告|通知|手册|报道|新闻|\b(?:article|text|piece|document|handbook|notice)\b/u;
const SECTION_CUE =
  /部分|章|节|板块|标题|那段|讲|说|写|谈|介绍|总结|概括|\b(?:section|part|chapter|heading|about|summar\w+|cover\w*|talk\w*|discuss\w*)\b/u;
const NUMBERED = /第[\d零〇一二两三四五六七八九十]{1,4}个?(?:大?部分|章节|小节|板块|节|章)|§|\b(?:section|chapter) \d/u;

const POINTS = /重点|要点|观点|大意|主旨|核心|主要内容|\b(?:main|key) (?:points?|ideas?|message)/u;

function chooseArticle(
  { articles, titleTerms }: Library,
  { words }: Question,
  id: string | undefined,
): Article | undefined {
  if (id !== undefined) return articles.get(id);
  const all = [...articles.values()];
  if (all.length === 1) return all[0];
  const scored = all
    .map((article) => {
      const title = titleTerms(article);
      return { article, score: words.filter(({ text }) => title.has(text)).length };
    })
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score > 0 && first.score > (second?.score ?? 0) ? first.article : undefined;
}

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
