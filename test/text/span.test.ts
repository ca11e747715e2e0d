import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains, mergeSpans, overlaps, type Span, splitsCodePoint, trimSpan } from "../../src/text/span.ts";
import { arbitraryText } from "../support/arbitrary-text.ts";

function covers(list: readonly Span[], offset: number): boolean {
  return list.some(({ start, end }) => start <= offset && offset < end);
}

const span = (start: number, end: number): Span => ({ start, end });

describe("contains", () => {
  test.for([
    { name: "itself", inner: span(2, 6), holds: true },
    { name: "what lies within", inner: span(3, 5), holds: true },
    { name: "an empty span at its end", inner: span(6, 6), holds: true },
    { name: "not what begins before", inner: span(1, 4), holds: false },
    { name: "not what ends behind", inner: span(4, 7), holds: false },
  ])("$name", ({ inner, holds }) => {
    expect(contains(span(2, 6), inner)).toBe(holds);
  });
});

describe("overlaps", () => {
  test.for([
    { name: "a shared code unit", other: span(5, 8), holds: true },
    { name: "a span within", other: span(3, 4), holds: true },
    { name: "not a span that only touches", other: span(6, 8), holds: false },
    { name: "not an earlier one", other: span(0, 2), holds: false },
  ])("$name", ({ other, holds }) => {
    expect(overlaps(span(2, 6), other)).toBe(holds);
    expect(overlaps(other, span(2, 6))).toBe(holds);
  });
});

describe("mergeSpans", () => {
  test.for([
    { name: "nothing of nothing", spans: [], merged: [] },
    { name: "puts spans in reading order", spans: [span(5, 6), span(1, 2)], merged: [span(1, 2), span(5, 6)] },
    { name: "joins overlapping ones", spans: [span(1, 4), span(2, 6)], merged: [span(1, 6)] },
    { name: "joins touching ones", spans: [span(1, 4), span(4, 6)], merged: [span(1, 6)] },
    { name: "keeps a long one around a short one", spans: [span(1, 9), span(2, 3)], merged: [span(1, 9)] },
    { name: "drops repetitions", spans: [span(1, 2), span(1, 2)], merged: [span(1, 2)] },
  ])("$name", ({ spans, merged }) => {
    expect(mergeSpans(spans)).toEqual(merged);
  });

  test("covers what the spans cover, with gaps between", () => {
    const any = fc.tuple(fc.nat(40), fc.nat(8)).map(([start, length]) => span(start, start + length + 1));
    fc.assert(
      fc.property(fc.array(any), (spans) => {
        const merged = mergeSpans(spans);
        for (let offset = 0; offset < 50; offset += 1) expect(covers(merged, offset)).toBe(covers(spans, offset));
        const gaps = merged.slice(1).map(({ start }, index) => start - (merged[index]?.end ?? 0));
        expect(gaps.filter((gap) => gap <= 0)).toEqual([]);
      }),
    );
  });
});

describe("trimSpan", () => {
  test.for([
    { name: "spaces and tabs", source: " \t一 二\t ", trimmed: "一 二" },
    { name: "breaks of every kind", source: "\r\n\u2028a\u2029\v\f\n", trimmed: "a" },
    { name: "no-break, ideographic and narrow spaces", source: "\u00a0\u3000\u202fa\u00a0", trimmed: "a" },
    { name: "byte order marks", source: "\ufeffa\ufeff", trimmed: "a" },
    { name: "nothing else", source: "\u200ba\u200d", trimmed: "\u200ba\u200d" },
    { name: "all of a blank text", source: " \n\t", trimmed: "" },
    { name: "nothing of an empty text", source: "", trimmed: "" },
  ])("takes off $name", ({ source, trimmed }) => {
    const { start, end } = trimSpan(source, span(0, source.length));
    expect(source.slice(start, end)).toBe(trimmed);
  });

  test("does as trim does", () => {
    fc.assert(
      fc.property(arbitraryText, (source) => {
        const { start, end } = trimSpan(source, span(0, source.length));
        expect(source.slice(start, end)).toBe(source.trim());
      }),
    );
  });
});

describe("splitsCodePoint", () => {
  test.for([
    { name: "in the middle of a pair", source: "a😀b", offset: 2, splits: true },
    { name: "not before a pair", source: "a😀b", offset: 1, splits: false },
    { name: "not behind a pair", source: "a😀b", offset: 3, splits: false },
    { name: "not at the ends", source: "😀", offset: 2, splits: false },
    { name: "not between two lone halves the wrong way round", source: "\ude00\ud83d", offset: 1, splits: false },
    { name: "not behind a lone half", source: "\ud83da", offset: 1, splits: false },
  ])("$name", ({ source, offset, splits }) => {
    expect(splitsCodePoint(source, offset)).toBe(splits);
  });
});
