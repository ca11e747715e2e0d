import { expect, test } from "vitest";
import { partByLanguage } from "../../src/search/part-by-language.ts";
import { addRules } from "../../src/search/library.ts";
import { libraryOf } from "../support/library-of.ts";
import { parseChecked } from "../support/parse.ts";

const english = parseChecked("Tickets\n\nThe train is free.\n\nThe bus is free, too.", { metadata: { id: "english" } });
const more = parseChecked("Trains\n\nEvery train stops here.", { metadata: { id: "more" } });
const chinese = parseChecked("模型\n\n训练一个模型要花钱。\n\n火车 (train) 不花钱。", { metadata: { id: "chinese" } });

const library = libraryOf([english, chinese, more]);
const index = library.index();
const parts = partByLanguage(index);

test("is the index itself where all articles are of one language", () => {
  const same = libraryOf([english, more]).index();
  expect(partByLanguage(same)).toEqual([same]);
  expect(partByLanguage(same)[0]).toBe(same);
});

test("is made once", () => {
  expect(partByLanguage(index)).toBe(parts);
});

test("has each language's articles and passages, in their order", () => {
  expect(parts.map(({ articles }) => articles.map(({ article }) => article))).toEqual([[english, more], [chinese]]);
  expect(parts.map((part) => part.articles.map(({ first }) => first))).toEqual([[0, 4], [2]]);
  expect(parts.map(({ size }) => size)).toEqual([3, 2]);
  expect(parts.map(({ vocabulary }) => [...vocabulary.languages])).toEqual([["en"], ["zh"]]);
});

test.for([
  { name: "a word of both", term: "train", has: [true, true], counts: [2, 1] },
  { name: "an English word", term: "bu", has: [true, false], counts: [1, 0] },
  { name: "a word of a heading only", term: "ticket", has: [true, false], counts: [0, 0] },
  { name: "a Chinese word", term: "训练", has: [false, true], counts: [0, 1] },
  { name: "a single ideograph", term: "花", has: [false, true], counts: [0, 2] },
  { name: "a word of none", term: "ship", has: [false, false], counts: [0, 0] },
])("knows $name where it stands", ({ term, has, counts }) => {
  expect(parts.map(({ vocabulary }) => vocabulary.has(term))).toEqual(has);
  expect(parts.map((part) => part.documentFrequency(term))).toEqual(counts);
});

test("finds passages of its own language only, as many as are wanted", () => {
  const terms = ["train", "free", "花钱"].map((text) => ({ text, weight: 1 }));
  const found = (limit: number) =>
    parts.map((part) => part.search(terms, limit).map(({ passage }) => passage.article.id));
  expect(found(10)).toEqual([
    ["english", "more", "english"],
    ["chinese", "chinese"],
  ]);
  expect(found(1)).toEqual([["english"], ["chinese"]]);
});

test("keeps the synonyms that a server added", () => {
  const rules = [{ asked: ["railway"], found: ["train"], mutual: false }];
  const added = partByLanguage(addRules(library, rules).index());
  expect(added.map((part) => part.rules)).toEqual([rules, rules]);
});
