import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { folderWith, runInTerminal } from "../support/terminal.ts";

const question = "2024年第三季度Meta广告收入增速是多少?";

const tea = [
  "# Tea",
  "## Green tea",
  "Green tea is steamed soon after harvest. It comes from Hangzhou. Green tea has little tannin.",
  "## Black tea",
  "Black tea is oxidised. Green tea is not.",
].join("\n\n");

describe("an answer", () => {
  test("is quotes with heading, reference, version and link, and leaves with 0", async () => {
    const { code, output, errors } = await runInTerminal(["ask", question]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    const quotes = output.trimEnd().split("\n\n");
    expect(quotes).toHaveLength(3);
    for (const quote of quotes) {
      expect(quote).toMatch(
        /^\S.*\n(?: {2}\S.*\n){1,3} {2}§\d ¶\d:\d+ · version 4756ff95 · https:\/\/www\.jinhanchuan\.com\/\S+$/u,
      );
    }
  });

  test("has no escape sequences unless it is shown on a terminal", async () => {
    const { output } = await runInTerminal(["ask", question]);
    expect(output).toBe(stripVTControlCharacters(output));
  });

  test("emphasises the words that match on a terminal, and only adds to the plain text", async () => {
    const plain = await runInTerminal(["ask", question]);
    const coloured = await runInTerminal(["ask", question], { isTerminal: true });
    expect(coloured.output).toMatch(/\u001b\[1m\u001b\[33m[^\u001b]*第三季度[^\u001b]*\u001b\[39m\u001b\[22m/u);
    expect(stripVTControlCharacters(coloured.output)).toBe(plain.output);
  });

  test.for([
    { name: "NO_COLOR", environment: { NO_COLOR: "1" }, coloured: false },
    { name: "an empty NO_COLOR, which counts as none", environment: { NO_COLOR: "" }, coloured: true },
    { name: "a dumb terminal", environment: { TERM: "dumb" }, coloured: false },
  ])("heeds $name", async ({ environment, coloured }) => {
    const { output } = await runInTerminal(["ask", question], { environment, isTerminal: true });
    expect(output.includes("\u001b[")).toBe(coloured);
  });

  test("has at most as many quotes as wanted", async () => {
    const one = await runInTerminal(["ask", question, "--limit", "1"]);
    expect(one.output.trimEnd().split("\n\n")).toHaveLength(1);
    const two = await runInTerminal(["ask", question], { environment: { YUANWEN_QUOTES: "2" } });
    expect(two.output.trimEnd().split("\n\n")).toHaveLength(2);
  });

  test("may be asked for in several words without quotation marks", async () => {
    const words = await runInTerminal(["ask", "Where", "does", "green", "tea", "come", "from?"], {
      directory: folderWith({ "tea.md": tea }),
      environment: { YUANWEN_ARTICLES: "." },
    });
    expect(words).toMatchObject({
      code: expect.toSatisfy(isAnswered),
      output: expect.stringContaining("It comes from Hangzhou."),
    });
  });

  test("shows the article's control characters as signs", async () => {
    const directory = folderWith({ "x.txt": "Title\n\nThe colour of tea is \u001b[31mred\u0007. It is hot." });
    const { output } = await runInTerminal(["ask", "What colour is tea?", "--article", "x.txt"], { directory });
    expect(output).toContain("The colour of tea is \ufffd[31mred\ufffd.");
  });
});

describe("as JSON", () => {
  test("is the whole answer, whose quotes are slices of the article", async () => {
    const directory = folderWith({ "tea.md": tea });
    const words = ["ask", "Where does green tea come from?", "--article", "tea.md", "--json", "--limit", "2"];
    const { code, output } = await runInTerminal(words, { directory, isTerminal: true });
    const answer = JSON.parse(output);
    expect({ code, kind: answer.kind, added: answer.added }).toEqual({
      code: expect.toSatisfy(isAnswered),
      kind: expect.stringMatching(/^(?:quotes|unsure)$/),
      added: [],
    });
    expect(answer.quotes.length).toBeLessThanOrEqual(2);
    for (const quote of answer.quotes) {
      expect(quote).toEqual({
        article: "tea",
        span: expect.anything(),
        text: tea.slice(quote.span.start, quote.span.end),
        reference: expect.stringMatching(/^§\d ¶\d:\d$/),
        section: expect.stringMatching(/ tea$/),
        score: expect.any(Number),
        matches: expect.any(Array),
        companions: expect.any(Array),
        shown: [expect.objectContaining({ text: quote.text })],
        landmarks: [],
      });
    }
  });

  test("says why it declined, and leaves with 1", async () => {
    const { code, output } = await runInTerminal(["ask", "?!😀", "--json"]);
    expect({ code, answer: JSON.parse(output) }).toMatchObject({
      code: 1,
      answer: { kind: "declined", reason: "no-words", nearest: [] },
    });
  });
});

describe("a declined question", () => {
  test("leaves with 1 and says why", async () => {
    const { code, output, errors } = await runInTerminal(["ask", "?!😀"]);
    expect({ code, output, errors }).toEqual({
      code: 1,
      output: "There is no question in this. Ask about the article in a few words of your own.\n",
      errors: "",
    });
  });
});

test("takes earlier questions, one an option", async () => {
  const directory = folderWith({ "tea.md": tea });
  const words = ["ask", "--article", "tea.md", "--context", "What is green tea?", "--context", "And black tea?"];
  const { code, errors } = await runInTerminal([...words, "Where does it come from?"], { directory });
  expect(errors).toBe("");
  expect(code).not.toBe(2);
});

/** Surely or not: how sure the answers about a few sentences are is what was learned, not what is tested here. */
function isAnswered(code: unknown): boolean {
  return code === 0 || code === 3;
}
