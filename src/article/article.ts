import type { SynonymRule } from "../languages/synonyms.ts";
import type { Span } from "../text/span.ts";
import { joinParts } from "./visible-parts.ts";

/** The kinds of text that answer nothing; who asks for author, date or source is quoted them. */
export type LeftOutReason =
  | "breadcrumb"
  | "repeated-caption"
  | "footer"
  | "source-address"
  | "front-matter"
  | "markup"
  | "metadata"
  /** Running headers and footers, page numbers. */
  | "page-furniture"
  /** A table of contents. */
  | "contents"
  /** The fields above a mail. */
  | "mail-header"
  | "signature"
  /** The number and the times of a subtitle. */
  | "cue"
  | "advertisement";

export interface LeftOut {
  readonly span: Span;
  readonly reason: LeftOutReason;
}

export interface Sentence {
  readonly span: Span;
}

export type ParagraphKind = "prose" | "list-item" | "block-quote" | "code" | "table" | "verse";

export interface Paragraph {
  readonly kind: ParagraphKind;
  readonly span: Span;
  /** The visible parts of the paragraph: for plain text the whole span, for Markdown without marks and addresses. */
  readonly visible: readonly Span[];
  readonly sentences: readonly Sentence[];
}

export interface Section {
  /** `[2]` for the second section, `[2, 1]` for its first subsection; `[0]` is text before the first heading. */
  readonly number: readonly number[];
  /** The heading's text without marks around it; absent where text stands under no heading. */
  readonly heading?: Span;
  /** The parts of the heading that a reader sees; absent where that is all of it. */
  readonly headingVisible?: readonly Span[];
  readonly span: Span;
  /** Paragraphs of this section itself, not those of its subsections. */
  readonly paragraphs: readonly Paragraph[];
  readonly sections: readonly Section[];
}

export interface ArticleSource {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
}

/** A place that readers of the original know: `p. 12`, `ch. 3`, `0:14:02`. It reaches to the next one of its kind. */
export interface Landmark {
  readonly kind: "page" | "chapter" | "time";
  /** As the original names it: `12`, `xiv`, `3`, `0:14:02`. */
  readonly label: string;
  /** The offset into the article's text where it begins. */
  readonly start: number;
}

/** What the text was read out of, where the file is not the text itself. */
export interface Original {
  /** `PDF`, `HTML`, `plain text` … */
  readonly format: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** What was guessed or left away while reading, to be shown as it is: `read as GB18030, which was guessed`. */
  readonly notes: readonly string[];
}

export interface Article {
  readonly id: string;
  readonly title: string;
  /** Where the title stands in the text; absent where the metadata or the front matter names it. */
  readonly titleSpan?: Span;
  /** The parts of it that a reader sees; absent where that is all of it. */
  readonly titleVisible?: readonly Span[];
  /** BCP 47 language of the text: `zh` or `en`. */
  readonly language: string;
  readonly source: ArticleSource;
  /** When the text was published or last changed, as its metadata say: `2026`, `2026-11` or `2026-11-03`. */
  readonly date?: string | undefined;
  readonly attribution?: string | undefined;
  /** SHA-256 of the text (where the file is the text itself, of its bytes), in hexadecimal. */
  readonly version: string;
  /** The source exactly as read or as read out of `original`, without a byte order mark. Every span is an offset into it. */
  readonly text: string;
  /** Absent where the file is UTF-8 text and so the source itself. */
  readonly original?: Original;
  /** In the order of the text; absent where the original has none. */
  readonly landmarks?: readonly Landmark[];
  readonly sections: readonly Section[];
  readonly leftOut: readonly LeftOut[];
  /** What readers say for the words of this text alone; absent without a table beside it. */
  readonly synonyms?: readonly SynonymRule[];
}

/** Walks sections and their subsections in reading order. */
export function* allSections(sections: readonly Section[]): Generator<Section> {
  for (const section of sections) {
    yield section;
    yield* allSections(section.sections);
  }
}

/** What a reader sees of the heading; an empty string for a section without one. */
export function headingText({ text }: Article, { heading, headingVisible }: Section): string {
  return heading ? joinParts(text, headingVisible ?? [heading]) : "";
}

export interface ArticleCounts {
  readonly sections: number;
  readonly paragraphs: number;
  readonly sentences: number;
}

/** Counts what a section holds, its subsections included; the section itself counts as one. */
export function countContent(sections: readonly Section[]): ArticleCounts {
  let [count, paragraphs, sentences] = [0, 0, 0];
  for (const section of allSections(sections)) {
    count += 1;
    paragraphs += section.paragraphs.length;
    for (const paragraph of section.paragraphs) sentences += paragraph.sentences.length;
  }
  return { sections: count, paragraphs, sentences };
}
