import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, runInTerminal } from "../support/terminal.ts";

const articles = {
  "tea.txt": "\ufeff茶\r\n\r\n绿茶产自杭州。紅茶產自祁門。😀\r\n",
  "long.txt": `长文\n\n绿茶产自杭州。${"这一句说的是别的事情。".repeat(12)}\n`,
  "coffee.md": "# Coffee\n\nCoffee *comes* from Yunnan. It is roasted.\n",
};

interface OutputLine {
  readonly id: string | number;
  readonly status: string;
  readonly quotes: readonly OutputQuote[];
  readonly nearest?: readonly OutputQuote[];
}

interface OutputQuote {
  readonly article: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Runs a batch over the articles above; a line that is no string is written as JSON. */
async function batch(questions: readonly (object | string | Uint8Array)[], words: readonly string[] = []) {
  const lines = questions.map((line) =>
    line instanceof Uint8Array ? line : Buffer.from(typeof line === "string" ? line : JSON.stringify(line)),
  );
  const content = Buffer.concat(lines.flatMap((line) => [line, Buffer.from("\n")]));
  const directory = folderWith({ ...articles, "in.jsonl": content });
  const files = ["--articles", ".", "--questions", "in.jsonl", "--out", "out.jsonl"];
  const run = await runInTerminal(["batch", ...files, ...words], { directory });
  const written = readFileSync(path.join(directory, "out.jsonl"), "utf8");
  const output = written
    .split("\n")
    .filter((line) => line !== "")
    .map((line): OutputLine => JSON.parse(line));
  return { ...run, written, lines: output };
}

const asked = (id: string, article: string | null = "tea", question = "绿茶产自哪里?") => ({ id, article, question });

describe("answers", () => {
  test("every question in the order of the lines", async () => {
    const { code, lines, errors } = await batch([asked("b"), asked("a", null), asked("c", "coffee", "咖啡?")]);
    expect(lines.map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect({ code, errors }).toEqual({ code: 0, errors: "3 questions about 3 articles: out.jsonl\n" });
  });

  test("with slices of the files, counted behind a byte order mark", async () => {
    const { lines } = await batch([asked("1"), asked("2", null), asked("3", null, "Where does coffee come from?")]);
    const sources = new Map(
      Object.entries(articles).map(([name, text]) => [path.parse(name).name, text.replace(/^\ufeff/u, "")]),
    );
    const quotes = lines.flatMap((line) => [...line.quotes, ...(line.nearest ?? [])]);
    expect(quotes.length).toBeGreaterThan(3);
    for (const quote of quotes) expect(quote.text).toBe(sources.get(quote.article)?.slice(quote.start, quote.end));
  });

  test("in the shape that other programs read", async () => {
    const { lines } = await batch([asked("1")], ["--limit", "1"]);
    expect(lines).toEqual([
      {
        id: "1",
        status: expect.stringMatching(/^(?:answered|unsure)$/u),
        quotes: [
          {
            article: "tea",
            text: "绿茶产自杭州。",
            start: 5,
            end: 12,
            reference: "§1 ¶1:1",
            section: "",
            score: expect.any(Number),
            companions: [],
          },
        ],
      },
    ]);
  });

  test("with what is shown, where that is not the slice itself", async () => {
    const { lines } = await batch([asked("1", "coffee", "Where does coffee come from?")], ["--limit", "1"]);
    expect(lines[0]?.quotes).toEqual([
      expect.objectContaining({
        text: "Coffee *comes* from Yunnan.",
        start: 10,
        end: 37,
        shown: "Coffee comes from Yunnan.",
        parts: [
          { start: 10, end: 17 },
          { start: 18, end: 23 },
          { start: 24, end: 37 },
        ],
      }),
    ]);
  });

  test("with as many candidates as wanted, whether they match or not", async () => {
    const { lines } = await batch([asked("1", "long")], ["--limit", "10"]);
    expect(lines[0]?.quotes).toHaveLength(10);
    expect(new Set(lines[0]?.quotes.map(({ start }) => start)).size).toBe(10);
  });

  test("with nothing but the nearest where it declines", async () => {
    const { code, lines } = await batch([asked("1", "tea", "?!")]);
    expect({ code, lines }).toEqual({ code: 0, lines: [{ id: "1", status: "declined", quotes: [], nearest: [] }] });
  });

  test("lines with numbers for ids, earlier questions, CRLF and line separators in them", async () => {
    const line = JSON.stringify({ id: 7, article: "tea", question: "产自\u2028哪里?", context: ["绿茶是什么?"] });
    const { code, lines } = await batch([`${line}\r`, "", "  ", asked("x")]);
    expect({ code, ids: lines.map(({ id }) => id) }).toEqual({ code: 0, ids: [7, "x"] });
  });

  test("a file that begins with a byte order mark and does not end with a break", async () => {
    const directory = folderWith({
      ...articles,
      "in.jsonl": `\ufeff${JSON.stringify(asked("1"))}\n${JSON.stringify(asked("2"))}`,
    });
    const words = ["batch", "--articles", ".", "--questions", "in.jsonl", "--out", "out.jsonl"];
    expect(await runInTerminal(words, { directory })).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(directory, "out.jsonl"), "utf8").trimEnd().split("\n")).toHaveLength(2);
  });

  test("nothing for no questions", async () => {
    expect(await batch([])).toMatchObject({
      code: 0,
      written: "",
      errors: "0 questions about 3 articles: out.jsonl\n",
    });
  });

  test("without escape sequences where errors go to no terminal", async () => {
    expect((await batch([asked("1")])).errors).not.toContain("\u001b");
  });
});

