import type { Span } from "../../text/span.ts";
import type { LeftOutReason, ParagraphKind } from "../article.ts";

/** One piece of a source, in reading order; blocks never overlap. */
export type Block =
  /** The article's own title, where a format can tell it from a heading. */
  | { readonly kind: "title"; readonly span: Span }
  | {
      readonly kind: "heading";
      /** The heading's text, without marks such as `##` and without white space around it. */
      readonly span: Span;
      /** 1 is the highest level. Plain text has one level only. */
      readonly depth: number;
    }
  | {
      readonly kind: "paragraph";
      readonly paragraphKind: ParagraphKind;
      /** From the first to the last visible character, with inline marks that belong to them. */
      readonly span: Span;
      /** The parts a reader sees, in reading order; sentence ends and search terms are looked for only here. */
      readonly visible: readonly Span[];
      /** Inline elements (emphasis, links, code) with their marks: a sentence that takes all an element shows takes its marks too. */
      readonly inline: readonly Span[];
    }
  | { readonly kind: "left-out"; readonly span: Span; readonly reason: LeftOutReason };

export interface ParsedSource {
  readonly blocks: readonly Block[];
  /** What the source says of itself outside its text, such as a front matter's `title`. */
  readonly title?: string;
}

/** What a format may be told about one article. */
export interface FormatOptions {
  /** Lines (compared without white space around them) that are never content. */
  readonly leaveOut: readonly string[];
  /** Lines that are content whatever the rules say. */
  readonly keep: readonly string[];
}

/** One way to write an article. */
export interface ArticleFormat {
  readonly name: string;
  /** Finds the blocks of a source; never throws on any text. */
  parse(source: string, options: FormatOptions): ParsedSource;
}
