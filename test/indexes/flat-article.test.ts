import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { flattenArticle, openFlatArticle } from "../../src/indexes/flat-article.ts";
import { parseChecked } from "../support/parse.ts";

const guide = parseChecked(
  "# Tea *guide*\n\nIntro with **stars**.\n\n## One\n\n- first\n- second\n\n### Deep\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
);
const pages: Article = { ...guide, landmarks: [{ kind: "page", label: "xiv", start: 3 }] };
const bodyOf = ({ text, sections, leftOut, landmarks }: Article) => ({
  text,
  sections,
  leftOut,
  ...(landmarks && { landmarks }),
});

describe("a flat article", () => {
  test.for([guide, pages, { ...guide, text: `${guide.text.slice(0, -1)}\ud800` }])(
    "is opened just as it was",
    (article) => {
      expect(openFlatArticle(flattenArticle(article))).toEqual(bodyOf(article));
    },
  );

  test("is noticed to be broken, whichever byte is another one", () => {
    const flat = flattenArticle(pages);
    fc.assert(
      fc.property(fc.nat(flat.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const broken = Uint8Array.from(flat);
        broken[at] = (broken[at] ?? 0) ^ change;
        expect(() => openFlatArticle(broken)).toThrow(/are no article as it was written/u);
      }),
    );
    expect(() => openFlatArticle(flat.subarray(0, -1))).toThrow(/are no article/u);
    expect(() => openFlatArticle(new Uint8Array())).toThrow(/0 bytes are no article/u);
  });
});
