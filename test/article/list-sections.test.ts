import { expect, test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { listSections } from "../../src/article/list-sections.ts";
import { parseChecked } from "../support/parse.ts";

test("lists sections with their subsections in reading order, once for an article", () => {
  const source = "Lead.\n\n# A\n\nOne.\n\n## B\n\nTwo.\n\n# C\n\nThree.\n";
  const [article, other] = [parseChecked(source, { format: markdown }), parseChecked(source, { format: markdown })];
  expect(listSections(article).map(({ number }) => number.join("."))).toEqual(["0", "1", "1.1", "2"]);
  expect(listSections(article)).toBe(listSections(article));
  expect(listSections(other)).not.toBe(listSections(article));
});
