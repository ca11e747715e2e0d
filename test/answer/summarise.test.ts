import { expect, test } from "vitest";
import { libraryOf } from "../support/library-of.ts";
import { summarise, summariseGently } from "../../src/answer/summarise.ts";
import { allSections, type Article } from "../../src/article/article.ts";
import { readArticle } from "../../src/article/read-articles.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { parseChecked } from "../support/parse.ts";
import { smallLibrary } from "../support/library.ts";

const files = [
  { name: "data/articles/meta-gemini.txt" },
  { name: "test/articles/volunteer-handbook.md" },
  { name: "test/articles/night-market-notice.txt" },
];

/** Those that hold text of their own. */
function filledSections({ sections }: Article): number {
  return [...allSections(sections)].filter(({ paragraphs }) => paragraphs.length > 0).length;
}

test.for(files)("$name: quotes told sentences in reading order, one a section", async ({ name }) => {
  const article = await readArticle(name, 1_000_000);
  const quotes = summarise(libraryOf([article]), article.id);
  expect(quotes.length).toBeGreaterThanOrEqual(8);
  expect(quotes).toHaveLength(filledSections(article));
  expect(quotes.map(({ span }) => span.start)).toEqual(quotes.map(({ span }) => span.start).toSorted((a, b) => a - b));
  expect(new Set(quotes.map(({ section }) => section)).size).toBe(quotes.length);
  for (const { span, text } of quotes) {
    expect(text).toBe(article.text.slice(span.start, span.end));
    expect(text).not.toMatch(/[?？:：][”"」]?$/u);
    expect(article.leftOut.some((left) => left.span.start < span.end && span.start < left.span.end)).toBe(false);
  }
});

test("quotes several sentences of an article that is one section", () => {
  const text = Array.from({ length: 9 }, (_, index) => {
    return `The ${["northern", "southern", "eastern"][index % 3]} ferry number ${index} crosses the wide harbour every hour.`;
  }).join("\n\n");
  const quotes = summarise(smallLibrary(`Ferries\n\n${text}\n`), "tea");
  expect(quotes.length).toBeGreaterThan(1);
  expect(quotes.length).toBeLessThanOrEqual(5);
});

test("leaves out a question of the article, a lead-in and a scrap", () => {
  const quotes = summarise(
    smallLibrary(
      "Tea\n\nBlack tea\n\nWhy do people drink so much black tea in the morning? " +
        "Black tea wakes people up because it holds caffeine. It does. The kinds of black tea are these:\n",
    ),
    "tea",
  );
  expect(quotes.map(({ text }) => text)).toEqual(["Black tea wakes people up because it holds caffeine."]);
});

test("represents each section, also short, nested and empty ones, in their order", () => {
  const article = parseChecked(
    `# Club

## Dues

Ten.

## Boats

### Sails

The sails are washed every spring and dried in the loft.

### Oars

| oar | length |
| --- | --- |
| red | 2 m |

## Contact

## Help

How do I join? Ask.
`,
    { format: markdown },
  );
  const quotes = summarise(libraryOf([article]), article.id);
  expect(quotes.map(({ section, text }) => [section, text.split("\n")[0]])).toEqual([
    ["Dues", "Ten."],
    ["Sails", "The sails are washed every spring and dried in the loft."],
    ["Oars", expect.stringContaining("oar")],
    ["Contact", "Contact"],
    ["Help", "Ask."],
  ]);
});

test("knows no article of another name", () => {
  expect(() => summarise(smallLibrary(), "coffee")).toThrow(new RangeError('there is no article "coffee"'));
});

test("joins the parts of an article of thousands of sections", () => {
  const text = Array.from(
    { length: 3000 },
    (_, at) => `Part ${at + 1}\n\nThe lamp of room number ${at} is lit at dusk by the keeper of the house.`,
  );
  const library = smallLibrary(text.join("\n\n"));
  const quotes = summarise(library, "tea");
  expect(quotes.length).toBeGreaterThan(20);
  expect(quotes.length).toBeLessThanOrEqual(60);
  expect(summarise(library, "tea")).toBe(quotes);
});

test("gives the same little by little, with a pause between sentences", async () => {
  let pauses = 0;
  const quotes = await summariseGently(smallLibrary(), "tea", async () => void (pauses += 1));
  expect(quotes).toEqual(summarise(smallLibrary(), "tea"));
  expect(pauses).toBeGreaterThan(2);
});
