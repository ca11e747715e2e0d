import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { verifyQuote } from "../../src/answer/verify-quote.ts";
import { libraryOf } from "../support/library-of.ts";
import type { Article } from "../../src/article/article.ts";
import { listSentences } from "../../src/article/list-sentences.ts";
import { cutQuote } from "../../src/article/shown-parts.ts";
import { createLibrary } from "../../src/search/library.ts";
import { joinShown } from "../../src/text/shown-part.ts";
import { oneParagraph } from "../render/answers.ts";
import { arbitraryText } from "../support/arbitrary-text.ts";
import { smallLibrary } from "../support/library.ts";

const library = smallLibrary();

function summary(given: string) {
  const found = verifyQuote(library, given);
  switch (found.kind) {
    case "empty":
    case "absent":
      return found.kind;
    case "verbatim":
      return [found.kind, ...found.places.map(({ quote }) => quote?.reference)].join(" ");
    case "typographic":
    case "changed":
      return [found.kind, found.place.quote?.reference, ...found.differences.map(({ kind }) => kind)].join(" ");
    case "parts":
      return [found.order, ...found.parts.map(({ verdict }) => verdict.kind)].join(" ");
  }
}

test.for([
  { name: "a whole sentence", given: "It comes from Yunnan and Assam.", expected: "verbatim §1 ¶1:2" },
  { name: "a part of one", given: "comes from Yunnan", expected: "verbatim §1 ¶1:2" },
  { name: "one over two sentences", given: "oxidised. It comes", expected: "verbatim §1 ¶1:1–2" },
  { name: "one in quotation marks of its own", given: "“Green tea is not oxidised.”", expected: "verbatim §2 ¶1:1" },
  { name: "a heading", given: "Green tea\n\n", expected: "verbatim §2 ¶0 §2 ¶1:1" },
  { name: "a part of the title", given: "Tea", expected: "verbatim §0 ¶0" },
  { name: "words that stand twice", given: "oxidised", expected: "verbatim §1 ¶1:1 §2 ¶1:1" },
  {
    name: "other spaces and capitals",
    given: "it  comes from\nYunnan and Assam",
    expected: "typographic §1 ¶1:2 case",
  },
  { name: "a changed word", given: "It comes from Yunnan and Ceylon.", expected: "changed §1 ¶1:2 words" },
  { name: "a negation left out", given: "Green tea is oxidised.", expected: "changed §2 ¶1:1 words" },
  { name: "something else", given: "The moon is made of cheese.", expected: "absent" },
  { name: "no word at all", given: "…!?", expected: "empty" },
  { name: "nothing", given: "", expected: "empty" },
])("checks $name", ({ given, expected }) => {
  expect(summary(given)).toBe(expected);
});

describe("a text that is broken over lines", () => {
  const source =
    "# Tea\n\nThe most danger-\nous part is the pouring, since the\nboiling water may splash the appren-\ntice.\n\n" +
    "他把茶壶放在桌上，后来才发现那把茶\n壶是昨天那位客人的，于是赶紧追了出去。\n";
  const broken = libraryOf([parseArticle({ name: "tea.md", bytes: Buffer.from(source), format: markdown })]);
  test.for([
    { name: "a word with a hyphen at a line's end", given: "may splash the apprentice", kinds: ["hyphens"] },
    {
      name: "words that stand further up too",
      given: "the boiling water may splash the apprentice",
      kinds: ["hyphens"],
    },
    { name: "ideographs", given: "那把茶壶是昨天那位客人的", kinds: ["spaces"] },
    { name: "an ideograph that stands further up too", given: "茶壶是昨天", kinds: ["spaces"] },
  ])("differs in its typography alone: $name", ({ given, kinds }) => {
    const found = verifyQuote(broken, given);
    expect(found.kind === "typographic" && found.differences.map(({ kind }) => kind)).toEqual(kinds);
  });
});

