import { allSections, type Article, type Section } from "../article/article.ts";
import { barePhrase, hanOf, type Heading, stemsOf } from "../search/headings.ts";
import type { Library } from "../search/library.ts";
import type { Span } from "../text/span.ts";
import type { Analyse } from "../text/terms.ts";
import type { Quote } from "./answer.ts";
import type { Question } from "./question.ts";
import { quoteSpan } from "./quote-span.ts";
import { isStopWord } from "./stop-words.ts";

/** A longer question or heading is no heading's question. */
const LONGEST = 120;
/** Of a section with more sentences the first ones answer its heading. */
const MOST_SENTENCES = 8;
const FIRST_SENTENCES = 3;
/** So many headings of the same words are quoted. */
const MOST_ALIKE = 3;

/**
 * Quotes the section whose heading a question repeats: a heading that asks just that (`How do I reset my code?`), one that is the
 * whole question (`opening hours`), or one that names a list whose items do not repeat its words (`What are the success criteria?`).
 * Of a heading that stands above subsections alone, these are quoted; of one above nothing, itself; where it stands twice, both.
 *
 * Where more is asked and the section's own sentences have the heading's words, the ranker finds them better.
 */
export function quoteAskedHeading(
  library: Library,
  question: Question,
  article: Article,
): readonly Quote[] | undefined {
  const { text } = question.folded;
  if (text.length > LONGEST) return undefined;
  const whole = barePhrase(text);
  const asksSo = question.type !== "keywords";
  const phrase = phraseOf(text);
  // `What is the budget?` may be told by one sentence, `budget` by the section alone.
  const isPhrase = question.asking ? () => false : comparePhrase(phrase, library.analyse);
  const isCore = comparePhrase(coreOf(phrase), library.analyse);
  const found = library.headings(article).filter((heading) => {
    if (heading.folded.length > LONGEST) return false;
    if ((asksSo && heading.bare === whole) || isPhrase(heading)) return true;
    return isCore(heading) && isNews(library, article, heading);
  });
  const quotes = found.slice(0, MOST_ALIKE).flatMap(({ section }) => quoteFirst(article, section));
  return quotes.length > 0 ? quotes : undefined;
}

function quoteFirst(article: Article, section: Section): readonly Quote[] {
  const parts = [...allSections([section])].filter(({ paragraphs }) => paragraphs.length > 0);
  if (parts.length === 0) return section.heading ? quoteEach(article, [section.heading]) : [];
  if (section.paragraphs.length > 0) {
    const spans = spansOf(section);
    return quoteEach(article, spans.slice(0, spans.length > MOST_SENTENCES ? FIRST_SENTENCES : MOST_SENTENCES));
  }
  const spans = parts.flatMap(spansOf);
  const chosen = spans.length > MOST_SENTENCES ? parts.flatMap((part) => spansOf(part).slice(0, 1)) : spans;
  return quoteEach(article, chosen.slice(0, MOST_SENTENCES));
}

function spansOf({ paragraphs }: Section): Span[] {
  return paragraphs.flatMap(({ sentences }) => sentences.map(({ span }) => span));
}

function quoteEach(article: Article, spans: readonly Span[]): Quote[] {
  return spans.flatMap((span) => quoteSpan(article, span) ?? []);
}

/** Tells whether a section's sentences have none of its heading's words. */
function isNews({ analyse }: Library, article: Article, { section, words }: Heading): boolean {
  return section.paragraphs.every(
    ({ span }) =>
      !analyse(article.text, span.start, span.end).terms.some(({ text }) => words.has(text) && !isStopWord(text)),
  );
}

/** Words that ask for what there is around the name of a list; what they leave must be the heading. */
const ASKS_BEFORE =
  /^(?:what(?:'s| is| are| were| was)|which are|who(?:'s| is| are)|list|name|show me|give me|tell me(?: about)?|about|regarding|关于|有关|(?:列出|说说|介绍)(?:一下)?|(?:都)?有哪些|有什么|什么是|哪些是)\s*(?:all )?(?:of )?(?:the |our |your |its |their )?/u;
const ASKS_BEHIND =
  /(?:都|一共|分别|主要|具体)?(?:有|是|包括|包含|指)?(?:哪些|哪几(?:个|项|条|种|点)|什么|啥|谁)(?:内容|人)?$/u;

/** A question without the marks around it, and without what only leads to its phrase. */
function phraseOf(text: string): string {
  return text
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replace(/(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u, "")
    .replace(/^(?:tell me about|about|regarding|请?(?:介绍|说说|讲讲)(?:一下)?|关于|有关)\s*(?=.)/u, "")
    .replace(/^(?:the|our|your) (?=.)/u, "");
}

/** What is left of it without words that ask for what there is. */
function coreOf(phrase: string): string {
  return phrase.replace(ASKS_BEFORE, "").replace(ASKS_BEHIND, "");
}

/** Tells of headings whether they say just that; where it asks otherwise, of none. */
function comparePhrase(asked: string, analyse: Analyse): (heading: Heading) => boolean {
  if (OTHERWISE.test(asked)) return () => false;
  const han = hanOf(asked);
  let stems: string | undefined;
  return ({ key }) => {
    if (key.han !== han) return false;
    stems ??= stemsOf(asked, analyse);
    return key.stems === stems && han + stems !== "";
  };
}

const OTHERWISE = /^(?:why|how|when|where|can|do|does|did|is|are|may|should|为什么|怎么|如何|谁|能|可以)(?![a-z])/u;
