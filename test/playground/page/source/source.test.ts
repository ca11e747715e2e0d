import { expect, test } from "vitest";
import { markdown } from "../../../../src/article/formats/markdown.ts";
import type { Article, ParagraphKind } from "../../../../src/article/article.ts";
import { findReferred, referredSpans } from "../../../../src/playground/page/source/find-referred.ts";
import { mapHeight, mapSource } from "../../../../src/playground/page/source/map-places.ts";
import { quoteReferences, versionFor } from "../../../../src/playground/page/source/message-references.ts";
import { placesIn, quotedPlaces } from "../../../../src/playground/page/source/quoted-places.ts";
import { sourceGroups } from "../../../../src/playground/page/source/source-blocks.ts";
import { cutToLimit, takeText } from "../../../../src/playground/page/source/taken-text.ts";
import type { Message } from "../../../../src/playground/wire.ts";
import { locales } from "../../../../src/render/locale.ts";
import { words as phrases } from "../../../../src/render/words/all.ts";
import type { Span } from "../../../../src/text/span.ts";
import { markedArticle } from "../../../support/marked-article.ts";
import { parseChecked } from "../../../support/parse.ts";

const chinese = parseChecked(
  "小报\n\n首段开头\n\n股价下跌0.3%。 谷歌却上涨!\n第二段在这里。\n\n后来\n\n到了第三天,大家才知道。没有人说话。\n",
);
const notes = parseChecked(
  "---\ntitle: Notes\n---\n\n# Lending\n\nOne **bold** word. Then `code`.\n\n- first thing\n  - second *thing*\n3. third\n\n| a | b **c** |\n|---|---|\n| d | e |\n\n```sh\nls -l\n```\n",
  { format: markdown },
);

const cut = ({ text }: Article, { start, end }: Span): string => text.slice(start, end);
const short = (article: Article): string => article.version.slice(0, 8);

test.for([
  {
    name: "the line below a quote",
    content: "**后来**\n> 没有人说话。\n-# §2 ¶1:2 · version 4756ff95 · [Source](<https://example.org/deadbeef>)",
    references: [{ reference: "§2 ¶1:2", version: "4756ff95" }],
  },
  {
    name: "ranges, lists and open ends",
    content: "-# §2.1 ¶1:3–4 · 版本 4756ff95\n-# §2 ¶1:1,3 · 版本 4756ff95\n-# §0 ¶1:3– · 版本 00000000",
    references: [
      { reference: "§2.1 ¶1:3–4", version: "4756ff95" },
      { reference: "§2 ¶1:1,3", version: "4756ff95" },
      { reference: "§0 ¶1:3–", version: "00000000" },
    ],
  },
  {
    name: "a citation",
    content: "```\n没有人说话。\n——《小报》§2 ¶1:2 · 版本 4756ff95\n```",
    references: [{ reference: "§2 ¶1:2", version: "4756ff95" }],
  },
  {
    name: "the version behind a page or a chapter",
    content: "-# §2 ¶1:2 (deadbeef, p. 20261103) · version 4756ff95 · [Source](<https://example.org>)",
    references: [{ reference: "§2 ¶1:2", version: "4756ff95" }],
  },
  {
    name: "places whose version stands below the last of them",
    content:
      "**后来**\n> 没有人说话。\n-# §2 ¶1:2 (deadbeef)\n> 到了。\n-# §2 ¶1:1 · 版本 4756ff95 · [原文](<https://example.org>)",
    references: [
      { reference: "§2 ¶1:2", version: "4756ff95" },
      { reference: "§2 ¶1:1", version: "4756ff95" },
    ],
  },
  {
    name: "places of two articles",
    content: "> a\n-# §1 ¶1:1\n> b\n-# §1 ¶1:2 · version 11111111\n> c\n-# §1 ¶1:3 · version 22222222",
    references: [
      { reference: "§1 ¶1:1", version: "11111111" },
      { reference: "§1 ¶1:2", version: "11111111" },
      { reference: "§1 ¶1:3", version: "22222222" },
    ],
  },
  { name: "nothing in the question", content: "-# 💬 What is §2 ¶1:3 · 4756ff95?", references: [] },
  { name: "nothing in a quote", content: "> §2 ¶1:3 · version 4756ff95", references: [] },
  { name: "nothing without a version", content: "-# 2 more: §2 ¶1:3 · §3 ¶1:1", references: [] },
  {
    name: "no version out of an address",
    content: "-# §2 ¶1:3 · [Source](<https://example.org/4756ff95>)",
    references: [],
  },
])("reads $name", ({ content, references }) => {
  expect(quoteReferences(content)).toEqual(references);
});

