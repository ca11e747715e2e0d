import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { buildIndexData } from "../../src/search/build-index-data.ts";
import { type IndexData, MOST_WITH_CHARACTERS, splitLines } from "../../src/search/index-data.ts";
import { memorySegment } from "../../src/search/memory-segment.ts";
import { countedText } from "../../src/search/open-mini-search.ts";
import { type Passage, passagesOf } from "../../src/search/passage.ts";
import { openPassageIndex, type PassageIndex, type WeightedTerm } from "../../src/search/passage-index.ts";
import { partByLanguage } from "../../src/search/part-by-language.ts";
import type { Postings } from "../../src/search/postings.ts";
import { MOST_COUNTED, type Segment } from "../../src/search/segment.ts";
import { createSegmentedIndex } from "../../src/search/segmented-index.ts";
import { findTerm, listTerms } from "../../src/search/term-table.ts";
import { whenLoaded } from "../../src/text/not-loaded.ts";
import { analyse } from "../support/analyse.ts";
import { parseChecked } from "../support/parse.ts";

/** A segment of some articles, wherever it lies. */
export interface OpenedSegment {
  readonly segment: Segment;
  /** Removes some of its articles by their ids; absent where that cannot be done. */
  readonly remove?: ((ids: readonly string[]) => Promise<Segment>) | undefined;
  readonly close?: (() => Promise<void>) | undefined;
}

export interface SegmentContract {
  /** So many made-up libraries are tried; each is opened once. */
  readonly runs?: number;
  /** In milliseconds, for each fact. */
  readonly patience?: number;
}

/**
 * What holds for every segment, wherever it lies.
 *
 * @param open makes a segment of articles, in their order, whose terms `analyse` of `test/support/analyse.ts` makes. Articles that it
 * gives may be other objects than these.
 */
