import { test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { readWords } from "../../src/languages/read-words.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { passageTerms } from "../../src/search/passage-terms.ts";
import { createAnalyse } from "../../src/text/terms.ts";
import { expectLinear } from "../support/expect-linear.ts";
import { parseChecked } from "../support/parse.ts";

const analyse = createAnalyse({ words: readWords() });

test("take linear time for a paragraph of many parts and passages", () => {
  expectLinear(2400, (size) => {
    const article = parseChecked("a *b*. ".repeat(size), { format: markdown });
    return passagesOf(article).map((passage) => passageTerms(passage, analyse));
  });
});
