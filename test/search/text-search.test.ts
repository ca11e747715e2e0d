import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexTexts, MOST_SHARED, scanTexts, type TextSearch } from "../../src/search/text-search.ts";
import type { TextFacts } from "../../src/search/sentence-ties.ts";

function textOf(text: string): TextFacts {
  const terms = text.split(/[ ,]/u).filter((term) => term !== "");
  return { text, terms: new Set(terms), alone: text.slice(0, 2), edges: text.slice(1, 4), quantities: [] };
}

/** All that a search tells of some texts, by a term, a stretch and another text. */
function tellAll(search: TextSearch, texts: number, asked: string) {
  const [counts, ideographs] = [new Uint16Array(texts), new Uint16Array(texts)];
  const [places, lengths] = [new Int32Array(texts).fill(-1), new Int32Array(Math.ceil(texts / 2))];
  const isAny = search.countTerm(asked, counts);
  search.placeIdeograph(asked.slice(0, 1) || "x", ideographs);
  search.placeStretch(asked, places);
  search.measureShared(asked, lengths);
  const held = Array.from({ length: 2 }, () => new Float64Array(texts).fill(0.3, 0, 2));
  for (const [value, column] of [0.2, 0.7].map((each, place) => [each, held[place] ?? new Float64Array()] as const)) {
    search.raiseTerm(asked, value, column);
    search.raiseStretch(asked, value - 0.1, column);
  }
  return { isAny, held, counts: [...counts], ideographs: [...ideographs], places: [...places], lengths: [...lengths] };
}

const written = fc.string({ unit: fc.constantFrom("a", "b", "c", " ", "茶", "水", "的", "😀"), maxLength: 30 });

test("an index tells just what looking through all texts does", () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 8 }), written, (all, asked) => {
      const texts = all.map(textOf);
      expect(tellAll(indexTexts(texts), texts.length, asked)).toEqual(tellAll(scanTexts(texts), texts.length, asked));
    }),
    { numRuns: 500 },
  );
});

describe.each([
  { way: "indexed", search: indexTexts },
  { way: "looked through", search: scanTexts },
])("$way texts", ({ search }) => {
  test.for([
    { name: "abcd", other: "xbcy", length: 2 },
    { name: "abcd", other: "abcd", length: 4 },
    { name: "ab", other: "ba", length: 1 },
    { name: "abab", other: "abc", length: 2 },
    { name: "a", other: "b", length: 0 },
    { name: "", other: "a", length: 0 },
    { name: "abcdefghijklmnop", other: "abcdefghijklmnop", length: MOST_SHARED },
  ])("“$name” shares $length with “$other”", ({ name, other, length }) => {
    const lengths = new Int32Array(1);
    search([textOf(other)]).measureShared(name, lengths);
    expect([...lengths]).toEqual([length]);
  });

  test("hold a stretch within one text only, and where it stands first", () => {
    const places = new Int32Array(3).fill(-1);
    search([textOf("xab"), textOf("cab ab"), textOf("")]).placeStretch("ab", places);
    expect([...places]).toEqual([1, 1, -1]);
    places.fill(-1);
    search([textOf("xab"), textOf("cab ab"), textOf("")]).placeStretch("abc", places);
    expect([...places]).toEqual([-1, -1, -1]);
  });

  test("hold more where a term or a stretch stands, and never less", () => {
    const texts = search([textOf("ab c"), textOf("xab"), textOf("c")]);
    const held = Float64Array.of(0, 0.9, 0.5);
    texts.raiseTerm("ab", 0.6, held);
    expect([...held]).toEqual([0.6, 0.9, 0.5]);
    texts.raiseStretch("ab", 0.8, held);
    expect([...held]).toEqual([0.8, 0.9, 0.5]);
  });

  test("that are longer than an index lists are looked through", () => {
    const places = new Int32Array(2).fill(-1);
    search([textOf("a".repeat(70_000)), textOf("aab")]).placeStretch("ab", places);
    expect([...places]).toEqual([-1, 1]);
  });
});
