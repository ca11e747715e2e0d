import fc from "fast-check";
import { expect, test } from "vitest";
import { buildIndexData } from "../../src/search/build-index-data.ts";
import { countedText, openMiniSearch } from "../../src/search/open-mini-search.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { searchDirectly, searchRemembering } from "../../src/search/search-passages.ts";
import { analyse } from "../support/analyse.ts";
import { parseChecked } from "../support/parse.ts";

const paragraphs = [
  "# Tea\n\nGreen tea is steamed. Black tea is not.",
  "## Black tea\n\nTea is black where it is fermented.",
  "The pot is black. The pot is green.",
  "# Coffee\n\nCoffee is roasted, tea is not.",
  "茶是绿的。绿茶要蒸。",
];
const passages = passagesOf(parseChecked(paragraphs.join("\n\n"), { metadata: { id: "tea", title: "Tea" } }));
const data = buildIndexData(passages, analyse);
const search = openMiniSearch(data, countedText(data));
const remembering = searchRemembering(search, passages.length);

test("what is remembered of terms adds up to what MiniSearch finds, to the digit and in its order", () => {
  const term = fc.record({
    number: fc.integer({ min: 0, max: data.terms.ends.length - 1 }),
    weight: fc.constantFrom(1, 0.7, 0.3, 0.49, 0.35),
  });
  const terms = fc.uniqueArray(term, { selector: ({ number }) => number, maxLength: 12 });
  fc.assert(
    fc.property(terms, (asked) => {
      const direct = searchDirectly(search)(asked).map(({ id, score }) => ({ id, score }));
      expect(remembering(asked)).toEqual(direct);
    }),
    { numRuns: 500 },
  );
});

test("nothing is found for no terms", () => {
  expect([searchDirectly(search)([]), remembering([])]).toEqual([[], []]);
});
