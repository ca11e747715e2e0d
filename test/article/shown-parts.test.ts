import fc from "fast-check";
import { expect, test } from "vitest";
import { allSections, type Article, headingText, type ParagraphKind } from "../../src/article/article.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { findBrokenInvariants } from "../../src/article/invariants.ts";
import { listSentences } from "../../src/article/list-sentences.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { cutQuote, shownParts, showsMoreThan, unseenBetween } from "../../src/article/shown-parts.ts";
import { visibleParts } from "../../src/article/visible-parts.ts";
import { assertQuotes, assertShown } from "../../src/render/assert-quotes.ts";
import { renderAnswer } from "../../src/render/render-answer.ts";
import { joinShown, shownSpan } from "../../src/text/shown-part.ts";
import type { Span } from "../../src/text/span.ts";
import { quoteOf, shelf, spanOf } from "../render/answers.ts";
import { arbitraryText } from "../support/arbitrary-text.ts";
import { markedArticle } from "../support/marked-article.ts";

function shownOf(article: Article, span: Span = { start: 0, end: article.text.length }): string {
  return joinShown(cutQuote(article, span).shown);
}

test.for<{ name: string; written: string; kind?: ParagraphKind; shown: string }>([
  { name: "stars away", written: "⟨**⟩Stop.⟨**⟩ Go.", shown: "Stop. Go." },
  { name: "an address away", written: 'See ⟨[⟩the rules⟨](https://a.example "a b")⟩.', shown: "See the rules." },
  { name: "the white space of an address as none", written: 'a⟨](x\n"y z")⟩b', shown: "ab" },
  { name: "an image between words away", written: "The ⟨![a b](x.png)⟩ cup.", shown: "The  cup." },
  { name: "quoted mail lines as one", written: "It was⟨\n> ⟩raining.", shown: "It was raining." },
  { name: "deeply quoted mail lines as one", written: "It was⟨\r\n> > ⟩raining.", shown: "It was raining." },
  { name: "a Chinese line that was broken without a space", written: "茶⟨\n> ⟩叶很香。", shown: "茶叶很香。" },
  { name: "a break behind a Chinese comma likewise", written: "春天，⟨\n> ⟩茶叶。", shown: "春天，茶叶。" },
  { name: "a break before a Chinese quotation likewise", written: "他说：⟨\n> ⟩“好。”", shown: "他说：“好。”" },
  { name: "an ideograph of another plane likewise", written: "𠮷⟨\n> ⟩𠮷", shown: "𠮷𠮷" },
  { name: "kana likewise", written: "お茶⟨\n> ⟩です", shown: "お茶です" },
  { name: "a space between Chinese and English lines", written: "喝⟨\n> ⟩tea", shown: "喝 tea" },
  { name: "a space between English quotations", written: "“Yes.”⟨\n> ⟩“No.”", shown: "“Yes.” “No.”" },
  { name: "a space between ideographs that a blank parts", written: "茶⟨ | ⟩壶", shown: "茶 壶" },
  {
    name: "a sentence over a page",
    written: "They walked⟨\n\n12\n\f\nTHE TEA ROAD\n\n⟩home.",
    shown: "They walked home.",
  },
  { name: "a Chinese sentence over a page", written: "他们走⟨\n\n第 12 页\n\f茶路\n\n⟩回家。", shown: "他们走回家。" },
  { name: "a word that a line's end broke as it was broken", written: "the dan-⟨\n> ⟩cers", shown: "the dan-\ncers" },
  { name: "a sentence over cues", written: "Up we⟨\n\n2\n00:00:02,000 --> 00:00:04,000\n⟩went.", shown: "Up we went." },
  { name: "a shortcode in the middle", written: "Use ⟨{{< kbd >}}⟩Enter⟨{{< /kbd >}}⟩ now.", shown: "Use Enter now." },
  { name: "a broken line as a line", written: "One⟨<br>⟩two⟨ <BR /> ⟩three", shown: "One\ntwo\nthree" },
  { name: "a line break of its own as it stands", written: "one\r\n⟨> ⟩two", shown: "one\r\ntwo" },
  { name: "code by its lines", written: "if a:⟨\n> ⟩    b()", kind: "code", shown: "if a:\n    b()" },
  { name: "lines of code that end in blanks", written: "a ⟨\n> ⟩b", kind: "code", shown: "a \nb" },
  {
    name: "cells with the bars between them",
    written: "⟨| ⟩Oolong | 9 | 3⟨ |⟩",
    kind: "table",
    shown: "Oolong | 9 | 3",
  },
  { name: "rows as lines", written: "⟨| ⟩a | 1⟨ |\n| ⟩b | 2⟨ |⟩", kind: "table", shown: "a | 1\nb | 2" },
  {
    name: "verses as lines",
    written: "⟨> ⟩床前明月光⟨\n> ⟩疑是地上霜",
    kind: "verse",
    shown: "床前明月光\n疑是地上霜",
  },
  { name: "no white space at either end", written: "⟨**⟩ a ⟨**⟩ ", shown: "a" },
])("shows $name", ({ written, kind, shown }) => {
  const article = markedArticle(written, kind);
  expect(shownOf(article)).toBe(shown);
  const cut = cutQuote(article, { start: 0, end: article.text.length });
  expect(() => assertShown(article, cut)).not.toThrow();
});

