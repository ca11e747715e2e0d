import type { Article, Paragraph, Section } from "../article/article.ts";
import { cutQuote } from "../article/shown-parts.ts";
import { visibleParts } from "../article/visible-parts.ts";
import { rememberOpened } from "../article/remember-opened.ts";
import { joinShown } from "../text/shown-part.ts";
import { type Span, trimSpan } from "../text/span.ts";
import { type Pause, rememberSteps, type Steps } from "../text/steps.ts";
import { escapeLine } from "./escape.ts";

/** A run of sentences of one paragraph. */
export interface PagePiece {
  /** Counted from 1, and the first of the sentences likewise. */
  readonly paragraph: number;
  readonly firstSentence: number;
  readonly sentences: readonly Span[];
}

export type SectionPage =
  | { readonly kind: "text"; readonly pieces: readonly PagePiece[] }
  /** One sentence that is longer than a page. */
  | { readonly kind: "too-long"; readonly piece: PagePiece };

/** Escaped text with its marks; the rest of a message is for heading and footer. */
const pageLength = 1300;
/** What a paragraph's number and a sentence's number take. */
const paragraphFrame = 12;
const sentenceFrame = 4;

/** Parts a section's own paragraphs into pages, once for each section; pages end between sentences only. */
export function sectionPages(article: Article, section: Section): readonly SectionPage[] {
  return pagesIn(article).now(section);
}

/** Makes the same pages a little at a time. */
export async function prepareSectionPages(article: Article, section: Section, pause: Pause): Promise<void> {
  await pagesIn(article).gently(section, pause);
}

const pagesIn = rememberOpened((article: Article) => rememberSteps((section: Section) => cutPages(article, section)));

function* cutPages(article: Article, section: Section): Steps<readonly SectionPage[]> {
  const pages: SectionPage[] = [];
  let pieces: (PagePiece & { readonly sentences: Span[] })[] = [];
  let length = 0;
  const endPage = () => {
    if (pieces.length > 0) pages.push({ kind: "text", pieces });
    [pieces, length] = [[], 0];
  };
  for (const [paragraphIndex, paragraph] of section.paragraphs.entries()) {
    for (const [index, { span }] of paragraph.sentences.entries()) {
      yield;
      const own = writtenLength(shownOf(article, paragraph, span));
      if (own > pageLength) {
        endPage();
        pages.push({ kind: "too-long", piece: pieceFrom(paragraphIndex, index, span) });
        continue;
      }
      if (length + own + paragraphFrame > pageLength) endPage();
      const last = pieces.at(-1);
      if (last?.paragraph === paragraphIndex + 1) last.sentences.push(span);
      else {
        pieces.push(pieceFrom(paragraphIndex, index, span));
        length += paragraphFrame;
      }
      length += own;
    }
  }
  endPage();
  return pages;
}

function pieceFrom(paragraph: number, sentence: number, span: Span) {
  return { paragraph: paragraph + 1, firstSentence: sentence + 1, sentences: [span] };
}

/** The page that a place stands on, counted from 0. */
export function pageWith(pages: readonly SectionPage[], paragraph: number, sentence: number): number {
  const isHere = (piece: PagePiece) =>
    piece.paragraph === paragraph && sentence < piece.firstSentence + piece.sentences.length;
  const found = pages.findIndex((page) => (page.kind === "text" ? page.pieces.some(isHere) : isHere(page.piece)));
  return Math.max(0, found);
}

/** What is shown of a sentence; most are seen in one piece, which needs no cutting. */
function shownOf(article: Article, paragraph: Paragraph, span: Span): string {
  const [seen, ...others] = visibleParts(paragraph, span);
  if (!seen || others.length > 0) return joinShown(cutQuote(article, span).shown);
  const { start, end } = trimSpan(article.text, seen);
  return start < end ? article.text.slice(start, end) : joinShown(cutQuote(article, span).shown);
}

/** What may not be sent is as good as too long. */
function writtenLength(text: string): number {
  if (!text.isWellFormed()) return Number.POSITIVE_INFINITY;
  const lines = /[\r\n]/u.test(text) ? text.split(/\r\n?|\n/u) : [text];
  // Behind each mark stands the line, and between two lines their break.
  return lines.reduce((length, line) => length + 3 + escapeLine(line).length, -1) + sentenceFrame;
}
