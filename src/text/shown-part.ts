import type { Span } from "./span.ts";
import type { Verbatim } from "./verbatim.ts";

/**
 * A part of a quote as readers see it; between two of them stands what shows nothing: stars, addresses, the `>` of a
 * line, a page's header.
 */
export interface ShownPart {
  readonly span: Span;
  /** Exactly the source's slice of the span. */
  readonly text: Verbatim;
  /** Stands before the part where white space parts it from the one before: all that is ever added to a quote. */
  readonly before: "" | " " | "\n";
}

/** What readers see of a quote: its parts, one after the other. */
export function joinShown(parts: readonly ShownPart[]): string {
  let shown = "";
  for (const { before, text } of parts) shown += before + text;
  return shown;
}

/** Where a stretch of the source stands in what is shown, as a span of the joined text; absent where none of it is shown. */
export function shownSpan(parts: readonly ShownPart[], { start, end }: Span): Span | undefined {
  let found: Span | undefined;
  let at = 0;
  for (const { span, before } of parts) {
    at += before.length;
    const [from, to] = [Math.max(start, span.start), Math.min(end, span.end)];
    if (from < to) found = { start: found?.start ?? at + from - span.start, end: at + to - span.start };
    at += span.end - span.start;
  }
  return found;
}
