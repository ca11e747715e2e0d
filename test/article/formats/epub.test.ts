import { expect, test } from "vitest";
import { epub } from "../../../src/article/formats/epub.ts";
import { makeEpub } from "../../support/make-epub.ts";
import { extractChecked, outlineOf } from "../../support/parse.ts";

test("reads a novel in the order of its spine, with chapters as landmarks", async () => {
  const book = makeEpub({
    title: "The Lamp &amp; the Sea",
    metadata: "<dc:creator>Ada Brook</dc:creator><dc:date>2019-05-01T00:00:00Z</dc:date><dc:language>en</dc:language>",
    chapters: {
      "cover.xhtml": '<div><img src="c.jpg" alt="Cover"/></div>',
      "title.xhtml": "<h1>The Lamp &amp; the Sea</h1><p>Ada Brook</p>",
      "c1.xhtml":
        '<h2>Chapter One</h2><p>The lamp went out<a epub:type="noteref" href="#n1">1</a> at four.</p><p>Nobody saw it.</p><aside epub:type="footnote" id="n1"><p>By the old clock.</p></aside>',
      "text/c2.xhtml": '<a id="p12"/><p class="first">It was lit again at five.</p>',
    },
    labels: { "title.xhtml": "Title page", "c1.xhtml": "Chapter 1", "text/c2.xhtml": "Chapter 2" },
  });
  const article = await extractChecked(book, { format: epub });
  expect(outlineOf(article)).toEqual({
    title: "The Lamp & the Sea",
    sections: [
      ["Chapter One", ["The lamp went out at four."], ["Nobody saw it."], ["By the old clock."]],
      ["Chapter 2", ["It was lit again at five."]],
    ],
    leftOut: ["metadata: Author: Ada Brook", "metadata: Published: 2019-05-01"],
  });
  expect(
    article.landmarks?.map(({ kind, label, start }) => [kind, label, article.text.slice(start).trim().slice(0, 9)]),
  ).toEqual([
    ["chapter", "1", "Chapter O"],
    ["chapter", "2", "Chapter 2"],
  ]);
});

test("takes chapters' names from the old table of contents, and their numbers as they are written", async () => {
  const book = makeEpub({
    title: "灯与海",
    metadata: "<dc:creator>林一</dc:creator><dc:language>zh-CN</dc:language>",
    chapters: { "a.xhtml": "<p>第三章　归航</p><p>灯亮了。</p>", "b.xhtml": "<p>海静了。</p>" },
    labels: { "a.xhtml": "第三章 归航", "b.xhtml": "尾声" },
    isOld: true,
  });
  const article = await extractChecked(book, { format: epub });
  expect(outlineOf(article).sections).toEqual([
    ["第三章 归航", ["灯亮了。"]],
    ["尾声", ["海静了。"]],
  ]);
  expect(article.landmarks?.map(({ label }) => label)).toEqual(["三", "尾声"]);
});