describe("bad lines", () => {
  test("are named with their number, do not stop the rest, and leave with 2", async () => {
    const { code, lines, errors } = await batch([
      asked("1"),
      "{id:2}",
      "[]",
      { id: true, article: "tea", question: "x" },
      { id: "5", question: "x" },
      { id: "6", article: "cocoa", question: "x" },
      { id: "7", article: "tea", question: "x", context: "y" },
      Uint8Array.of(0x22, 0xff, 0x22),
      asked("9"),
    ]);
    expect(lines.map(({ id }) => id)).toEqual(["1", "9"]);
    expect(errors.split("\n")).toEqual([
      "in.jsonl: line 2: is not valid JSON",
      expect.stringMatching(/^in\.jsonl: line 3: the line: /),
      "in.jsonl: line 4: id: expected text or a number",
      "in.jsonl: line 5: article: expected an article's id or null",
      'in.jsonl: line 6: there is no article "cocoa"',
      "in.jsonl: line 7: context: expected a list of earlier questions",
      "in.jsonl: line 8: is not UTF-8",
      "2 questions about 3 articles: out.jsonl; 7 bad lines left out",
      "",
    ]);
    expect(code).toBe(2);
  });
});

describe("wrong use leaves with 2", () => {
  test.for([
    { name: "missing questions", words: ["--questions", "none.jsonl"], errors: /^none\.jsonl: does not exist/ },
    { name: "a folder of questions", words: ["--questions", "."], errors: /^\.: is a folder/ },
    { name: "missing articles", words: ["--articles", "none"], errors: /none: does not exist/ },
    {
      name: "an output in no folder",
      words: ["--out", "none/out.jsonl"],
      errors: /^none\/out\.jsonl: cannot be written/,
    },
    { name: "an output over the questions", words: ["--out", "./in.jsonl"], errors: /holds the questions; write/ },
    { name: "a limit too high", words: ["--limit", "1001"], errors: /expected a whole number from 1 to 1000/ },
  ])("$name", async ({ words, errors }) => {
    const directory = folderWith({ ...articles, "in.jsonl": `${JSON.stringify(asked("1"))}\n` });
    const files = ["--articles", ".", "--questions", "in.jsonl", "--out", "out.jsonl"];
    const run = await runInTerminal(["batch", ...files, ...words], { directory });
    expect({ code: run.code, output: run.output }).toEqual({ code: 2, output: "" });
    expect(run.errors).toMatch(errors);
    expect(readFileSync(path.join(directory, "in.jsonl"), "utf8")).toContain("绿茶");
  });
});
