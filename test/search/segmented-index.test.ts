import { expect, test } from "vitest";
import { buildIndexData } from "../../src/search/build-index-data.ts";
import { createPassageIndex } from "../../src/search/passage-index.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { memorySegment } from "../../src/search/memory-segment.ts";
import { partByLanguage } from "../../src/search/part-by-language.ts";
import { createSegmentedIndex } from "../../src/search/segmented-index.ts";
import { analyse } from "../support/analyse.ts";
import { parseChecked } from "../support/parse.ts";

const article = (id: string, text: string) => parseChecked(text, { metadata: { id } });
const tea = article("tea", "# 茶\n\n龙井茶出产在杭州。\n\n## 红茶\n\n祁门红茶出产在安徽。茶要热水。");
const ferry = article(
  "ferry",
  "# Ferry\n\nThe ferry leaves the harbour at nine.\n\n## Tickets\n\nTea is served on the ferry.",
);
const coffee = article("coffee", "# 咖啡\n\n咖啡出产在云南。\n\n云南也有茶 (tea)。");
const all = [tea, ferry, coffee];

const segmentOf = (...articles: (typeof all)[number][]) => {
  const passages = articles.flatMap(passagesOf);
  return memorySegment(passages, buildIndexData(passages, analyse));
};
const indexOf = (...articles: (typeof all)[number][]) => createPassageIndex(articles.flatMap(passagesOf), analyse);
const asked = ["茶", "出产", "云南", "ferri", "tea", "ticket", "harbour", "none"].map((text, place) => ({
  text,
  weight: 1 - place / 10,
}));

test.for([
  { name: "one segment", segments: [segmentOf(...all)], expected: indexOf(...all) },
  { name: "several segments", segments: [segmentOf(tea), segmentOf(ferry, coffee)], expected: indexOf(...all) },
  { name: "no segment", segments: [], expected: indexOf() },
])("$name gives what one index in memory gives", ({ segments, expected }) => {
  const index = createSegmentedIndex(segments);
  const told = (of: typeof index) =>
    [of, ...partByLanguage(of)].map((part) => ({
      size: part.size,
      articles: part.articles,
      hits: part.search(asked, 5),
      counts: asked.map(({ text }) => part.documentFrequency(text)),
      places: asked.map(({ text }) => [...part.passagesWith(text)]),
      has: asked.map(({ text }) => part.vocabulary.has(text)),
      latin: [...part.vocabulary.latinWords()].toSorted(),
      names: [...part.vocabulary.latinNames()].toSorted(),
    }));
  expect(told(index)).toEqual(told(expected));
});

test("searches some articles of a segment as if there were no others", () => {
  const index = createSegmentedIndex([segmentOf(...all)], { only: new Set([tea, coffee]) });
  const expected = indexOf(tea, coffee);
  const told = (of: typeof index) => of.search(asked, 9).map(({ passage, score }) => [passage, score]);
  expect(told(index)).toEqual(told(expected));
  expect(asked.map(({ text }) => index.documentFrequency(text))).toEqual(
    asked.map(({ text }) => expected.documentFrequency(text)),
  );
  expect(index.passagesOf(tea).length).toBe(2);
  expect([0, 2, 3].map((place) => index.articleAt(place)?.id)).toEqual(["tea", undefined, undefined]);
});
