import { expect, test } from "vitest";
import { allSections } from "../../src/article/article.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { sectionNumbered, sectionWritten } from "../../src/article/section-numbered.ts";
import { parseChecked } from "../support/parse.ts";

const led = parseChecked("Lead.\n\n# First\n\nA.\n\n## Inner\n\nB.\n\n## Next\n\n# Second\n\n### Deep\n\nC.\n", {
  format: markdown,
});
const bare = parseChecked("Only this.\n\nAnd that.\n");

test.for([
  { name: "text before the first heading", article: led },
  { name: "no heading at all", article: bare },
])("finds every section of an article with $name", ({ article }) => {
  for (const section of allSections(article.sections)) {
    expect(sectionNumbered(article.sections, section.number)).toBe(section);
    expect(sectionWritten(article.sections, section.number.join("."))).toBe(section);
  }
});

test.for([
  { name: "a number behind the last", article: led, written: "3" },
  { name: "a part of what has none", article: led, written: "0.1" },
  { name: "a part behind the last", article: led, written: "1.3" },
  { name: "what stands before the first heading, where there is none", article: bare, written: "0" },
  { name: "another way to write a number", article: led, written: "1e0" },
  { name: "no number", article: led, written: "" },
  { name: "something else", article: led, written: "../1" },
])("finds nothing for $name", ({ article, written }) => {
  expect(sectionWritten(article.sections, written)).toBeUndefined();
});
