import type { Span } from "./span.ts";
import { splitsCodePoint } from "./span.ts";

declare const verbatim: unique symbol;

/** Text that is exactly a slice of a source. Only `cutVerbatim` makes one. */
export type Verbatim = string & { readonly [verbatim]: true };

/**
 * Cuts a quote from the untouched source: the one place where a span becomes text.
 *
 * @throws RangeError when the span is empty, lies outside the source, or would cut a character in two.
 */
export function cutVerbatim(source: string, span: Span): Verbatim {
  if (span.start < 0 || span.end > source.length || span.start >= span.end) {
    throw new RangeError(`span ${span.start}–${span.end} lies outside 0–${source.length}`);
  }
  if (splitsCodePoint(source, span.start) || splitsCodePoint(source, span.end)) {
    throw new RangeError(`span ${span.start}–${span.end} cuts a character in two`);
  }
  return source.slice(span.start, span.end) as Verbatim;
}

/**
 * Asserts, right before something is sent, that a quote still equals its slice of the source.
 *
 * @throws Error naming the span when it does not.
 */
export function assertVerbatim(source: string, { start, end }: Span, text: string): void {
  if (start < 0 || end - start !== text.length || !source.startsWith(text, start)) {
    throw new Error(`quote differs from the source at ${start}–${end}`);
  }
}
