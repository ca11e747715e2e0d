import { describe, expect, test } from "vitest";
import type { Article, Paragraph, Section } from "../../src/article/article.ts";
import { findBrokenInvariants } from "../../src/article/invariants.ts";
import type { Span } from "../../src/text/span.ts";

//            0   2    5   7    10   13    16 18
const text = "题\n一\n\n甲。乙。\n二\n\n丙😀。\n尾";

const span = (start: number, end: number): Span => ({ start, end });

function paragraph(whole: Span, ...sentences: readonly Span[]): Paragraph {
  return { kind: "prose", span: whole, visible: [whole], sentences: sentences.map((each) => ({ span: each })) };
}

const first: Section = {
  number: [1],
  heading: span(2, 3),
  span: span(2, 9),
  paragraphs: [paragraph(span(5, 9), span(5, 7), span(7, 9))],
  sections: [],
};
const second: Section = {
  number: [2],
  heading: span(10, 11),
  span: span(10, 17),
  paragraphs: [paragraph(span(13, 17), span(13, 17))],
  sections: [],
};
const sound: Article = {
  id: "x",
  title: "题",
  titleSpan: span(0, 1),
  language: "zh",
  source: {},
  version: "0",
  text,
  sections: [first, second],
  leftOut: [{ span: span(18, 19), reason: "footer" }],
};

const withFirst = (change: Partial<Section>): Article => ({ ...sound, sections: [{ ...first, ...change }, second] });
const withSecond = (change: Partial<Section>): Article => ({ ...sound, sections: [first, { ...second, ...change }] });

test("finds nothing wrong with a sound article", () => {
  expect(findBrokenInvariants(sound)).toEqual([]);
  expect(
    findBrokenInvariants({ ...sound, text: " \n\ufeff", sections: [], leftOut: [], titleSpan: span(0, 0) }),
  ).toEqual(["title 0–0 is empty"]);
});

describe("finds", () => {
  test.for<{ name: string; article: Article; broken: string }>([
    {
      name: "text that nothing covers",
      article: { ...sound, leftOut: [] },
      broken: "nothing covers offset 18",
    },
    {
      name: "a title that is not there",
      article: { ...sound, titleSpan: span(0, 0) },
      broken: "nothing covers offset 0",
    },
    {
      name: "an empty span",
      article: { ...sound, leftOut: [...sound.leftOut, { span: span(4, 4), reason: "footer" }] },
      broken: "footer 4–4 is empty",
    },
    {
      name: "a span outside of the text",
      article: { ...sound, leftOut: [{ span: span(18, 20), reason: "footer" }] },
      broken: "footer 18–20 lies outside 0–19",
    },
    {
      name: "leaves that overlap",
      article: { ...sound, titleSpan: span(0, 3) },
      broken: "heading of section 1 2–3 overlaps what ends at 3",
    },
    {
      name: "a cut character",
      article: withSecond({
        paragraphs: [{ ...paragraph(span(13, 17), span(13, 15), span(15, 17)), visible: [span(13, 17)] }],
      }),
      broken: "sentence of section 2 13–15 cuts a character in two",
    },
    {
      name: "a visible part that cuts a character",
      article: withSecond({ paragraphs: [{ ...paragraph(span(13, 17), span(13, 17)), visible: [span(13, 15)] }] }),
      broken: "visible part of section 2 13–15 cuts a character in two",
    },
    {
      name: "an empty visible part",
      article: withSecond({ paragraphs: [{ ...paragraph(span(13, 17), span(13, 17)), visible: [span(14, 14)] }] }),
      broken: "visible part of section 2 14–14 is empty",
    },
    {
      name: "visible parts out of order",
      article: withFirst({
        paragraphs: [{ ...paragraph(span(5, 9), span(5, 7), span(7, 9)), visible: [span(7, 9), span(5, 7)] }],
      }),
      broken: "visible part 5–7 begins before 9 of section 1",
    },
    {
      name: "sentences out of order",
      article: withFirst({ paragraphs: [paragraph(span(5, 9), span(7, 9), span(5, 7))] }),
      broken: "sentence 5–7 begins before 9 of section 1",
    },
    {
      name: "a sentence outside of its paragraph",
      article: withFirst({ paragraphs: [paragraph(span(5, 8), span(5, 7), span(7, 9))] }),
      broken: "sentence 7–9 lies outside 5–8 of section 1",
    },
    {
      name: "a paragraph without sentences",
      article: withFirst({ paragraphs: [paragraph(span(5, 9))] }),
      broken: "paragraph 5–9 is wider than its sentences of section 1",
    },
    {
      name: "a paragraph wider than its sentences",
      article: withFirst({ span: span(2, 10), paragraphs: [paragraph(span(5, 10), span(5, 7), span(7, 9))] }),
      broken: "paragraph 5–10 is wider than its sentences of section 1",
    },
    {
      name: "a section wider than what it holds",
      article: withFirst({ span: span(1, 9) }),
      broken: "part 1–9 is wider than what it holds of section 1",
    },
    {
      name: "a paragraph outside of its section",
      article: withFirst({ span: span(2, 7) }),
      broken: "part 5–9 lies outside 2–7 of section 1",
    },
    {
      name: "sections out of order",
      article: { ...sound, sections: [second, first] },
      broken: "section 2–9 begins before 17",
    },
    {
      name: "a subsection outside of its section",
      article: { ...sound, sections: [{ ...first, sections: [second] }] },
      broken: "part 10–17 lies outside 2–9 of section 1",
    },
    {
      name: "what is wrong deeper down",
      article: { ...sound, sections: [{ ...first, span: span(2, 17), sections: [{ ...second, span: span(10, 18) }] }] },
      broken: "part 10–18 is wider than what it holds of section 2",
    },
  ])("$name", ({ article, broken }) => {
    expect(findBrokenInvariants(article)).toContain(broken);
  });
});