export function describeSegments(
  open: (articles: readonly Article[]) => Promise<OpenedSegment>,
  { runs = 20, patience = 60_000 }: SegmentContract = {},
): void {
  async function withSegment(
    articles: readonly Article[],
    act: (opened: OpenedSegment) => Promise<void>,
  ): Promise<void> {
    const opened = await open(articles);
    try {
      await act(opened);
    } finally {
      await opened.close?.();
    }
  }

  test("places the passages of articles in their order", { timeout: patience }, async () => {
    await withSegment(few, async ({ segment }) => {
      const placed = few.map((article) => [article.id, article.title, article.language, passagesOf(article).length]);
      expect(
        segment.articles.map(({ article: { id, title, language }, passages }) => [id, title, language, passages]),
      ).toEqual(placed);
      expect(segment.articles.map(({ first }) => first)).toEqual(firstPlaces(few));
      const passages = few.flatMap(passagesOf);
      expect([segment.passages, segment.places]).toEqual([passages.length, passages.length]);
      for (const [place, passage] of passages.entries()) {
        expect(describePassage(await whenLoaded(() => segment.passage(place)))).toEqual(describePassage(passage));
      }
      expect(await whenLoaded(() => segment.passage(passages.length))).toBeUndefined();
    });
  });

  test("gives the same passages by place and by article", { timeout: patience }, async () => {
    await withSegment(few, async ({ segment }) => {
      for (const { article, first, passages } of segment.articles) {
        const { byArticle, byPlace } = await whenLoaded(() => ({
          byArticle: segment.passagesOf(article),
          byPlace: Array.from({ length: passages }, (_, at) => segment.passage(first + at)),
        }));
        expect(byArticle.length).toBe(passages);
        for (const [at, passage] of byArticle.entries()) {
          expect(byPlace[at]).toBe(passage);
          expect(passage.article).toBe(article);
        }
      }
    });
  });

  test("opens articles to the letter", { timeout: patience }, async () => {
    await withSegment(few, async ({ segment }) => {
      for (const [at, { article }] of segment.articles.entries()) {
        expect(await whenLoaded(() => ({ ...article }))).toEqual(few[at]);
      }
    });
  });

  test("has no passage and no term of no article", { timeout: patience }, async () => {
    await withSegment([], async ({ segment }) => {
      expect([segment.passages, segment.articles.length]).toEqual([0, 0]);
      expect(segment.vocabulary.numberOf("茶")).toBe(-1);
      expect(await search(createSegmentedIndex([segment]), [{ text: "茶", weight: 1 }])).toEqual([]);
    });
  });

  test(
    "counts and places every term of a small library, and finds in it what MiniSearch finds",
    {
      timeout: patience,
    },
    async () => {
      expect.hasAssertions();
      await fc.assert(
        fc.asyncProperty(libraries, fc.array(questions, { minLength: 5, maxLength: 5 }), (articles, asked) =>
          withSegment(articles, async ({ segment }) => {
            await expectSame(segment, articles);
            await expectFound([segment], { articles, asked });
          }),
        ),
        { numRuns: runs },
      );
    },
  );

  test(
    "counts, places and finds in a large library as MiniSearch does, where single ideographs tell nothing",
    {
      timeout: patience,
    },
    async () => {
      const [articles] = fc.sample(largeLibraries, { numRuns: 1, seed: 7 });
      const asked = fc.sample(questions, { numRuns: 25, seed: 7 });
      if (!articles) throw new RangeError("no library was made up");
      expect(articles.flatMap(passagesOf).length).toBeGreaterThan(MOST_WITH_CHARACTERS);

      await withSegment(articles, async ({ segment }) => {
        expect(segment.hasCharacters).toBe(false);
        await expectSame(segment, articles);
        await expectFound([segment], { articles, asked });
      });
    },
  );

  test("finds together with what is in memory what one index finds", { timeout: patience }, async () => {
    expect.hasAssertions();
    const more = parseChecked("# 补充\n\n祁门红茶也在船上喝。\n\nThe harbour sells tea.", { metadata: { id: "more" } });
    const inMemory = memorySegment(passagesOf(more), buildIndexData(passagesOf(more), analyse));
    const asked = fc.sample(questions, { numRuns: 30, seed: 3 });
    await withSegment(few, ({ segment }) => expectFound([segment, inMemory], { articles: [...few, more], asked }));
  });

  test("finds in some of its articles what an index of these finds", { timeout: patience }, async () => {
    expect.hasAssertions();
    const asked = fc.sample(questions, { numRuns: 30, seed: 4 });
    await withSegment(few, async ({ segment }) => {
      for (const ids of [["a0"], ["a1", "a3"], ["a0", "a1", "a2"]]) {
        const only = new Set(segment.articles.map(({ article }) => article).filter(({ id }) => ids.includes(id)));
        await expectFound([segment], { articles: few.filter(({ id }) => ids.includes(id)), asked, only });
      }
    });
  });

  test("forgets articles that are removed", { timeout: patience }, async ({ skip }) => {
    await withSegment(few, async ({ remove }) => {
      if (!remove) return skip("articles cannot be removed");
      const gone = ["a1", "a2"];
      const segment = await remove(gone);
      const articles = few.filter(({ id }) => !gone.includes(id));
      expect(segment.articles.map(({ article: { id } }) => id)).toEqual(articles.map(({ id }) => id));
      expect(segment.passages).toBe(articles.flatMap(passagesOf).length);
      await expectCounts(segment, describe(articles));
      await expectFound([segment], { articles, asked: fc.sample(questions, { numRuns: 30, seed: 5 }) });
      const { vocabulary } = createSegmentedIndex([segment]);
      const own = new Set(listTerms(describe(articles).terms));
      for (const term of listTerms(describe(few).terms))
        expect([term, vocabulary.has(term)]).toEqual([term, own.has(term)]);
    });
  });
}

const pools = {
  zh: ["茶", "红茶", "龙井", "祁门", "杭州", "热水", "出产", "云南", "咖啡", "2024年", "5元", "船", "什么时候", "蒸"],
  en: ["tea", "ferry", "harbour", "ticket", "black", "served", "constructor", "__proto__", "don't", "Kyoto", "1998"],
};
const zhSentence = fc
  .array(fc.constantFrom(...pools.zh, "tea"), { minLength: 1, maxLength: 14 })
  .map((words) => `${words.join("")}。`);
const enSentence = fc
  .array(fc.constantFrom(...pools.en, "红茶"), { minLength: 1, maxLength: 14 })
  .map((words) => `${words.join(" ")}.`);
const headingLines = fc.constantFrom("# 茶", "## 红茶与咖啡", "# Ferry", "## Tickets and tea", "### 2024年的船");
const asking = fc.constantFrom(
  "问:红茶在哪里出产?\n\n答:祁门出产红茶。",
  "Q: When does the ferry leave?\n\nA: At nine.",
);

function texts(sentences: fc.Arbitrary<string>, longest: number): fc.Arbitrary<string> {
  const paragraph = fc.array(sentences, { minLength: 1, maxLength: 4 }).map((each) => each.join(" "));
  const block = fc.oneof(
    { weight: 6, arbitrary: paragraph },
    { weight: 2, arbitrary: headingLines },
    { weight: 1, arbitrary: asking },
  );
  const blocks = fc.array(block, { minLength: 1, maxLength: longest, size: "max" });
  return fc.tuple(paragraph, blocks).map(([first, others]) => [first, ...others].join("\n\n"));
}

