/** A half-open range of UTF-16 offsets into the source text exactly as it was read. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Tells whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Tells whether two spans share at least one code unit. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Joins overlapping and touching spans; the result is in reading order. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
      continue;
    }
    merged.push(span);
  }
  return merged;
}

/** Narrows a span so that it neither begins nor ends with white space; an all-blank span becomes empty. */
export function trimSpan(source: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(source, start)) start += 1;
  while (end > start && isBlank(source, end - 1)) end -= 1;
  return { start, end };
}

/** Tells whether the code unit at `offset` is white space or a byte order mark. */
function isBlank(source: string, offset: number): boolean {
  return /[\s\uFEFF]/u.test(source.charAt(offset));
}

/** Tells whether `offset` would cut a surrogate pair in two. */
export function splitsCodePoint(source: string, offset: number): boolean {
  return (
    offset > 0 &&
    offset < source.length &&
    /[\uD800-\uDBFF]/.test(source.charAt(offset - 1)) &&
    /[\uDC00-\uDFFF]/.test(source.charAt(offset))
  );
}