test("takes cells of a table for words of their own", () => {
  const article = parseArticle({
    name: "ports.md",
    bytes: Buffer.from("# Ports\n\n| Port | Use |\n| --- | --- |\n| 9090 | metrics |\n| 8080 | pages |\n"),
    format: markdown,
  });
  expect(verifyQuote(libraryOf([article]), "9090 metrics")).toMatchObject({ kind: "typographic" });
});

test("takes Markdown for verbatim as it is shown, without its marks", () => {
  const text = "It is *steamed* or [roasted](https://example.org/x) soon.";
  const spans = ["It is ", "steamed", " or ", "roasted", " soon."].map((part) => ({
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
  }));
  const span = { start: 0, end: text.length };
  const paragraph = { kind: "prose", span, visible: spans, sentences: [{ span }] } as const;
  const article = oneParagraph(text, { sections: [{ number: [0], span, paragraphs: [paragraph], sections: [] }] });
  const shown = libraryOf([article]);
  expect(verifyQuote(shown, "It is steamed or roasted soon.")).toMatchObject({ kind: "verbatim" });
  expect(verifyQuote(shown, "It is boiled or roasted soon.")).toMatchObject({
    kind: "changed",
    differences: [{ kind: "words", original: spans[1] }],
  });
});

test("finds every stretch of an article to be verbatim", () => {
  const text = library.articles.get("tea")?.text ?? "";
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(text.length), (one, other) => {
      const given = text.slice(Math.min(one, other), Math.max(one, other));
      const found = verifyQuote(library, given);
      expect(found.kind).toBe(/[\p{L}\p{N}]/u.test(given) ? "verbatim" : "empty");
    }),
  );
});

test("knows no other article's sentences", () => {
  expect(() => verifyQuote(library, "Mars has water", "mars")).toThrow(RangeError);
});

const notes = [
  "# Notes",
  "",
  "**Stop.** Then [go](https://a.example 'x y') on. **Stop.** It is &amp; was.",
  "",
  "> 绿茶**产自**",
  "> 杭州。",
  "",
  "| Tea | Price |",
  "| --- | --- |",
  "| Oolong | 9 |",
].join("\n");
const parsed = parseArticle({ name: "notes.md", bytes: Buffer.from(notes), format: markdown });

test.for([
  { name: "a sentence in bold, wherever it stands", given: "Stop.", expected: ["Stop.", "Stop."] },
  { name: "a sentence with a link", given: "Then go on.", expected: ["Then go on."] },
  { name: "one in quotation marks of its own", given: "“Then go on.”", expected: ["Then go on."] },
  {
    name: "one with marks of its own in the way",
    given: "go on. Stop. It is &amp; was.",
    expected: ["Then go on. Stop. It is &amp; was."],
  },
  { name: "lines as they are shown", given: "绿茶产自\n杭州。", expected: ["绿茶产自\n杭州。"] },
  { name: "the source as it stands", given: "**Stop.** Then", expected: ["Stop. Then go on."] },
])("takes for verbatim $name", ({ given, expected }) => {
  const found = verifyQuote(libraryOf([parsed]), given);
  const quotes = found.kind === "verbatim" ? found.places.map(({ quote }) => quote && joinShown(quote.shown)) : [];
  expect({ kind: found.kind, quotes }).toEqual({ kind: "verbatim", quotes: expected });
});

test("takes whatever is shown of a sentence for verbatim", () => {
  fc.assert(
    fc.property(arbitraryText, fc.constantFrom("\n", "\r\n"), (text, lineBreak) => {
      const article = tryParse(text.toWellFormed().replaceAll(/\r\n?/gu, lineBreak));
      if (!article) return;
      const shelf = createLibrary([article], library);
      for (const { span } of listSentences(article)) {
        const given = joinShown(cutQuote(article, span).shown).replaceAll(/\r\n?/gu, "\n");
        expect(verifyQuote(shelf, given).kind).toMatch(/^(?:verbatim|empty)$/u);
      }
    }),
    { numRuns: 100 },
  );
});

/** Nothing where the text holds nothing to quote. */
function tryParse(text: string): Article | undefined {
  try {
    return parseArticle({ name: "a.md", bytes: Buffer.from(text), format: markdown });
  } catch {
    return undefined;
  }
}
