import { expect, test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { passageTerms } from "../../src/search/passage-terms.ts";
import { createAnalyse } from "../../src/text/terms.ts";
import { readWords } from "../../src/languages/read-words.ts";
import { parseChecked } from "../support/parse.ts";

const analyse = createAnalyse({ words: readWords() });

function termsOf(source: string): string[][] {
  const article = parseChecked(source, { format: markdown });
  return passagesOf(article).map((passage) =>
    passageTerms(passage, analyse)
      .flat()
      .map(({ span }) => article.text.slice(span.start, span.end)),
  );
}

test("are those of what a reader sees, as spans into the source", () => {
  expect(termsOf("Black **tea** is [hot](https://example.org/secret 'title'), `x`.")).toEqual([
    ["Black", "tea", "is", "hot", "x"],
  ]);
});

test("are those of the passage alone where a paragraph has several", () => {
  const long = ", *x*".repeat(250);
  expect(termsOf(`One ${long}. Two ${long}. Three ${long}.`).map(([first]) => first)).toEqual(["One", "Two", "Three"]);
});
