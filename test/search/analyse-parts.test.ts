import { expect, test } from "vitest";
import { analyseParts } from "../../src/search/analyse-parts.ts";
import { analyse } from "../support/analyse.ts";

/** The parts of a source that stand between bars, which are left out. */
function words(source: string): string[] {
  const parts = [...source.matchAll(/[^|]+/gu)].map(({ 0: part, index }) => ({
    start: index,
    end: index + part.length,
  }));
  return analyseParts(source, parts, analyse)
    .terms.filter(({ kind }) => kind === "word")
    .map(({ text, span }) => `${text}=${source.slice(span.start, span.end)}`);
}

test.for([
  { name: "a word of one part", source: "green tea", found: ["green=green", "tea=tea"] },
  { name: "a word in two parts", source: "|un|believ|able|", found: ["unbeliev=un|believ|able"] },
  { name: "a word that a line broke", source: "|appren-\n|tice|", found: ["apprentic=appren-\n|tice"] },
  { name: "Chinese that a line broke", source: "|茶\n|壶|", found: ["茶壶=茶\n|壶"] },
  { name: "parts with white space between", source: "|tea| |cup|", found: ["tea=tea", "cup=cup"] },
  { name: "nothing", source: "", found: [] },
])("finds $name", ({ source, found }) => {
  expect(words(source)).toEqual(found);
});