const someTexts = (longest: number) => fc.oneof(texts(zhSentence, longest), texts(enSentence, longest));
const libraries = fc.array(someTexts(9), { minLength: 1, maxLength: 4 }).map(parseAll);
const largeLibraries = fc
  .array(fc.array(someTexts(12), { minLength: 20, maxLength: 20 }), { minLength: 10, maxLength: 10 })
  .map((parts) => parseAll(parts.map((part) => part.join("\n\n"))));

const words = [...pools.zh, ...pools.en.map((word) => word.toLowerCase()), "ferri", "井", "门红", "nowhere", "没有"];
const questions = fc.uniqueArray(
  fc.record({ text: fc.constantFrom(...words), weight: fc.constantFrom(1, 0.7, 0.3, 0.49, 0) }),
  { selector: ({ text }) => text, minLength: 1, maxLength: 9 },
);

const few = parseAll([
  "# 茶\n\n龙井茶出产在杭州。龙井龙井龙井龙井龙井龙井。\n\n## 红茶\n\n祁门红茶出产在安徽。",
  "# Ferry\n\nThe ferry leaves the harbour at nine. Tea is served.\n\n## Tickets\n\nA ticket is 5 dollars.",
  "# 咖啡\n\n咖啡出产在云南 (coffee)。\n\n问:咖啡什么时候喝?\n\n答:早上喝。",
  "Harbour\n\nThe harbour of Kyoto has no ferry.\n\nA line without an end",
]);

function parseAll(sources: readonly string[]): Article[] {
  return sources.map((text, at) => parseChecked(text, { metadata: { id: `a${at}` } }));
}

function firstPlaces(articles: readonly Article[]): number[] {
  let next = 0;
  return articles.map((article) => {
    const first = next;
    next += passagesOf(article).length;
    return first;
  });
}

function describePassage(passage: Passage | undefined) {
  if (!passage) return undefined;
  const { article, sections, paragraph, sentences, firstSentence } = passage;
  return { id: article.id, sections: sections.map(({ number }) => number), paragraph, sentences, firstSentence };
}

/** What is known of articles, of each term no more than a segment tells. */
function describe(articles: readonly Article[]): IndexData {
  const data = buildIndexData(articles.flatMap(passagesOf), analyse);
  const text = countedText(data);
  const nothing = {
    starts: new Uint32Array(text.starts.length),
    passages: new Uint32Array(),
    counts: new Uint32Array(),
  };
  // Joined already, so that what is joined is bounded, too.
  return { ...data, text: bounded(text), characters: nothing, headings: bounded(data.headings) };
}

function bounded(postings: Postings): Postings {
  return { ...postings, counts: postings.counts.map((count) => Math.min(count, MOST_COUNTED)) };
}

async function expectSame(segment: Segment, articles: readonly Article[]): Promise<void> {
  const data = describe(articles);
  await expectCounts(segment, data);
  const terms = [...listTerms(data.terms)];
  const numbers = terms.map((term) => segment.vocabulary.numberOf(term));
  expect(new Set(numbers).size).toBe(terms.length);
  const postings = await whenLoaded(() => segment.postings(numbers));
  expect(postings.length).toBe(terms.length);
  for (const [at, term] of terms.entries()) {
    const own = findTerm(data.terms, term);
    const { text, headings } = postings[at] ?? {};
    expect([term, listPlaced(text)]).toEqual([term, listPosted(data.text, own)]);
    expect([term, listPlaced(headings)]).toEqual([term, listPosted(data.headings, own)]);
  }
  const isSmall = data.passages <= MOST_WITH_CHARACTERS;
  const lengths = isSmall ? data.lengths.withCharacters : data.lengths.text;
  expect(Array.from(segment.lengths.text)).toEqual([...lengths]);
  expect(Array.from(segment.lengths.headings)).toEqual([...data.lengths.headings]);
  const { vocabulary } = segment;
  expect(vocabulary.latinWords().toSorted()).toEqual(splitLines(data.latinWords).toSorted());
  expect(vocabulary.lowerWords().toSorted()).toEqual(splitLines(data.lowerWords).toSorted());
  expect(vocabulary.transliterations().toSorted()).toEqual(splitLines(data.transliterations).toSorted());
}

