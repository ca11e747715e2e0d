import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Companion, DeclineReason, Quote } from "../../src/answer/answer.ts";
import type { Article } from "../../src/article/article.ts";
import { cutQuote } from "../../src/article/shown-parts.ts";
import { assertQuotes } from "../../src/render/assert-quotes.ts";
import type { Locale } from "../../src/render/locale.ts";
import { locales } from "../../src/render/locale.ts";
import { renderAnswer } from "../../src/render/render-answer.ts";
import { overlaps, trimSpan } from "../../src/text/span.ts";
import { words } from "../../src/render/words/all.ts";
import { companionOf, oneParagraph, quoteOf, shelf, spanOf } from "./answers.ts";

const article = oneParagraph("It rose. Then it *fell*. Nobody knew why.");

function render(answer: Answer, articles = shelf(article), locale: Locale = "en") {
  return renderAnswer(answer, { articles, locale, private: false });
}

function quotes(...given: readonly Quote[]): Answer {
  return { kind: "quotes", quotes: given, added: [] };
}

function unsure(given: Partial<Extract<Answer, { kind: "unsure" }>> = {}): Answer {
  return { kind: "unsure", quotes: [quoteOf(article, "It rose.")], missing: [], added: [], ...given };
}

function declined(given: Partial<Extract<Answer, { kind: "declined" }>> = {}): Answer {
  return { kind: "declined", reason: "not-covered", missing: [], nearest: [], added: [], ...given };
}

test("shows heading, quote, and reference with version and link", () => {
  const quote = quoteOf(article, "It rose.", { matches: [spanOf(article, "rose")] });
  expect(render(quotes(quote))).toEqual({
    kind: "message",
    content: [
      "**Section**",
      "> It **rose**.",
      "-# §0 ¶1:1 · version 01234567 · [source](<https://example.org/page>)",
    ].join("\n"),
    private: false,
    quotes: [
      {
        article: "one",
        span: { start: 0, end: 8 },
        text: "It rose.",
        shown: [{ span: { start: 0, end: 8 }, text: "It rose.", before: "" }],
      },
    ],
  });
});

test("says a heading once for quotes of one section in a row", () => {
  const { content } = render(
    quotes(
      quoteOf(article, "It rose."),
      quoteOf(article, "Nobody knew why."),
      quoteOf(article, "Then it *fell*.", { section: "Other" }),
    ),
  );
  expect(content.match(/\*\*\w+\*\*/gu)).toEqual(["**Section**", "**Other**"]);
});

test("says where they are from once below quotes of one article in a row", () => {
  const other = oneParagraph("Other.", { id: "two", title: "Two", version: "fedcba9876543210", source: {} });
  const { content } = render(
    quotes(
      quoteOf(article, "It rose."),
      quoteOf(article, "Nobody knew why.", { reference: "§0 ¶1:3" }),
      quoteOf(other, "Other."),
    ),
    shelf(article, other),
  );
  expect(content.split("\n")).toEqual([
    "**One › Section**",
    "> It rose.",
    "-# §0 ¶1:1",
    "> Nobody knew why.",
    "-# §0 ¶1:3 · version 01234567 · [source](<https://example.org/page>)",
    "**Two › Section**",
    "> Other.",
    "-# §0 ¶1:1 · version fedcba98",
  ]);
});

test("says an article's title once for its sections in a row", () => {
  const other = oneParagraph("Other.", { id: "two", title: "Two" });
  const { content } = render(
    quotes(quoteOf(article, "It rose."), quoteOf(article, "Nobody knew why.", { section: "End" })),
    shelf(article, other),
  );
  expect(content.match(/\*\*.+\*\*/gu)).toEqual(["**One › Section**", "**End**"]);
});

