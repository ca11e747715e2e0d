import { expect, test } from "vitest";
import { loadDictionaries } from "../../src/answer/create-library.ts";
import { createLibrary } from "../../src/search/library.ts";
import { libraryOf } from "../support/library-of.ts";
import { makeArticles, segmentOf } from "../support/many-articles.ts";
import { parseChecked } from "../support/parse.ts";

const dictionaries = loadDictionaries();
const articles = makeArticles(6);
const [first, second, third] = articles;
const own = parseChecked("# 船票\n\n船票的价格是七元。", { metadata: { id: "own" } });
const long = parseChecked(
  Array.from({ length: 160 }, (_, nth) => `# 第${nth}章\n\n红茶的价格是${nth}元。`).join("\n\n"),
  { metadata: { id: "long" } },
);
const asked = ["价格", "红茶", "船", "ferri", "cost"].map((text) => ({ text, weight: 1 }));

function found(library: ReturnType<typeof libraryOf>, id?: string) {
  return library
    .index(id)
    .search(asked, 30)
    .map(({ article, passage, score }) => [article.id, passage.paragraph, score]);
}

test.for([
  { name: "all of a segment", chosen: articles },
  { name: "some of a segment's articles", chosen: articles.slice(1, 4) },
  { name: "articles of a segment beside others", chosen: [...articles, own] },
  { name: "one article of a segment", chosen: articles.slice(2, 3) },
  { name: "no article of the segment", chosen: [own] },
])("finds in $name what one index of them finds", ({ chosen }) => {
  const segments = [segmentOf(articles, dictionaries)];
  const library = createLibrary(chosen, { ...dictionaries, segments });
  expect(found(library)).toEqual(found(libraryOf(chosen)));
  for (const { id } of chosen) expect([id, found(library, id)]).toEqual([id, found(libraryOf(chosen), id)]);
});

test("looks for a long article in its segment, for a short one in an index of its own", () => {
  if (!first || !second || !third) throw new RangeError("no articles");
  const built: number[] = [];
  const onProgress = (done: number, of: number) => void (done === 0 && built.push(of));
  const segments = [segmentOf([first, long, second], dictionaries)];
  const library = createLibrary([first, long, second], { ...dictionaries, segments, onProgress });
  library.index();
  library.index("long");
  expect(built).toEqual([]);
  library.index(first.id);
  expect(built).toEqual([library.index(first.id).size]);
  expect(library.index("long").size).toBe(160);
  expect(found(library, "long").map(([, , score]) => score)).toEqual(
    found(libraryOf([long])).map(([, , score]) => score),
  );
});
