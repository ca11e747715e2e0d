import fc from "fast-check";
import { expect, test } from "vitest";
import { allSections, type Article } from "../../src/article/article.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { cutQuote } from "../../src/article/shown-parts.ts";
import { escapeLine } from "../../src/render/escape.ts";
import { pageWith, type SectionPage, sectionPages } from "../../src/render/section-pages.ts";
import { joinShown } from "../../src/text/shown-part.ts";
import type { Span } from "../../src/text/span.ts";
import { parseChecked } from "../support/parse.ts";

const sentence = fc.oneof(
  fc.constantFrom("**Bold** and [a link](https://a.example/b).", "It *is* so.", "第一句。", "a `b` c?", "Line\nbreak."),
  fc.integer({ min: 1, max: 230 }).map((length) => `${"word_ ".repeat(length)}end.`),
);
const articles = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  .map((paragraphs) => parseChecked(paragraphs.map((each) => each.join(" ")).join("\n\n"), { format: markdown }));

test("parts a section into pages that hold every sentence once, in order, each page as full as it may be", () => {
  fc.assert(
    fc.property(articles, (article) => {
      for (const section of allSections(article.sections)) {
        const pages = sectionPages(article, section);
        const spans = section.paragraphs.flatMap(({ sentences }) => sentences.map(({ span }) => span));
        expect(pages.flatMap(spansOf)).toEqual(spans);
        expect(pages.flatMap((page, index) => listFaults(article, page, pages[index + 1]))).toEqual([]);
      }
    }),
    { numRuns: 25 },
  );
});

test("finds the page of every sentence, and makes the pages once", () => {
  fc.assert(
    fc.property(articles, (article) => {
      for (const section of allSections(article.sections)) {
        const pages = sectionPages(article, section);
        expect(sectionPages(article, section)).toBe(pages);
        for (const [paragraph, { sentences }] of section.paragraphs.entries()) {
          for (const [index, { span }] of sentences.entries()) {
            const page = pages[pageWith(pages, paragraph + 1, index + 1)];
            expect(page && spansOf(page)).toContain(span);
          }
        }
      }
    }),
    { numRuns: 10 },
  );
});

function listFaults(article: Article, page: SectionPage, next: SectionPage | undefined): string[] {
  const own = lengthOf(article, page);
  if (page.kind === "too-long") return own > 1300 ? [] : ["a sentence alone that is short enough"];
  const first = next?.kind === "text" ? spansOf(next)[0] : undefined;
  const hasRoom = first && own + written(article, first) + 12 <= 1300;
  return [...(own > 1312 ? ["a page that is too long"] : []), ...(hasRoom ? ["a page with room for the next"] : [])];
}

function spansOf(page: SectionPage): readonly Span[] {
  return page.kind === "text" ? page.pieces.flatMap(({ sentences }) => sentences) : page.piece.sentences;
}

function lengthOf(article: Article, page: SectionPage): number {
  const frames = page.kind === "text" ? 12 * page.pieces.length : 0;
  return spansOf(page).reduce((sum, span) => sum + written(article, span), frames);
}

/** As a page shows it, with the number before it. */
function written(article: Article, span: Span): number {
  const lines = joinShown(cutQuote(article, span).shown).split(/\r\n?|\n/u);
  return lines.map((line) => `> ${escapeLine(line)}`).join("\n").length + 4;
}
