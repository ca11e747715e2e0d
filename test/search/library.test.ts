import { expect, test } from "vitest";
import { createLibraryFor } from "../../src/answer/create-library.ts";
import { parseChecked } from "../support/parse.ts";

const article = (id: string, text: string) => parseChecked(text, { metadata: { id } });
const library = createLibraryFor([article("tea", "茶在杭州。"), article("coffee", "咖啡在云南。")]);

test("keeps the articles in the order given", () => {
  expect([...library.articles.keys()]).toEqual(["tea", "coffee"]);
});

test("has an index of each article and of all", () => {
  const held = ["tea", "coffee", undefined].map((id) =>
    library.index(id).passages.map(({ article: { id: of } }) => of),
  );
  expect(held).toEqual([["tea"], ["coffee"], ["tea", "coffee"]]);
});

test("builds an index once", () => {
  expect(library.index("tea")).toBe(library.index("tea"));
  expect(library.index()).toBe(library.index());
});

test("has one index where there is one article", () => {
  const single = createLibraryFor([article("tea", "茶在杭州。")]);
  expect(single.index("tea")).toBe(single.index());
});

test("names an article that it does not have", () => {
  expect(() => library.index("cocoa")).toThrow(new RangeError('there is no article "cocoa"'));
});
