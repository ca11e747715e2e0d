import type { Article, Section } from "../article/article.ts";
import { cutQuote } from "../article/shown-parts.ts";
import { remember } from "../languages/remember.ts";
import { joinShown } from "../text/shown-part.ts";
import type { Span } from "../text/span.ts";
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

/** Parts a section's own paragraphs into pages; pages end between sentences only. Made once for each section. */
export function sectionPages(article: Article, section: Section): readonly SectionPage[] {
  return pagesOf(article).now(section);
}

/** Makes the same pages a little at a time. */
export async function prepareSectionPages(article: Article, section: Section, pause: Pause): Promise<void> {
  await pagesOf(article).gently(section, pause);
}

const pagesOf = remember((article: Article) => rememberSteps((section: Section) => partInSteps(article, section)));

function* partInSteps(article: Article, section: Section): Steps<readonly SectionPage[]> {
  const pages: SectionPage[] = [];
  let pieces: PagePiece[] = [];
  let length = 0;
  const endPage = () => {
    if (pieces.length > 0) pages.push({ kind: "text", pieces });
    [pieces, length] = [[], 0];
  };
  for (const [paragraphIndex, paragraph] of section.paragraphs.entries()) {
    for (const [index, { span }] of paragraph.sentences.entries()) {
      yield;
      const piece = { paragraph: paragraphIndex + 1, firstSentence: index + 1, sentences: [span] };
      const own = writtenLength(article, span);
      if (own > pageLength) {
        endPage();
        pages.push({ kind: "too-long", piece });
        continue;
      }
      if (length + own + paragraphFrame > pageLength) endPage();
      const last = pieces.at(-1);
      if (last?.paragraph === piece.paragraph) {
        pieces = [...pieces.slice(0, -1), { ...last, sentences: [...last.sentences, span] }];
      } else {
        pieces.push(piece);
        length += paragraphFrame;
      }
      length += own;
    }
  }
  endPage();
  return pages;
}

/** The page that a place stands on, counted from 0. */
export function pageWith(pages: readonly SectionPage[], paragraph: number, sentence: number): number {
  const isHere = (piece: PagePiece) =>
    piece.paragraph === paragraph && sentence < piece.firstSentence + piece.sentences.length;
  const found = pages.findIndex((page) => (page.kind === "text" ? page.pieces.some(isHere) : isHere(page.piece)));
  return Math.max(0, found);
}

/** What may not be sent is as good as too long. */
function writtenLength(article: Article, span: Span): number {
  const text = joinShown(cutQuote(article, span).shown);
  if (!text.isWellFormed()) return Number.POSITIVE_INFINITY;
  const lines = text.split(/\r\n?|\n/u).map((line) => `> ${escapeLine(line)}`);
  return lines.join("\n").length + sentenceFrame;
}
