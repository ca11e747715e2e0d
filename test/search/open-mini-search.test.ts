import fc from "fast-check";
import MiniSearch from "minisearch";
import { expect, test } from "vitest";
import { passagesOf } from "../../src/search/passage.ts";
import { createPassageIndex } from "../../src/search/passage-index.ts";
import { passageTerms } from "../../src/search/passage-terms.ts";
import { analyse } from "../support/analyse.ts";
import { parseChecked } from "../support/parse.ts";

const words = ["茶", "红茶", "龙井", "harbour", "ferry", "2024年", "constructor", "__proto__"];
const paragraphs = fc.array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }), {
  minLength: 1,
  maxLength: 12,
});

/** What MiniSearch finds with the same settings where it counts the terms itself, with the scores that it gives. */
function findWithMiniSearch(documents: readonly string[], asked: readonly { text: string; weight: number }[]) {
  const index = new MiniSearch<{ id: number; text: string; headings: string }>({
    fields: ["text", "headings"],
    tokenize: (text) => text.split("\n"),
    processTerm: (term) => term,
    searchOptions: { boost: { headings: 0.3 }, bm25: { k: 1.2, b: 0.6, d: 0.3 } },
  });
  for (const [id, text] of documents.entries()) index.add({ id, text, headings: "test" });
  const weights = new Map(asked.map(({ text, weight }) => [text, weight]));
  const query = asked.map(({ text }) => text).join("\n");
  return index.search(query, { boostTerm: (term) => weights.get(term) ?? 0 }).map(({ id, score }) => [id, score]);
}

test("opens an index that scores as if MiniSearch had made it, to the digit", () => {
  fc.assert(
    fc.property(paragraphs, (written) => {
      const article = parseChecked(written.map((each) => `${each.join(" ")}.`).join("\n\n"), {
        metadata: { id: "test", title: "Test" },
      });
      const passages = passagesOf(article);
      const documents = passages.map((passage) =>
        passageTerms(passage, analyse)
          .flat()
          .map(({ text }) => text)
          .join("\n"),
      );
      // One term at a time, and all at once: the rarest are looked for first.
      const known = new Set(documents.flatMap((document) => document.split("\n")));
      const frequency = (term: string): number => documents.filter((each) => each.split("\n").includes(term)).length;
      const asked = [...known]
        .map((text, place) => ({ text, weight: 1 + (place % 3) / 2 }))
        .toSorted((a, b) => frequency(a.text) / a.weight - frequency(b.text) / b.weight);
      const index = createPassageIndex(passages, analyse);
      const found = (terms: typeof asked) =>
        index.search(terms, passages.length).map(({ passage, score }) => [passages.indexOf(passage), score]);
      for (const term of asked) expect(found([term])).toEqual(findWithMiniSearch(documents, [term]));
      expect(found(asked)).toEqual(findWithMiniSearch(documents, asked));
    }),
    { numRuns: 50 },
  );
});
