import { describe, expect, test } from "vitest";
import type { Answer, Companion } from "../../src/answer/answer.ts";
import { quoteSpan } from "../../src/answer/quote-span.ts";
import { cutQuote } from "../../src/article/shown-parts.ts";
import type { Look } from "../../src/terminal/look.ts";
import { showAnswer } from "../../src/terminal/show-answer.ts";
import { smallLibrary } from "../support/library.ts";

const text = "Tea\n\nOpening\n\nWhen?\n\nIt opens at noon. All are welcome. Never on Mondays.\n";
const library = smallLibrary(text);
const article = library.articles.get("tea");

function spanOf(part: string) {
  return { start: text.indexOf(part), end: text.indexOf(part) + part.length };
}

function companion(kind: Companion["kind"], part: string): Companion {
  if (!article) throw new Error("no article");
  return { kind, ...cutQuote(article, spanOf(part)) };
}

function quote(companions: readonly Companion[] = [], section = "Opening") {
  const found = article && quoteSpan(article, spanOf("It opens at noon."), [spanOf("noon")]);
  if (!found) throw new Error("no such sentence");
  return { ...found, companions, section };
}

/** What is shown, without the line of reference and link. */
function shown(answer: Answer, colour = false): string[] {
  return showAnswer(answer, library, { colour, hyperlinks: false })
    .split("\n")
    .filter((line) => !line.includes("§"));
}

test.for<{ name: string; answer: Answer; lines: readonly string[] }>([
  {
    name: "an answer",
    answer: { kind: "quotes", quotes: [quote()], added: [] },
    lines: ["Opening", "  It opens at noon."],
  },
  {
    name: "an unsure answer",
    answer: { kind: "unsure", quotes: [quote()], missing: [], added: [] },
    lines: ["The article may not answer this question.", "The closest passages:", "", "Opening", "  It opens at noon."],
  },
  {
    name: "an unsure answer with what is missing and what was taken over",
    answer: { kind: "unsure", quotes: [quote()], missing: ["close\u001b"], added: ["tea"] },
    lines: [
      "The article may not answer this question.",
      "Not found in the article: close\ufffd",
      "The closest passages:",
      "",
      "Taken over from earlier questions: tea",
      "",
      "Opening",
      "  It opens at noon.",
    ],
  },
  {
    name: "a declined question",
    answer: { kind: "declined", reason: "not-covered", missing: ["close"], nearest: [quote()], added: [] },
    lines: [
      "The article does not answer this question.",
      "Not found in the article: close",
      "The nearest passages, which do not answer it:",
      "",
      "Opening",
      "  It opens at noon.",
    ],
  },
])("shows $name", ({ answer, lines }) => {
  expect(shown(answer)).toEqual(lines);
});

describe("companions", () => {
  const companions = [companion("question", "When?"), companion("exception", "Never on Mondays.")];

  test("stand where they belong, with a mark where something is left out", () => {
    expect(shown({ kind: "quotes", quotes: [quote(companions)], added: [] })).toEqual([
      "Opening",
      "  When?",
      "  It opens at noon.",
      "  …",
      "  Never on Mondays.",
    ]);
  });

  test("are not said twice where the heading says them", () => {
    const lines = shown({ kind: "quotes", quotes: [quote(companions, "When?")], added: [] });
    expect(lines.slice(0, 2)).toEqual(["When?", "  It opens at noon."]);
  });

  test("are not emphasised", () => {
    const lines = shown({ kind: "quotes", quotes: [quote(companions)], added: [] }, true);
    expect(lines.filter((line) => line.includes("\u001b[33m"))).toEqual([
      "  It opens at \u001b[1m\u001b[33mnoon\u001b[39m\u001b[22m.",
    ]);
  });

  test("that differ from the article are never shown", () => {
    const wrong = { ...companion("exception", "Never on Mondays."), span: spanOf("All are") };
    const answer: Answer = { kind: "quotes", quotes: [quote([wrong])], added: [] };
    expect(() => shown(answer)).toThrow("differs from the source");
  });
});

describe("reference and address", () => {
  const answer = { kind: "quotes", quotes: [quote()], added: [] } as const;
  const lastLines = (look: Look) =>
    showAnswer(answer, library, look)
      .split("\n")
      .filter((line) => /§|example\.org/u.test(line));

  test("stand on one line, readable", () => {
    expect(lastLines({ colour: false, hyperlinks: false })).toEqual([
      `  §1 ¶1:1 · version ${article?.version.slice(0, 8)} · https://example.org/tea`,
    ]);
  });

  test("stand on two where one would be folded", () => {
    expect(lastLines({ colour: false, hyperlinks: false, columns: 50 })).toEqual([
      `  §1 ¶1:1 · version ${article?.version.slice(0, 8)}`,
      "  https://example.org/tea",
    ]);
  });

  test("become a link to the quote in its page", () => {
    expect(lastLines({ colour: false, hyperlinks: true, columns: 50 })[0]).toContain(
      "\u001b]8;;https://example.org/tea#:~:text=It%20opens%20at%20noon.\u001b\\example.org/tea",
    );
  });
});
