import { allSections, type Article } from "../article/article.ts";
import { comparableLabel } from "../article/written-number.ts";
import type { Library } from "../search/library.ts";
import type { Span } from "../text/span.ts";
import type { Quote } from "./answer.ts";
import { findSection, type Named, type NamedPlace } from "./find-section.ts";
import { isGeneric } from "./generic-words.ts";
import type { Question } from "./question.ts";
import { isProvision, paragraphsOf, quotePlace } from "./quote-place.ts";
import { quoteSpan } from "./quote-span.ts";

type Found = Extract<Named, { kind: "found" }>;

/**
 * Quotes the section or provision that a question names, or its heading, where nothing else is asked.
 *
 * `第三部分提到的点击率是多少` asks for something in a section; of a provision, which is short, even that is quoted.
 */
export function quoteNamed(library: Library, question: Question, article: Article): readonly Quote[] | undefined {
  const named = findNamed(library, question, article);
  if (named?.kind !== "found") return undefined;
  const isCalled = named.by === "number" || SECTION_CUE.test(question.folded.text);
  if (!isCalled) return undefined;
  if (!asksOnlyFor(question, named)) {
    const provision = readProvision(library, question, { article, named });
    return provision?.isAbout ? provision.quotes : undefined;
  }
  const headings = CALLED.test(question.folded.text) ? quoteHeadings(article, named) : [];
  const quotes = headings.length > 0 ? headings : named.places.flatMap((place) => quotePlace(library, article, place));
  return quotes.length > 0 ? quotes : undefined;
}

/** A provision that a question names and asks something of. */
export interface AskedProvision {
  /** Those with words of the question first. */
  readonly quotes: readonly Quote[];
  /** Whether it has any of them. */
  readonly isAbout: boolean;
  /** Where in the folded question it is named. */
  readonly at: readonly Span[];
}

/**
 * Reads the provision of which a question asks something: `What does clause 1 say about the rent?`
 *
 * Gives nothing where other sentences speak of the provision: 违反第三条 may be answered there.
 */
export function readProvision(
  library: Library,
  question: Question,
  { article, named }: { readonly article: Article; readonly named: Named | undefined },
): AskedProvision | undefined {
  const [place, ...others] = named?.kind === "found" && named.by === "number" ? named.places : [];
  if (!named || !place || others.length > 0 || !isProvision(library.ownNumbers(article), place)) return undefined;
  if (mentions(article, question, { named, place })) return undefined;
  const quotes = quotePlace(library, article, place);
  const asked = new Set(question.words.filter((word) => !isGeneric(word)).map((word) => word.text));
  const shares = (quote: Quote): boolean => library.analyse(quote.text).terms.some((term) => asked.has(term.text));
  const ordered = quotes.toSorted((a, b) => Number(shares(b)) - Number(shares(a)));
  return quotes.length > 0 ? { quotes: ordered, isAbout: quotes.some(shares), at: named.at } : undefined;
}

function quoteHeadings(article: Article, { places }: Found): readonly Quote[] {
  return places.flatMap(({ section, paragraphs }) =>
    section.heading && !paragraphs ? (quoteSpan(article, section.heading) ?? []) : [],
  );
}

/** Asks for the heading itself: 第三部分叫什么, `what is the third part called`. */
const CALLED =
  /叫做?(?:什么|啥)|(?:标题|题目|名字|名称)(?:是|叫)?(?:什么|啥)?[?。\s]*$|\b(?:called|titled|entitled|named)\b|\b(?:title|heading|headline|name) of\b/u;
const CALLING = /^(?:叫|叫做|标题|题目|名字|名称|call|titl|entitl|name|head|headlin|heading)$/u;

/** Tells whether a question has no content besides what names a place. */
export function asksOnlyFor({ words, folded }: Question, named: Named): boolean {
  const isCalled = CALLED.test(folded.text);
  return (
    words
      .filter(({ at }) => !named.at.some(({ start, end }) => at >= start && at < end))
      // A heading's words hold its single ideographs: 路 of 破局之路.
      .filter(({ text }) => named.kind === "absent" || (!named.words.has(text) && text.length > 1))
      .every((word) => isGeneric(word) || (isCalled && CALLING.test(word.text)))
  );
}

interface Mentioned {
  readonly named: Named;
  readonly place?: NamedPlace;
}

/** Whether sentences outside a place speak of a number by name, as a report on a law does. */
export function mentions(article: Article, { folded }: Question, { named, place }: Mentioned): boolean {
  const wanted = named.at.map(({ start, end }) => bare(folded.text.slice(start, end)));
  const own = new Set(place ? paragraphsOf(place) : []);
  return [...allSections(article.sections)].some(({ paragraphs }) =>
    paragraphs.some((paragraph) => {
      if (own.has(paragraph)) return false;
      const text = bare(comparableLabel(article.text.slice(paragraph.span.start, paragraph.span.end)));
      return wanted.some((each) => text.includes(each));
    }),
  );
}

function bare(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}

/** Finds the section or provision that a question names in an article. */
export function findNamed(library: Library, { folded: { text } }: Question, article: Article): Named | undefined {
  const numbers = library.ownNumbers(article);
  return findSection(article, text, {
    analyse: library.analyse,
    numbers,
    headingWords: () => library.headingWords(article),
    mayNameHeading: SECTION_CUE.test(text),
  });
}

const SECTION_CUE =
  /部分|章|节|板块|标题|那段|讲|说|写|谈|介绍|总结|概括|\b(?:section|part|chapter|heading|about|summar\w+|cover\w*|talk\w*|discuss\w*)\b/u;
