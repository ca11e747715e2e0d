import type { Span } from "../../text/span.ts";
import type { LeftOutReason, ParagraphKind } from "../article.ts";

/** A row of a table or a line within one: its cells, each as the parts that tags and attributes leave of it. */
export type TableRow = readonly (readonly Span[])[];

/** A piece of a Markdown source whose inline marks (stars, links) are not read yet. */
export type Leaf =
  | {
      readonly kind: "text";
      readonly paragraphKind: ParagraphKind;
      /** Absent for a paragraph. */
      readonly depth?: number | undefined;
      /** In reading order; a part holds the line break at its end. */
      readonly parts: readonly Span[];
      /** Stands between blank lines, and in no list, quote or element. */
      readonly alone: boolean;
      /** Elements of HTML within it, with their tags. */
      readonly elements: readonly Span[];
      /** The parts of it that links to places of the page itself take, where they are written as HTML. */
      readonly local: readonly Span[];
    }
  | { readonly kind: "code"; readonly parts: readonly Span[] }
  | { readonly kind: "table"; readonly rows: readonly TableRow[] }
  | { readonly kind: "left-out"; readonly span: Span; readonly reason: LeftOutReason };
