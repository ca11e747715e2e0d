import { expect, test } from "vitest";
import { libraryOf } from "../support/library-of.ts";
import { parseChecked } from "../support/parse.ts";

const article = (id: string, text: string) => parseChecked(text, { metadata: { id } });
const library = libraryOf([article("tea", "茶在杭州。"), article("coffee", "咖啡在云南。")]);

test("keeps the articles in the order given", () => {
  expect([...library.articles.keys()]).toEqual(["tea", "coffee"]);
});

test("has an index of each article and of all", () => {
  const held = ["tea", "coffee", undefined].map((id) =>
    library.index(id).articles.map(({ article: { id: of } }) => of),
  );
  expect(held).toEqual([["tea"], ["coffee"], ["tea", "coffee"]]);
});

test("builds an index once", () => {
  expect(library.index("tea")).toBe(library.index("tea"));
  expect(library.index()).toBe(library.index());
});

test("builds an index again once many others were asked for", () => {
  const many = libraryOf(Array.from({ length: 210 }, (_, place) => article(`tea-${place}`, "茶在杭州。")));
  const [first, all] = [many.index("tea-0"), many.index()];
  for (const id of many.articles.keys()) many.index(id);
  expect(many.index()).toBe(all);
  expect(many.index("tea-209")).toBe(many.index("tea-209"));
  expect(many.index("tea-0")).not.toBe(first);
});

test("knows the terms of titles, once", () => {
  const titled = parseChecked("龍井茶\n\n茶在杭州。");
  const terms = libraryOf([titled]).titleTerms;
  expect([...terms(titled)]).toEqual(["龙井茶", "龙井", "龙", "井茶", "井", "茶"]);
  expect(terms(titled)).toBe(terms(titled));
});

test("has one index where there is one article", () => {
  const single = libraryOf([article("tea", "茶在杭州。")]);
  expect(single.index("tea")).toBe(single.index());
});

test("names an article that it does not have", () => {
  expect(() => library.index("cocoa")).toThrow(new RangeError('there is no article "cocoa"'));
});