async function expectCounts({ vocabulary, hasCharacters }: Segment, data: IndexData): Promise<void> {
  expect(hasCharacters || data.passages > 0).toBe(true);
  const strange = ["nowhere", "没有", "", "\0", "a".repeat(300)].filter((term) => findTerm(data.terms, term) < 0);
  expect(strange.map((term) => vocabulary.numberOf(term))).toEqual(strange.map(() => -1));
  for (const term of listTerms(data.terms)) {
    const own = findTerm(data.terms, term);
    const number = vocabulary.numberOf(term);
    const told = {
      term,
      text: vocabulary.textCount(number),
      headings: vocabulary.headingCount(number),
      ideographs: vocabulary.ideographCount(number),
      isHanWord: vocabulary.isHanWord(number),
    };
    expect(told).toEqual({
      term,
      text: listPosted(data.text, own).length,
      headings: listPosted(data.headings, own).length,
      ideographs: data.ideographs[own],
      isHanWord: data.hanWords[own] === 1,
    });
  }
}

function listPlaced(placed: { readonly places: Uint32Array; readonly counts: Uint8Array } | undefined) {
  return Array.from(placed?.places ?? [], (place, at) => [place, placed?.counts[at]]);
}

function listPosted({ starts, passages, counts }: Postings, term: number): [number, number | undefined][] {
  const [from = 0, to = 0] = [starts[term], starts[term + 1]];
  return Array.from(passages.subarray(from, to), (place, at) => [place, counts[from + at]]);
}

interface Expected {
  /** What is searched, as MiniSearch is given it. */
  readonly articles: readonly Article[];
  readonly asked: readonly (readonly WeightedTerm[])[];
  readonly only?: ReadonlySet<Article>;
}

async function expectFound(segments: readonly Segment[], { articles, asked, only }: Expected): Promise<void> {
  const passages = articles.flatMap(passagesOf);
  const expected = openPassageIndex(passages, describe(articles));
  const index = createSegmentedIndex(segments, { only });
  expect([index.size, index.articles.length]).toEqual([expected.size, expected.articles.length]);
  const parts = partByLanguage(index);
  const languages = parts.map(({ vocabulary }) => [...vocabulary.languages]);
  expect(languages).toEqual(partByLanguage(expected).map(({ vocabulary }) => [...vocabulary.languages]));
  for (const terms of asked) {
    for (const [nth, part] of [expected, ...partByLanguage(expected)].entries()) {
      const own = [index, ...parts][nth];
      if (!own) throw new RangeError("a part lacks");
      for (const { text } of terms) {
        const counts = await whenLoaded(() => own.documentFrequency(text));
        expect([text, counts]).toEqual([text, part.documentFrequency(text)]);
        const found = await whenLoaded(() => own.passagesWith(text));
        expect(Array.from(found, (place) => nameOf(index, place))).toEqual(
          Array.from(part.passagesWith(text), (place) => nameOf(expected, place)),
        );
      }
      expectSameHits(await search(own, terms), await search(part, terms));
    }
  }
}

type FoundHit = readonly [name: string, score: number];

async function search(index: PassageIndex, terms: readonly WeightedTerm[]): Promise<readonly FoundHit[]> {
  const hits = await whenLoaded(() => index.search(terms, 5000));
  const best = await whenLoaded(() => index.search(terms, 3));
  expect(best.map(({ place, score }) => [place, score])).toEqual(
    hits.slice(0, 3).map(({ place, score }) => [place, score]),
  );
  const opened = await whenLoaded(() => best.map(({ passage }) => passage));
  expect(opened.map(({ article }) => article)).toEqual(best.map(({ article }) => article));
  return hits.map(({ place, score }) => [nameOf(index, place), score]);
}

/** The article of a place, and which of its passages stands there. */
function nameOf(index: PassageIndex, place: number): string {
  const placed = index.articles.find(({ first, passages }) => place >= first && place < first + passages);
  return `${placed?.article.id} ${place - (placed?.first ?? 0)}`;
}

/** Numbers that are added up in another order differ in the last digit: then neighbours may change places. */
const SLACK = 1e-9;

function expectSameHits(found: readonly FoundHit[], expected: readonly FoundHit[]): void {
  const scores = new Map(expected);
  expect(found.map(([name]) => name).toSorted()).toEqual(expected.map(([name]) => name).toSorted());
  for (const [at, [name, score]] of found.entries()) {
    const [, there = 0] = expected[at] ?? [];
    expect(Math.abs(score - there)).toBeLessThanOrEqual(SLACK * there);
    expect(Math.abs(score - (scores.get(name) ?? 0))).toBeLessThanOrEqual(SLACK * there);
  }
  // What scores just the same stands in the order of the passages.
  for (const [at, [name, score]] of found.entries()) {
    const [before, same] = found[at - 1] ?? ["", -1];
    if (same !== score || expected[at]?.[1] !== expected[at - 1]?.[1]) continue;
    expect([before, name]).toEqual([expected[at - 1]?.[0], expected[at]?.[0]]);
  }
}