test.for([
  { name: "of its own line", content: "-# §1 ¶1:1 · v 11111111\n-# §2 ¶1:1 · v 22222222", version: "22222222" },
  { name: "of the next line that has one", content: "-# §2 ¶1:1\n-# §2 ¶1:2 · v 22222222", version: "22222222" },
  { name: "of no question", content: "-# 💬 §2 ¶1:1 · v 77777777?\n-# §2 ¶1:1 · v 22222222", version: "22222222" },
  { name: "of the whole message", content: "§2 ¶1:1 Heading\n-# version 33333333", version: "33333333" },
  { name: "nowhere", content: "> version 44444444\n§2 ¶1:1", version: undefined },
  { name: "nowhere among several", content: "§2 ¶1:1\n-# v 55555555\n-# v 66666666", version: undefined },
])("finds the version $name", ({ content, version }) => {
  expect(versionFor(content, "§2 ¶1:1")).toBe(version);
});

test("leads a reference to its article, whichever is open", () => {
  const shelf = { articles: [notes, chinese], inUse: [notes.id], articleId: notes.id };
  const content = `-# §2 ¶1:2 · version ${short(chinese)}`;
  const referred = findReferred(shelf, content, "§2 ¶1:2");
  expect(referred.kind === "found" && referred.spans.map((span) => cut(referred.article, span))).toEqual([
    "没有人说话。",
  ]);
});

test.for([
  { name: "the one that is open", articleId: "b", inUse: ["a"], found: "b" },
  { name: "otherwise the one in use", articleId: "d", inUse: ["c"], found: "c" },
  { name: "otherwise any", articleId: "", inUse: [], found: "a" },
])("takes of articles with the same text $name", ({ articleId, inUse, found }) => {
  const articles = ["a", "b", "c"].map((id) => ({ ...chinese, id }));
  const referred = findReferred({ articles, inUse, articleId }, `-# §1 ¶1:1 · version ${short(chinese)}`, "§1 ¶1:1");
  expect(referred.kind === "found" && referred.article.id).toBe(found);
});

test.for([
  {
    name: "a version that is not open",
    content: "-# §1 ¶1:1 · version 00000000",
    reference: "§1 ¶1:1",
    kind: "closed",
  },
  { name: "a place that is not there", content: "", reference: "§9 ¶1:1", kind: "nowhere" },
  { name: "no reference at all", content: "", reference: "¶", kind: "nowhere" },
])("says why it does not lead to $name", ({ content, reference, kind }) => {
  expect(findReferred({ articles: [chinese], inUse: [], articleId: "" }, content, reference).kind).toBe(kind);
  expect(findReferred({ articles: [], inUse: [], articleId: "" }, "", reference).kind).toBe("no-article");
});

test("shows a section of headings by its heading", () => {
  const article = parseChecked("# One\n\n## Two\n\nText here.\n\n# Three\n", { format: markdown });
  expect(referredSpans(article, "§2").map((span) => cut(article, span))).toEqual(["Three"]);
});

const said = (content: string, author = "bot"): Message => ({
  id: content,
  channel_id: "1",
  type: 0,
  author: { id: author, username: author },
  content,
  timestamp: "",
  edited_timestamp: null,
  flags: 0,
  components: [],
});

test("collects each quoted place once, in reading order, from the bot alone", () => {
  const version = short(chinese);
  const messages = [
    said(`-# §2 ¶1:2 · version ${version}\n-# §1 ¶1:1 · version ${version}`),
    said(`-# §1 ¶1:1 · 版本 ${version}\n-# §1 ¶1:1 · version 00000000`),
    said(`-# §1 ¶2:1 · version ${version}`, "reader"),
  ];
  const places = quotedPlaces({ messages, articles: [chinese] }, "bot");
  expect(places.map(({ reference }) => reference)).toEqual(["§1 ¶1:1", "§2 ¶1:2"]);
});

test.for(locales)("tells in %s what answered from what only came near", (locale) => {
  const version = short(chinese);
  const nearest = said(
    `-# 💬 x\n${phrases[locale].declined["not-covered"]}\n${phrases[locale].nearest}\n> y\n-# §2 ¶1:2 · version ${version}\n> z\n-# §1 ¶1:1 · version ${version}`,
  );
  const answer = said(`> z\n-# §1 ¶1:1 · version ${version}`);
  const unsure = said(`${phrases[locale].unsure}\n> z\n-# §1 ¶2:1 · version ${version}`);
  const kinds = (messages: readonly Message[]) =>
    quotedPlaces({ messages, articles: [chinese] }, "bot").map(({ reference, isNearest }) => [reference, isNearest]);
  expect(kinds([nearest, answer, unsure])).toEqual([
    ["§1 ¶1:1", false],
    ["§1 ¶2:1", true],
    ["§2 ¶1:2", true],
  ]);
  expect(kinds([answer, nearest])).toEqual([
    ["§1 ¶1:1", false],
    ["§2 ¶1:2", true],
  ]);
});

test("reads what a message quotes in its own order, and anew for other articles", () => {
  const version = short(chinese);
  const message = said(`> z\n-# §2 ¶1:2 · version ${version}\n> y\n-# §1 ¶1:1 · version ${version}`);
  const articles = [chinese];
  expect(placesIn(message, articles).map(({ reference }) => reference)).toEqual(["§2 ¶1:2", "§1 ¶1:1"]);
  expect(placesIn(message, articles)).toBe(placesIn(message, articles));
  expect(placesIn(message, [])).toEqual([]);
});

