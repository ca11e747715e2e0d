import { allSections, type Article } from "../article/article.ts";
import { findAskedNumbers } from "../article/asked-numbers.ts";
import type { QuestionType } from "../languages/language.ts";
import type { Library } from "../search/library.ts";
import type { Span } from "../text/span.ts";
import type { Quote } from "./answer.ts";
import { type Comparison, findComparison } from "./find-comparison.ts";
import { findSection, type Named } from "./find-section.ts";
import type { Question } from "./question.ts";
import { isStopWord } from "./stop-words.ts";
import { quotePlace } from "./quote-place.ts";
import { quoteSpan } from "./quote-span.ts";
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
  const named = findNamed(library, question, article);
  const chosen = named?.kind === "found" ? quoteNamed(library, question, { article, named }) : undefined;
  if (chosen) return chosen;
  return asksForSummary(question, library.analyse(article.title).folded.text)
    ? orNothing(summarise(library, article.id))
    : undefined;
}

/**
 * Lists the numbers of sections and provisions that a question names and nothing bears, as folded; none where the
 * article speaks of them all the same, or may yet answer something else.
 */
export function findUnborne(
  library: Library,
  question: Question,
  { article: id }: Pick<BroadOptions, "article">,
): readonly Span[] {
  const { text } = question.folded;
  const article = text.length > LONGEST ? undefined : chooseArticle(library, question, id);
  const named = article && findNamed(library, question, article);
  if (!article || named?.kind !== "absent") return [];
  if (!named.isCounted && !asksOnlyFor(question, named)) return [];
  return mentions(
    library,
    article,
    named.at.map(({ start, end }) => text.slice(start, end)),
  )
    ? []
    : named.at;
}

/** Whether the article's sentences speak of one of some numbers, as a report on a law does. */
function mentions(library: Library, { text, sections }: Article, written: readonly string[]): boolean {
  const bare = (words: string): string => words.replaceAll(/\s+/gu, "");
  const wanted = written.map(bare);
  return [...allSections(sections)].some(({ paragraphs }) =>
    paragraphs.some(({ span }) => {
      const folded = bare(library.analyse(text, span.start, span.end).folded.text);
      return wanted.some((each) => folded.includes(each));
    }),
  );
}

function findNamed(library: Library, { folded: { text } }: Question, article: Article): Named | undefined {
  const numbers = library.ownNumbers(article);
  return findSection(article, text, { analyse: library.analyse, numbers, mayNameHeading: SECTION_CUE.test(text) });
}

/** Quotes what is named, where nothing else is asked: `第三部分提到的点击率是多少` is no broad question. */
function quoteNamed(
  library: Library,
  question: Question,
  { article, named }: { readonly article: Article; readonly named: Extract<Named, { kind: "found" }> },
): readonly Quote[] | undefined {
  const isCalled = named.by === "number" || SECTION_CUE.test(question.folded.text);
  if (!isCalled || !asksOnlyFor(question, named)) return undefined;
  const headings = CALLED.test(question.folded.text) ? quoteHeadings(article, named) : [];
  return orNothing(
    headings.length > 0 ? headings : named.places.flatMap((place) => quotePlace(library, article, place)),
  );
}

function quoteHeadings(article: Article, { places }: Extract<Named, { kind: "found" }>): readonly Quote[] {
  return places.flatMap(({ section, paragraphs }) =>
    section.heading && !paragraphs ? (quoteSpan(article, section.heading) ?? []) : [],
  );
}

/** Asks for the heading itself: 第三部分叫什么, `what is the third part called`. */
const CALLED =
  /叫做?(?:什么|啥)|(?:标题|题目|名字|名称)(?:是|叫)?(?:什么|啥)?[?。\s]*$|\b(?:called|titled|entitled|named)\b|\b(?:title|heading|headline|name) of\b/u;
const CALLING = /^(?:叫|叫做|标题|题目|名字|名称|call|titl|entitl|name|head|headlin|heading)$/u;

/** Tells whether a question has no content besides what names a place. */
function asksOnlyFor({ words, folded }: Question, named: Named): boolean {
  const isCalled = CALLED.test(folded.text);
  return words
    .filter(({ at }) => !named.at.some(({ start, end }) => at >= start && at < end))
    .filter(({ text }) => named.kind === "absent" || !named.words.has(text))
    .every((word) => isGeneric(word) || (isCalled && CALLING.test(word.text)));
}

/** Whether it asks for the whole article: with no other content word than, beside `文章`, words of the title. */
function asksForSummary({ type, words, folded: { text } }: Question, title: string): boolean {
  if (!WHOLE.has(type) || findAskedNumbers(text).length > 0) return false;
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
  /^(?:文章|本文|全文|文中|这篇|公告|通知|手册|报道|新闻|说明|内容|重点|要点|大意|主旨|主题|中心|核心|观点|思想|部分|章节|小节|一节|那节|这节|标题|介绍|提到|规定|条款|条文|原文|全文|总结|概括|概述|归纳|摘要|简单|简短|简要|哪些方面|text|piec|document|handbook|notic|section|part|chapter|main|key|point|idea|summari|summar|overview|gist|give|quick|provid|state|stipul|claus|articl|provis|appendix|annex|schedul|rule|quot|read|show|list|explain|doe|sai|brief|briefli|short|cover|talk|discuss|content|takeawai|messag|entir|whole|tl|dr|tl;dr|sum|up)$/u;
const ARTICLE =
  /文章|本文|全文|这篇|文中|公告|通知|手册|报道|新闻|\b(?:article|text|piece|document|handbook|notice)\b/u;
const SECTION_CUE =
  /部分|章|节|板块|标题|那段|讲|说|写|谈|介绍|总结|概括|\b(?:section|part|chapter|heading|about|summar\w+|cover\w*|talk\w*|discuss\w*)\b/u;
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
