import type { Span } from "../../text/span.ts";
import type { Landmark, LeftOutReason, ParagraphKind } from "../article.ts";

/** One piece of a source, in reading order; blocks never overlap. */
export type Block =
  /** The article's own title, where a format can tell it from a heading. */
  | { readonly kind: "title"; readonly span: Span; readonly visible?: readonly Span[] }
  | {
      readonly kind: "heading";
      /** The heading's text, without marks such as `##` and without white space around it. */
      readonly span: Span;
      /** 1 is the highest level. */
      readonly depth: number;
      /** The parts a reader sees; absent where that is all of it. */
      readonly visible?: readonly Span[];
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
      /** The rows of a table, or its lines, each a sentence, where they are others than the lines of the source. */
      readonly lines?: readonly Span[];
      /** Why what stands between its sentences is left out; `markup` where nothing is said. */
      readonly bare?: LeftOutReason;
    }
  | { readonly kind: "left-out"; readonly span: Span; readonly reason: LeftOutReason };

export interface ParsedSource {
  readonly blocks: readonly Block[];
  /** What the source says of itself outside its text, such as a front matter's `title`. */
  readonly title?: string | undefined;
  /** The format tells titles from headings by itself: where it found none, no heading is taken for one. */
  readonly knowsTitles?: true;
  readonly landmarks?: readonly Landmark[];
}

/** What was read out of a file that is not its own text. */
export interface ExtractedSource extends ParsedSource {
  readonly text: string;
  /** What was guessed or left away, to be shown as it is. */
  readonly notes: readonly string[];
}

/** What a format may be told about one article. */
export interface FormatOptions {
  /** Lines (compared without white space around them) that are never content. */
  readonly leaveOut: readonly string[];
  /** Lines that are content whatever the rules say. */
  readonly keep: readonly string[];
}

/** A way to write an article in which the file's text is the source itself. */
export interface TextFormat {
  readonly kind: "text";
  readonly name: string;
  /** Finds the blocks of a source; never throws on any text. */
  parse(source: string, options: FormatOptions): ParsedSource;
}

/** A file as a format gets it. */
export interface SourceFile {
  /** As errors show it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ExtractionOptions extends FormatOptions {
  /** A text longer than this (in UTF-16 code units) is refused, as soon as it is known to be. */
  readonly longestText: number;
}

/** A kind of file that a text is read out of. */
export interface FileFormat {
  readonly kind: "file";
  readonly name: string;
  /**
   * Reads out the text with its blocks; fetches nothing, runs nothing and takes bounded memory.
   *
   * @throws ArticleError when the file is broken, encrypted, without text, or expands too much.
   */
  extract(file: SourceFile, options: ExtractionOptions): Promise<ExtractedSource>;
}

export type ArticleFormat = TextFormat | FileFormat;