test("lays out sections, paragraphs and sentences as they are referred to", () => {
  const groups = sourceGroups(chinese);
  expect(groups.map(({ number, heading }) => [number, heading && cut(chinese, heading)])).toEqual([
    ["1", "首段开头"],
    ["2", "后来"],
  ]);
  const sentences = groups.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "paragraph" ? block.sentences : [])),
  );
  expect(
    sentences.map(({ reference, cells }) => [reference, ...cells.flat().map((piece) => cut(chinese, piece))]),
  ).toEqual([
    ["§1 ¶1:1", "股价下跌0.3%。 "],
    ["§1 ¶1:2", "谷歌却上涨!"],
    ["§1 ¶2:1", "第二段在这里。"],
    ["§2 ¶1:1", "到了第三天,大家才知道。"],
    ["§2 ¶1:2", "没有人说话。"],
  ]);
});

test("lays out Markdown by what is seen of it", () => {
  const groups = sourceGroups(notes);
  const blocks = groups.flatMap((group) => group.blocks);
  const shown = blocks.map((block) =>
    block.kind === "left-out"
      ? block.reason
      : [
          block.form,
          block.marker,
          block.depth,
          ...block.sentences.map(({ cells }) => cells.map((cell) => cell.map((piece) => cut(notes, piece)).join("|"))),
        ],
  );
  expect(shown).toEqual([
    "front-matter",
    ["prose", "", 0, ["One |bold| word. "], ["Then |code|."]],
    ["list-item", "-", 0, ["first thing"]],
    ["list-item", "-", 1, ["second |thing"]],
    ["list-item", "3.", 0, ["third"]],
    ["table", "", 0, ["a", "b |c"], ["d", "e"]],
    ["code", "", 0, ["ls -l"]],
  ]);
});

test.for<{ name: string; kind: ParagraphKind; written: string; cells: readonly (readonly string[])[] }>([
  {
    name: "what a line's end parted",
    kind: "prose",
    written: "It was⟨\n> ⟩raining.",
    cells: [["It was", " raining."]],
  },
  { name: "lines of code", kind: "code", written: "a⟨\n> ⟩b", cells: [["a", "\nb"]] },
  { name: "cells between bars that cannot be seen", kind: "table", written: "⟨| ⟩a⟨ | ⟩b⟨ |⟩", cells: [["a"], [" b"]] },
  {
    name: "cells between bars that can be seen",
    kind: "table",
    written: "⟨| ⟩a | b \\| ⟨*⟩c⟨*⟩ | d⟨ |⟩",
    cells: [["a"], ["b \\| ", "c"], ["d"]],
  },
])("lays out $name", ({ kind, written, cells }) => {
  const article = markedArticle(written, kind);
  const [block] = sourceGroups(article).flatMap(({ blocks }) => blocks);
  const [sentence] = block?.kind === "paragraph" ? block.sentences : [];
  expect(sentence?.cells.map((cell) => cell.map((piece) => piece.before + cut(article, piece)))).toEqual(cells);
});

test("draws marks in reading order and within the map", () => {
  const map = mapSource(chinese, sourceGroups(chinese));
  const places = quotedPlaces(
    {
      messages: [said(`-# §1 ¶1:1 · v ${short(chinese)}\n-# §2 ¶1:2 · v ${short(chinese)}`)],
      articles: [chinese],
    },
    "bot",
  );
  const [first, second] = places.map(({ span }) => map.markOf(span));
  expect(first?.y).toBeLessThan(second?.y ?? 0);
  expect((second?.y ?? 0) + (second?.height ?? 0)).toBeLessThanOrEqual(mapHeight);
  expect(map.lines).toHaveLength(2);
});

test.for([
  { name: "within a sentence", marked: "上涨", text: "上涨", words: "上涨", reference: "§1 ¶1:2" },
  {
    name: "with white space around",
    marked: " 谷歌却上涨!\n第二段",
    text: "谷歌却上涨!\n第二段",
    words: "谷歌却上涨! 第二段",
    reference: "§1 ¶1:2–¶2:1",
  },
])("takes what is marked $name", ({ marked, text, words, reference }) => {
  const start = chinese.text.indexOf(marked);
  expect(takeText(chinese, { start, end: start + marked.length })).toEqual({ text, words, reference });
});

test("takes Markdown as it reads", () => {
  const start = notes.text.indexOf("One");
  const end = notes.text.indexOf(" word") + 5;
  expect(takeText(notes, { start, end })).toEqual({
    text: "One bold word",
    words: "One bold word",
    reference: "§1 ¶1:1",
  });
});

test("takes nothing of white space", () => {
  expect(takeText(chinese, { start: 2, end: 4 })).toBeUndefined();
});

test.for([
  { text: "abc", limit: 3, cut: "abc" },
  { text: "abcd", limit: 3, cut: "abc" },
  { text: "ab😀", limit: 3, cut: "ab" },
])("cuts $text to $limit", ({ text, limit, cut: expected }) => {
  expect(cutToLimit(text, limit)).toBe(expected);
});
