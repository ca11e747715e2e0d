import type { Article, Section } from "../article/article.ts";
import { barePhrase, hanOf, type Heading, stemsOf } from "../search/headings.ts";
import type { Library } from "../search/library.ts";
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

/**
 * Quotes the section whose heading a question repeats: a heading that asks just that (`How do I reset my code?`), or one
 * that names a list whose items do not repeat its words (`What are the success criteria?`).
 *
 * Where the section's own sentences have the heading's words, the ranker finds them better.
 */
export function quoteAskedHeading(
  library: Library,
  question: Question,
  article: Article,
): readonly Quote[] | undefined {
  const { text } = question.folded;
  if (text.length > LONGEST) return undefined;
  const whole = barePhrase(text);
  const isCore = compareCore(text, library.analyse);
  const found = library.headings(article).find((heading) => {
    const isSame = question.type !== "keywords" && heading.bare === whole;
    if (!isSame && !isCore(heading)) return false;
    if (heading.folded.length > LONGEST || heading.section.paragraphs.length === 0) return false;
    return isSame || isNews(library, article, heading);
  });
  return found && quoteFirst(article, found.section);
}

function quoteFirst(article: Article, { paragraphs }: Section): readonly Quote[] | undefined {
  const spans = paragraphs.flatMap(({ sentences }) => sentences.map(({ span }) => span));
  const chosen = spans.slice(0, spans.length > MOST_SENTENCES ? FIRST_SENTENCES : MOST_SENTENCES);
  const quotes = chosen.flatMap((span) => quoteSpan(article, span) ?? []);
  return quotes.length > 0 ? quotes : undefined;
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
  /^(?:what(?:'s| is| are| were| was)|which are|who(?:'s| is| are)|list|name|show me|give me|tell me(?: about)?|(?:列出|说说|介绍)(?:一下)?|(?:都)?有哪些|有什么|什么是|哪些是)\s*(?:all )?(?:of )?(?:the |our |your |its |their )?/u;
const ASKS_BEHIND =
  /(?:都|一共|分别|主要|具体)?(?:有|是|包括|包含|指)?(?:哪些|哪几(?:个|项|条|种|点)|什么|啥|谁)(?:内容|人)?$/u;

/** Tells of headings whether they are what a question asks for; where it asks otherwise, of none. */
function compareCore(text: string, analyse: Analyse): (heading: Heading) => boolean {
  const trimmed = text
    .replace(/^[\s"“”'《》「」]+/u, "")
    .replace(/(?<![\s?.!。,:;"“”'《》「」])[\s?.!。,:;"“”'《》「」]+$/u, "");
  const asked = trimmed.replace(ASKS_BEFORE, "").replace(ASKS_BEHIND, "");
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