test.for([
  { name: "a part of a sentence", part: "Go. ⟨](x)⟩Now", shown: "Go. Now" },
  { name: "what begins and ends in marks", part: "**⟩Stop.⟨**", shown: "Stop." },
  { name: "marks alone, which show nothing, as they are", part: "](x)", shown: "](x)" },
])("shows $name", ({ part, shown }) => {
  const article = markedArticle("⟨**⟩Stop.⟨**⟩ Go. ⟨](x)⟩Now.");
  expect(shownOf(article, spanOf(article, part.replaceAll(/[⟨⟩]/gu, "")))).toBe(shown);
});

const source = [
  "---",
  "author: **Li**",
  "---",
  "# Tea *now*",
  "",
  "**Stop.** Go.",
  "",
  "## Black `tea`",
  "",
  "- It *is*",
  "  strong.",
  "- [Yes](https://a.example).",
  "",
  "![](x.png)",
].join("\n");

function parseMarkdown(text: string): Article {
  return parseArticle({ name: "a.md", bytes: Buffer.from(text), format: markdown });
}

test.for([
  { name: "the title", part: "Tea *now*", shown: "Tea now" },
  { name: "a line of what is left out", part: "author: **Li**", shown: "author: **Li**" },
  { name: "a list item that goes on", part: "It *is*\n  strong.", shown: "It is\nstrong." },
  {
    name: "headings and paragraphs by lines, without what is left out between them",
    part: source.slice(source.indexOf("**Stop")),
    shown: "Stop. Go.\nBlack tea\nIt is\nstrong.\nYes.",
  },
])("shows $name", ({ part, shown }) => {
  const article = parseMarkdown(source);
  expect(shownOf(article, spanOf(article, part))).toBe(shown);
});

test("names title and sections by what is seen of them", () => {
  const article = parseMarkdown("# *All* of [it](x)\n\nLead.\n\n## **Bold**\n\n### The `a` ![](b) & c\n\nText.");
  expect(findBrokenInvariants(article)).toEqual([]);
  const headings = [...allSections(article.sections)].map((section) => headingText(article, section));
  expect([article.title, ...headings]).toEqual(["All of it", "", "Bold", "The a  & c"]);
});

test("tells what some parts leave out", () => {
  const article = markedArticle("⟨**⟩Stop.⟨**⟩ Go. ⟨](x)⟩Now.");
  const span = { start: 0, end: article.text.length };
  const left = (...parts: readonly string[]) =>
    unseenBetween(
      article,
      span,
      parts.map((part) => spanOf(article, part)),
    ).map(({ start, end }) => article.text.slice(start, end));
  expect(left("Stop.", "Go.", "Now.")).toEqual([]);
  expect(left("Stop.", "Now.")).toEqual([" Go. "]);
  expect(left("Stop")).toEqual([".", " Go. ", "Now."]);
  expect(left("Stop.** Go. ](x)Now.")).toEqual([]);
  expect(left()).toEqual(["Stop.", " Go. ", "Now."]);
});

test.for([
  { name: "a word", part: "Stop", at: "Stop" },
  { name: "words over marks", part: "Stop.** Go", at: "Stop. Go" },
  { name: "the marks alone", part: "](x)", at: undefined },
])("finds $name in what is shown", ({ part, at }) => {
  const article = markedArticle("⟨**⟩Stop.⟨**⟩ Go. ⟨](x)⟩Now.");
  const parts = shownParts(article, { start: 0, end: article.text.length });
  const found = shownSpan(parts, spanOf(article, part));
  expect(found && joinShown(parts).slice(found.start, found.end)).toBe(at);
});

test("shows whole characters of a stretch that cuts some", () => {
  const article = markedArticle("😀 tea 😀");
  expect(joinShown(shownParts(article, { start: 1, end: article.text.length - 1 }))).toBe("tea");
});

const bare = (text: string): string => text.replaceAll(/\s+/gu, "");

test("shows of every sentence just what can be seen of it, and every message shows it so", () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const article = parsed(text);
      if (!article) return;
      for (const { span, section, paragraph } of listSentences(article)) {
        const cut = cutQuote(article, span);
        const parts = section.paragraphs[paragraph - 1];
        const seen = parts ? visibleParts(parts, span).map(({ start, end }) => article.text.slice(start, end)) : [];
        expect(bare(joinShown(cut.shown))).toBe(bare(seen.join("") || cut.text));
        const quote = { ...quoteOf(article, article.text), ...cut };
        const answer = { kind: "quotes", quotes: [quote], added: [] } as const;
        const reply = renderAnswer(answer, { articles: shelf(article), locale: "en", private: false });
        assertQuotes(reply, shelf(article));
      }
    }),
    { numRuns: 300 },
  );
});

/** Nothing where the text holds nothing to quote. */
function parsed(text: string): Article | undefined {
  try {
    return parseMarkdown(text.toWellFormed());
  } catch {
    return undefined;
  }
}

test("tells of some stretches whether they show more than so much, never where they do not", () => {
  const article = parseArticle({ name: "a.md", bytes: Buffer.from(LONG), format: markdown });
  const spans = listSentences(article).map(({ span }) => span);
  const shown = spans.map((span) => shownOf(article, span).length);
  const total = shown.reduce((sum, length) => sum + length, 0);
  expect(showsMoreThan(article, spans, total)).toBe(false);
  expect(showsMoreThan(article, spans, total / 2)).toBe(true);
  const whole = { start: 0, end: article.text.length };
  expect(showsMoreThan(article, [whole], shownOf(article, whole).length)).toBe(false);
  expect(showsMoreThan(article, [], 0)).toBe(false);
});

const LONG = `# Title\n\n${"Some **bold** words. A [link](https://a.example/b) too.\n\n".repeat(9)}`;
