import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksLikeSubtitles, subtitles } from "../../../src/article/formats/subtitles.ts";
import { visibleParts } from "../../../src/article/visible-parts.ts";
import { outlineOf, parseChecked } from "../../support/parse.ts";

const TOUR = `1
00:00:01,000 --> 00:00:03,000
Welcome to the tour
of our tea factory,

2
00:00:03,000 --> 00:00:05,500
which was built in 1962

3
00:00:05,500 --> 00:00:07,000
by two sisters from Kent. It

4
00:00:07,200 --> 00:00:09,000
burned down in 1980.
`;

/** The sentences as a reader sees them, one list a paragraph. */
function shownIn(source: string): string[][] {
  const article = parseChecked(source, { format: subtitles });
  return article.sections.flatMap(({ paragraphs }) =>
    paragraphs.map((paragraph) =>
      paragraph.sentences.map(({ span }) =>
        visibleParts(paragraph, span)
          .map(({ start, end }) => article.text.slice(start, end))
          .join("|"),
      ),
    ),
  );
}

describe("SRT", () => {
  test("joins what runs over cues and leaves numbers and times out", () => {
    const article = parseChecked(TOUR, { format: subtitles });
    const [first, second] = article.sections[0]?.paragraphs[0]?.sentences ?? [];
    expect(article.sections[0]?.paragraphs).toHaveLength(1);
    expect(article.text.slice(first?.span.start, first?.span.end)).toMatch(
      /^Welcome to the tour[^]*by two sisters from Kent\.$/u,
    );
    expect(article.text.slice(second?.span.start, second?.span.end)).toMatch(/^It\n\n4\n[^]*burned down in 1980\.$/u);
    expect(outlineOf(article).leftOut).toEqual(["cue: 1", "cue: 00:00:01,000 --> 00:00:03,000"]);
    expect(article.landmarks).toEqual([
      { kind: "time", label: "0:00:01", start: TOUR.indexOf("Welcome") },
      { kind: "time", label: "0:00:03", start: TOUR.indexOf("which") },
      { kind: "time", label: "0:00:05", start: TOUR.indexOf("by two") },
      { kind: "time", label: "0:00:07", start: TOUR.indexOf("burned") },
    ]);
  });

  test("is known in a plain text file", () => {
    expect(outlineOf(parseChecked(TOUR)).sections).toEqual(
      outlineOf(parseChecked(TOUR, { format: subtitles })).sections,
    );
  });

  test.for([
    {
      name: "a silence behind a sentence",
      cues: [
        ["00:00:01,000", "00:00:02,000", "It is open."],
        ["00:00:06,000", "00:00:07,000", "Come in."],
      ],
      paragraphs: [["It is open."], ["Come in."]],
    },
    {
      name: "no silence within one",
      cues: [
        ["00:00:01,000", "00:00:02,000", "It is"],
        ["00:00:07,000", "00:00:08,000", "open."],
      ],
      paragraphs: [["It is|open."]],
    },
    {
      name: "a long silence anywhere",
      cues: [
        ["00:00:01,000", "00:00:02,000", "It is"],
        ["00:01:07,000", "00:01:08,000", "open."],
      ],
      paragraphs: [["It is"], ["open."]],
    },
    {
      name: "another speaker",
      cues: [
        ["00:00:01,000", "00:00:02,000", "- Is it open?\n- Yes. -5 outside."],
        ["00:00:02,000", "00:00:03,000", ">> Come in."],
      ],
      paragraphs: [["Is it open?"], ["Yes.", "-5 outside."], ["Come in."]],
    },
    {
      name: "tags nowhere",
      cues: [["00:00:01,000", "00:00:02,000", '{\\an8}<i>It is <b>open</b>.</i> Come <font color="#fff">in</font>.']],
      paragraphs: [["It is |open|.", "Come |in|."]],
    },
    {
      name: "lines where Chinese has no marks",
      cues: [
        ["00:00:01,000", "00:00:02,000", "欢迎来到茶厂"],
        ["00:00:02,000", "00:00:03,000", "它建于1962年"],
      ],
      paragraphs: [["欢迎来到茶厂", "它建于1962年"]],
    },
    {
      name: "Chinese with marks over cues",
      cues: [
        ["00:00:01,000", "00:00:02,000", "欢迎来到茶厂，"],
        ["00:00:02,000", "00:00:03,000", "它建于1962年。"],
      ],
      paragraphs: [["欢迎来到茶厂，|它建于1962年。"]],
    },
  ])("parts paragraphs at $name", ({ cues, paragraphs }) => {
    const source = cues
      .map(([from, to, text], index) => `${index + 1}\r\n${from} --> ${to}\r\n${text}\r\n`)
      .join("\r\n");
    expect(shownIn(source)).toEqual(paragraphs);
  });
});

describe("WebVTT", () => {
  const source = `WEBVTT - A tour
Kind: captions

NOTE
Not for readers.

STYLE
::cue { color: red }

intro
00:01.000 --> 00:03.000 align:start position:10%
<v Anna>The <c.loud>factory</c> is open.

00:03.000 --> 00:04.000
<v Anna>Come <00:03.500>in.

00:04.000 --> 00:05.000
<v Ben Li>Thanks!
`;

  test("leaves out header, notes, styles, names, settings and tags", () => {
    expect(shownIn(source)).toEqual([["The |factory| is open.", "Come |in."], ["Thanks!"]]);
    expect(outlineOf(parseChecked(source, { format: subtitles })).leftOut).toEqual([
      "markup: WEBVTT - A tour",
      "markup: Kind: captions",
      "markup: NOTE",
      "markup: Not for readers.",
      "markup: STYLE",
      "markup: ::cue { color: red }",
      "cue: intro",
      "cue: 00:01.000 --> 00:03.000 align:start position:10%",
      "markup: <v Anna>",
      "cue: 00:03.000 --> 00:04.000",
      "cue: <v Anna>",
      "cue: 00:04.000 --> 00:05.000",
      "markup: <v Ben Li>",
    ]);
  });
});

test.for([
  { name: "SRT", source: TOUR, is: true },
  { name: "SRT without numbers", source: "00:01:00,000 --> 00:02:00,000\nHello.\n", is: true },
  { name: "WebVTT with a mark", source: "\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n", is: true },
  { name: "a list", source: "1\nTea\n2\nCoffee\n", is: false },
  { name: "a text about WebVTT", source: "WEBVTTs are files.\n", is: false },
  { name: "a text with times", source: "Times\n\n00:01:00,000 --> 00:02:00,000\n", is: false },
])("tells whether a text is subtitles: $name", ({ source, is }) => {
  expect(looksLikeSubtitles(source)).toBe(is);
});

describe("properties", () => {
  const line = fc.constantFrom(
    "1",
    "2",
    "",
    "",
    "00:00:01,000 --> 00:00:02,000",
    "01:02.500 --> 01:03.000 line:0",
    "WEBVTT",
    "NOTE x",
    "STYLE",
    "Hello there.",
    "- Yes.",
    "<i>no</i>",
    "<v A>",
    "{\\an8}",
    "茶厂。",
    "--> ",
    "😀",
    "<b>",
    "\ufeff",
    "\ud83d",
    "欢迎",
  );

  test("covers arbitrary lines", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom("\n", "\r\n", "\r"), (lines, lineBreak) => {
        const words = "00:00:01,000 --> 00:00:02,000\nWords.\n\n";
        expect(parseChecked(words + lines.join(lineBreak), { format: subtitles }).sections).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});
