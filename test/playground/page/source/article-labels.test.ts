import { expect, test } from "vitest";
import { articleLabels } from "../../../../src/playground/page/source/article-labels.ts";

const version = "4756ff95aaaa";

function labels(articles: readonly { readonly id: string; readonly title: string; readonly date?: string }[]) {
  return [...articleLabels(articles.map((article) => ({ version, ...article }))).values()];
}

test.for([
  {
    name: "by their titles",
    given: [
      ["a", "Rules"],
      ["b", "Notes"],
    ],
    expected: ["Rules", "Notes"],
  },
  {
    name: "that share a title by id and version",
    given: [
      ["rules", "Rules"],
      ["rules-2", "Rules"],
      ["b", "Notes"],
    ],
    expected: ["Rules · rules · 4756ff95", "Rules · rules-2 · 4756ff95", "Notes"],
  },
  {
    name: "whose titles look alike",
    given: [
      ["a", "Club  rules "],
      ["b", "club Rules"],
    ],
    expected: ["Club  rules · a · 4756ff95", "club Rules · b · 4756ff95"],
  },
  {
    name: "without a title by their ids",
    given: [
      ["a", ""],
      ["b", " "],
    ],
    expected: ["a", "b"],
  },
  {
    name: "called as another is named",
    given: [
      ["a", ""],
      ["b", "A"],
    ],
    expected: ["a · a · 4756ff95", "A · b · 4756ff95"],
  },
])("names articles $name", ({ given, expected }) => {
  expect(labels(given.map(([id = "", title = ""]) => ({ id, title })))).toEqual(expected);
});

test("tells the date of articles that share a title, where there is one", () => {
  const alike = { title: "Rules" };
  expect(
    labels([
      { ...alike, id: "a", date: "2026-11" },
      { ...alike, id: "b" },
    ]),
  ).toEqual(["Rules · 2026-11 · a · 4756ff95", "Rules · b · 4756ff95"]);
});
