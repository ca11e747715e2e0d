import { expect, test } from "vitest";
import type { LeftOutReason } from "../../src/article/article.ts";
import { countLeftOut } from "../../src/article/count-left-out.ts";

const piece = (text: string, part: string, reason: LeftOutReason) => {
  const start = text.indexOf(part);
  return { span: { start, end: start + part.length }, reason };
};

test.for<{ name: string; text: string; parts: readonly (readonly [string, LeftOutReason])[]; count: number }>([
  { name: "nothing", text: "Text.", parts: [], count: 0 },
  { name: "no marks", text: "# Text.", parts: [["#", "markup"]], count: 0 },
  { name: "no times of subtitles", text: "1\nText.", parts: [["1", "cue"]], count: 0 },
  { name: "no lines without a word", text: "---\nText.", parts: [["---", "footer"]], count: 0 },
  {
    name: "lines that follow each other once",
    text: "From: Ann\nTo: Ben\n\nText.",
    parts: [
      ["From: Ann", "mail-header"],
      ["To: Ben", "mail-header"],
    ],
    count: 1,
  },
  {
    name: "lines with text between them each",
    text: "Page 1\nText.\nPage 2",
    parts: [
      ["Page 1", "page-furniture"],
      ["Page 2", "page-furniture"],
    ],
    count: 2,
  },
  {
    name: "lines of two kinds each",
    text: "Home › News\nPhoto: Ann\nText.",
    parts: [
      ["Home › News", "breadcrumb"],
      ["Photo: Ann", "repeated-caption"],
    ],
    count: 2,
  },
])("counts $name", ({ text, parts, count }) => {
  expect(countLeftOut({ text, leftOut: parts.map(([part, reason]) => piece(text, part, reason)) })).toBe(count);
});