test("leaves a long address to the button", () => {
  const far = oneParagraph("It rose.", { source: { address: `https://example.org/${"a".repeat(250)}` } });
  expect(render(quotes(quoteOf(far, "It rose.")), shelf(far)).content).toMatch(/-# §0 ¶1:1 · version 01234567$/u);
});

test.for([
  { locale: "en", heading: "**About Rise \\*fast\\*** · Section" },
  { locale: "zh-CN", heading: "**关于 Rise \\*fast\\*** · Section" },
  { locale: "zh-TW", heading: "**關於 Rise \\*fast\\*** · Section" },
] as const)("says of a comparison which side each quote speaks of: $locale", ({ locale, heading }) => {
  const [rose, fell] = [
    quoteOf(article, "It rose.", { side: "Rise *fast*" }),
    quoteOf(article, "Then it *fell*.", { side: "fall" }),
  ];
  const lines = render(quotes(rose, fell), shelf(article), locale).content.split("\n");
  expect(lines[0]).toBe(heading);
  expect(lines.filter((line) => line.includes("** · Section"))).toHaveLength(2);
});

test("names the article where there are several, and where there is no heading", () => {
  const other = oneParagraph("Other.", { id: "two", title: "Two" });
  expect(render(quotes(quoteOf(article, "It rose.")), shelf(article, other)).content).toContain("**One › Section**");
  expect(render(quotes(quoteOf(article, "It rose.", { section: "" }))).content).toContain("**One**");
});

test("leaves the link out where no source address is known", () => {
  const unsourced = oneParagraph("It rose.", { source: {} });
  expect(render(quotes(quoteOf(unsourced, "It rose.")), shelf(unsourced)).content).toMatch(/version 01234567$/u);
});

describe("without room", () => {
  const sentences = ["a", "b", "c"].map((letter) => `${letter.repeat(899)}.`);
  const long = oneParagraph(sentences.join(" "), { source: {} });

  test("leaves quotes out whole and names them", () => {
    const { content, quotes: shown } = render(
      quotes(...sentences.map((text, index) => quoteOf(long, text, { reference: `§0 ¶1:${index + 1}` }))),
      shelf(long),
    );
    expect(shown.map(({ text }) => text)).toEqual(sentences.slice(0, 2));
    expect(content).toMatch(/\n-# One passage is too long for this message and is left out whole: §0 ¶1:3$/u);
  });

  test("still shows a shorter quote after one that is too long", () => {
    const both = oneParagraph(`${"x".repeat(2500)}. Short.`);
    const { content, quotes: shown } = render(
      quotes(quoteOf(both, `${"x".repeat(2500)}.`), quoteOf(both, "Short.")),
      shelf(both),
    );
    expect(shown.map(({ text }) => text)).toEqual(["Short."]);
    expect(content).toContain("left out whole");
  });

  test("says of a single sentence longer than a message where it stands", () => {
    const endless = oneParagraph(`It ${"really ".repeat(400)}rose.`);
    const { content, quotes: shown } = render(quotes(quoteOf(endless, endless.text)), shelf(endless));
    expect(shown).toEqual([]);
    expect(content).toBe(
      "-# One passage is too long for this message and is left out whole: " +
        "[§0 ¶1:1](<https://example.org/page#:~:text=It%20really,really%20rose.>)",
    );
  });
});

test.for<{ name: string; answer: Answer; content: string }>([
  {
    name: "the reason",
    answer: declined({ reason: "no-words" }),
    content: "I find no word in this question that I could look for. Try asking in a few words of your own.",
  },
  {
    name: "which words the article lacks, made harmless",
    answer: declined({ missing: ["**gold**", "\u202E\u200B", "@everyone"] }),
    content:
      "The article does not answer this question, so there is nothing to quote.\n" +
      "Not found in the article: “\\*\\*gold\\*\\*”, “\\@everyone”\n" +
      "-# Try other words, or look around with `/search` and `/outline`.",
  },
  {
    name: "what was taken over from earlier questions",
    answer: declined({ reason: "nothing-found", added: ["Meta"] }),
    content:
      "The article says nothing near this question, so there is nothing to quote.\n" +
      "-# From your earlier questions: “Meta”\n" +
      "-# Try other words, or look around with `/search` and `/outline`.",
  },
])("explains, when declining, $name", ({ answer, content }) => {
  expect(render(answer).content).toBe(content);
});

test("marks the nearest passages as no answer", () => {
  const { content, quotes: shown } = render(declined({ nearest: [quoteOf(article, "It rose.")] }));
  expect(content).toContain("which do **not** answer the question:\n**Section**\n> It rose.\n");
  expect(shown).toHaveLength(1);
});

test.for<{ name: string; answer: Answer; above: readonly string[] }>([
  {
    name: "nothing more where every word was found",
    answer: unsure(),
    above: ["The article may not answer this. The closest passages:"],
  },
  {
    name: "the words that were not found, made harmless, and those taken over",
    answer: unsure({ missing: ["tea", "@everyone"], added: ["Meta"] }),
    above: [
      "Not found in the article: “tea”, “\\@everyone”",
      "-# From your earlier questions: “Meta”",
      "The article may not answer this. The closest passages:",
    ],
  },
])("says above the quotes of an unsure answer: $name", ({ answer, above }) => {
  const { content, quotes: shown } = render(answer);
  expect(content.split("\n")).toEqual([
    ...above,
    "**Section**",
    "> It rose.",
    "-# §0 ¶1:1 · version 01234567 · [source](<https://example.org/page>)",
  ]);
  expect(shown.map(({ text }) => text)).toEqual(["It rose."]);
});

test.for(locales)("never says of an unsure answer that the article does not answer: %s", (locale) => {
  const { content } = render(unsure({ missing: ["茶"] }), shelf(article), locale);
  const say = words[locale];
  expect(content).toContain(`${say.unsure}\n**`);
  for (const flat of [say.nearest, ...Object.values(say.declined)]) expect(content).not.toContain(flat);
});

describe("companions", () => {
  const table = oneParagraph("| A | B |\n|---|---|\n| 1 | 2 |\n\nBut not in May. It ends.\n\nNever on Mondays.");
  const row = "| 1 | 2 |";

  test.for([
    {
      name: "before and behind the quote, in reading order",
      companions: [companionOf(table, "exception", "Never on Mondays."), companionOf(table, "header", "| A | B |")],
      lines: ["> \\| A \\| B \\|", "> \\| 1 \\| **2** \\|", "…", "> Never on Mondays."],
    },
    {
      name: "right behind it without a mark",
      companions: [companionOf(table, "exception", "But not in May.")],
      lines: ["> \\| 1 \\| **2** \\|", "> But not in May."],
    },
  ])("stand $name", ({ companions, lines }) => {
    const quote = quoteOf(table, row, { companions, matches: [spanOf(table, "2")] });
    const reply = render(quotes(quote), shelf(table));
    expect(reply.content.split("\n").slice(1, -1)).toEqual(lines);
    expect(reply.quotes.map(({ text }) => text)).toHaveLength(companions.length + 1);
    expect(() => assertQuotes(reply, shelf(table))).not.toThrow();
  });

  test("are not said twice where the heading says them", () => {
    const asked = oneParagraph("When? At noon.");
    const companions = [companionOf(asked, "question", "When?")];
    const shown = (section: string) =>
      render(quotes(quoteOf(asked, "At noon.", { companions, section })), shelf(asked));
    expect(shown("When?").content).toMatch(/^\*\*When\?\*\*\n> At noon\.\n/u);
    expect(shown("Opening").content).toMatch(/^\*\*Opening\*\*\n> When\?\n> At noon\.\n/u);
  });

  test("are not said twice where the quote above says them, or its companions do", () => {
    const talk = oneParagraph("Mara said: “It is late.” She went home. Why? She was tired.");
    const named = companionOf(talk, "question", "Mara said: “It is late.”");
    const first = quoteOf(talk, "She went home.", { companions: [named] });
    const shown = (...all: readonly Quote[]) => {
      const reply = render(quotes(...all), shelf(talk));
      expect(() => assertQuotes(reply, shelf(talk))).not.toThrow();
      return reply.content.split("\n").filter((line) => line.startsWith(">"));
    };
    const tired = { companions: [named, companionOf(talk, "question", "Why?")] };
    expect(shown(first, quoteOf(talk, "She was tired.", tired))).toEqual([
      "> Mara said: “It is late.”",
      "> She went home.",
      "> Why?",
      "> She was tired.",
    ]);
    expect(shown(quoteOf(talk, "Mara said: “It is late.”"), first)).toEqual([
      "> Mara said: “It is late.”",
      "> She went home.",
    ]);
    expect(shown(quoteOf(talk, "Why?"), first)).toHaveLength(3);
  });

  test("are left out together with their quote where there is no room for both", () => {
    const long = oneParagraph(`${"a".repeat(1800)}: b. ${"c".repeat(300)}.`);
    const companions = [companionOf(long, "exception", `${"c".repeat(300)}.`)];
    const reply = render(quotes(quoteOf(long, `${"a".repeat(1800)}: b.`, { companions })), shelf(long));
    expect(reply.quotes).toEqual([]);
    expect(reply.content).toContain("is left out whole");
  });
});

test.for(locales)("speaks %s", (locale) => {
  const { content } = render(quotes(quoteOf(article, "It rose.")), shelf(article), locale);
  const version = { en: "version 01234567", "zh-CN": "版本 01234567", "zh-TW": "版本 01234567" };
  expect(content).toContain(version[locale]);
});

test("gives a valid message that shows its quotes, whatever the article and the question", () => {
  const reasons: DeclineReason[] = ["no-words", "nothing-found", "not-covered", "unknown-language"];
  fc.assert(
    fc.property(
      hostileText(1500),
      fc.array(fc.tuple(fc.nat(3000), fc.nat(3000), fc.nat(3000), fc.nat(3000)), { maxLength: 12 }),
      fc.array(hostileText(100), { maxLength: 8 }),
      fc.constantFrom(...locales),
      fc.option(fc.constantFrom(...reasons)),
      fc.boolean(),
      (text, cuts, theirs, locale, reason, isUnsure) => {
        const hostile = oneParagraph(text, { title: theirs[0] ?? "" });
        const cut = cuts.flatMap((each) => quoteAt(hostile, each, theirs[1] ?? ""));
        const given = cut.map((quote, at) => ({ ...quote, companions: companionsAmong(cut.slice(at + 1), quote) }));
        const answer: Answer =
          reason !== null || given.length === 0
            ? { kind: "declined", reason: reason ?? "no-words", missing: theirs, nearest: given, added: theirs }
            : isUnsure
              ? { kind: "unsure", quotes: given, missing: theirs, added: theirs }
              : { kind: "quotes", quotes: given, added: theirs };
        const reply = render(answer, shelf(hostile), locale);
        expect(reply.content.length).toBeLessThanOrEqual(2000);
        expect(reply.content.trim()).not.toBe("");
        expect(reply.content.isWellFormed()).toBe(true);
        expect(reply.content).not.toMatch(/(?<!\\)@|https?:\/\/(?!example\.org)|(?<!\\)\|\|/u);
        assertQuotes(reply, shelf(hostile));
      },
    ),
    { numRuns: 150 },
  );
});

function hostileText(maxLength: number): fc.Arbitrary<string> {
  const pieces = [
    "**",
    "__",
    "||",
    "> ",
    "# ",
    "-# ",
    "\n",
    "\r\n",
    "@everyone",
    "<@1>",
    "https://a.b/c",
    "[a](https://b.c)",
  ];
  const piece = fc.oneof(
    fc.constantFrom(...pieces, "一二三。", "\u202E", "\u200B", "\uD800", "word ", "`", "\\"),
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.string({ unit: "binary", maxLength: 5 }),
  );
  return fc.array(piece, { maxLength: Math.ceil(maxLength / 4) }).map((all) => all.join(""));
}

/** Cuts a quote anywhere, as long as it cuts no character. */
function quoteAt(from: Article, [a, b, c, d]: readonly [number, number, number, number], section: string): Quote[] {
  const within = (at: number) => at % (from.text.length + 1);
  const span = trimSpan(from.text, { start: Math.min(within(a), within(b)), end: Math.max(within(a), within(b)) });
  const matches = [{ start: Math.min(within(c), within(d)), end: Math.max(within(c), within(d)) }];
  try {
    return [{ ...quoteOf(from, from.text), ...cutQuote(from, span), section, matches }];
  } catch {
    return [];
  }
}

/** Takes the first of some other quotes that does not overlap one for its companion. */
function companionsAmong(others: readonly Quote[], quote: Quote): Companion[] {
  const apart = others.filter((other) => !overlaps(other.span, quote.span)).slice(0, 1);
  return apart.map(({ span, text, shown }) => ({ kind: "subject", span, text, shown }));
}
