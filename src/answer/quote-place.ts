import { allSections, type Article, type Paragraph, type Section } from "../article/article.ts";
import { rankOf, readLabel } from "../article/own-number.ts";
import type { Bearer, OwnNumbers } from "../article/own-numbers.ts";
import { shownParts } from "../article/shown-parts.ts";
import type { Library } from "../search/library.ts";
import { joinShown } from "../text/shown-part.ts";
import type { Span } from "../text/span.ts";
import { columns } from "../text/width.ts";
import type { Quote } from "./answer.ts";
import type { NamedPlace } from "./find-section.ts";
import { quoteSpan } from "./quote-span.ts";
import { summariseSection } from "./summarise.ts";

/** So many sentences of a place are quoted at most. */
const MOST_SENTENCES = 6;
/** A section of no more sentences is quoted whole; of a longer one the most representative are. */
const FEW_SENTENCES = 3;
/** Enough for those, however many captions stand among them. */
const MOST_LOOKED_AT = 100;

/**
 * Quotes what a question names: a provision's sentences in their order, of a longer section the most representative
 * ones, and of one that holds nothing its heading.
 */
export function quotePlace(library: Library, article: Article, place: NamedPlace): readonly Quote[] {
  const { section, paragraphs } = place;
  const numbers = library.ownNumbers(article);
  const bearer = numbers.find((each) => each.section === section && !each.paragraphs);
  const sections = paragraphs ? [section] : coveredSections(article, { section, numbers, bearer });
  const held = sections.flatMap((each) => each.paragraphs);
  const own = paragraphs ? held.slice(paragraphs.from - 1, paragraphs.to) : held;
  const spans = joinCaptions(
    article,
    own.flatMap(({ sentences }) => sentences.map(({ span }) => span)).slice(0, MOST_LOOKED_AT),
  );
  if (spans.length === 0) return section.heading ? quoteEach(article, [section.heading]) : [];
  if (isProvision(numbers, place) || spans.length <= FEW_SENTENCES)
    return quoteEach(article, spans.slice(0, MOST_SENTENCES));
  const summary = summariseSection(library, article, section);
  return summary.length > 0 ? summary : quoteEach(article, spans.slice(0, FEW_SENTENCES));
}

/** So short is the caption behind a provision's number: `Section 2. Definitions.` */
const WIDEST_CAPTION = 48;

/** A number that stands as a sentence of its own, with its caption, says nothing without the sentence behind it. */
function joinCaptions(article: Article, spans: readonly Span[]): readonly Span[] {
  const textOf = (span: Span): string => joinShown(shownParts(article, span));
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isLoose = last !== undefined && isCaption(textOf(last)) && !readLabel(textOf(span), false);
    const whole = last && { start: last.start, end: span.end };
    if (whole && isLoose && quoteSpan(article, whole)) joined[joined.length - 1] = whole;
    else joined.push(span);
  }
  return joined;
}

/** A number alone, or with a word or three that end nothing but a caption. */
function isCaption(text: string): boolean {
  const rest = columns(text) > WIDEST_CAPTION ? undefined : readLabel(text, false)?.rest.trim();
  if (rest === undefined || /[。！？!?,，、;；:：]/u.test(rest)) return false;
  return rest.split(/\s+/u).length <= 3;
}

/** Tells whether a place bears the number of a provision, an item or an appendix rather than of a chapter. */
export function isProvision(numbers: OwnNumbers, { section, paragraphs }: NamedPlace): boolean {
  const bearer = numbers.find((each) => each.section === section && !each.paragraphs);
  return paragraphs !== undefined || (bearer !== undefined && rankOf(bearer.number) > 2);
}

/** The paragraphs of a place itself. */
export function paragraphsOf({ section, paragraphs }: NamedPlace): readonly Paragraph[] {
  if (paragraphs) return section.paragraphs.slice(paragraphs.from - 1, paragraphs.to);
  return [...allSections([section])].flatMap((each) => each.paragraphs);
}

function quoteEach(article: Article, spans: readonly Span[]): Quote[] {
  return spans.flatMap((span) => quoteSpan(article, span) ?? []);
}

interface Covering {
  readonly section: Section;
  readonly numbers: OwnNumbers;
  readonly bearer: Bearer | undefined;
}

/** A section with its subsections; where headings are not nested, what follows up to the next of its level. */
function coveredSections({ sections }: Article, { section, numbers, bearer }: Covering): readonly Section[] {
  const own = [...allSections([section])];
  if (!bearer || own.some(({ paragraphs }) => paragraphs.length > 0)) return own;
  const rank = rankOf(bearer.number);
  const following = [...allSections(sections)].filter(({ span }) => span.start > section.span.start);
  const end = following.findIndex((each) => {
    const other = numbers.find((bears) => bears.section === each && !bears.paragraphs);
    return other === undefined || rankOf(other.number) <= rank;
  });
  return end === -1 ? following : following.slice(0, end);
}
