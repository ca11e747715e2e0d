import { contains, type Span } from "../text/span.ts";
import type { Article, Section } from "./article.ts";
import { lineAt, sourceLine } from "./source-lines.ts";
import type { Place, Reference } from "./reference.ts";

/** The title first: in Markdown it may be a heading. */
function referenceToHead(article: Article, span: Span): Reference | undefined {
  const isIt = (other: Span | undefined): boolean => other?.start === span.start && other.end === span.end;
  if (isIt(article.titleSpan)) return head([0]);
  const section = sectionAt(article.sections, span.start);
  if (section && isIt(section.heading)) return head(section.number);
  if (!article.leftOut.some((each) => contains(each.span, span))) return undefined;
  const [from, to] = [lineAt(article.text, span.start), lineAt(article.text, span.end)];
  if (sourceLine(article.text, from)?.start !== span.start || sourceLine(article.text, to)?.end !== span.end)
    return undefined;
  return { section: [0], parts: [{ kind: "sentences", from: linePlace(from), to: linePlace(to) }] };
}

function linePlace(line: number): Place {
  return { paragraph: 0, sentence: line };
}

function head(section: readonly number[]): Reference {
  return { section, parts: [{ kind: "paragraphs", from: 0, to: 0 }] };
}

interface SectionPlace extends Place {
  readonly section: Section;
}

/**
 * Names a span that covers whole sentences of one section, a heading, the title, or a line of what is left out; gives
 * nothing for any other span.
 *
 * Always counts sentences, even where they fill a paragraph, so that the reference shows how much is quoted. Every
 * level is in reading order, so a binary search a level is enough and nothing has to be indexed beforehand.
 */
export function referenceTo(article: Article, span: Span): Reference | undefined {
  return referenceToSentences(article, span) ?? referenceToHead(article, span);
}

function referenceToSentences(article: Article, span: Span): Reference | undefined {
  const from = placeAt(article, span.start);
  const to = placeAt(article, span.end - 1);
  if (!from || !to || from.section !== to.section) return undefined;
  if (sentenceSpan(from)?.start !== span.start || sentenceSpan(to)?.end !== span.end) return undefined;
  return { section: from.section.number, parts: [{ kind: "sentences", from: bare(from), to: bare(to) }] };
}

function placeAt(article: Article, offset: number): SectionPlace | undefined {
  const section = sectionAt(article.sections, offset);
  const paragraph = section ? indexAt(section.paragraphs, offset) : -1;
  const sentence = indexAt(section?.paragraphs[paragraph]?.sentences ?? [], offset);
  if (!section || sentence < 0) return undefined;
  return { section, paragraph: paragraph + 1, sentence: sentence + 1 };
}

/** The innermost section that holds the offset. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  const section = sections[indexAt(sections, offset)];
  return section && (sectionAt(section.sections, offset) ?? section);
}

/** The index of the item whose span holds the offset, or -1; the items are in reading order. */
export function indexAt(items: readonly { readonly span: Span }[], offset: number): number {
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((items[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const item = items[low];
  return item && item.span.start <= offset && offset < item.span.end ? low : -1;
}

function sentenceSpan(place: SectionPlace): Span | undefined {
  return place.section.paragraphs[place.paragraph - 1]?.sentences[place.sentence - 1]?.span;
}

function bare({ paragraph, sentence }: Place): Place {
  return { paragraph, sentence };
}
