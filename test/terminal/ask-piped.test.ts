import { expect, test } from "vitest";
import { folderWith, runInTerminal } from "../support/terminal.ts";

const tea = "茶\n\n绿茶产自杭州。紅茶產自祁門。\n";

/** Pipes chunks into `ask` about a short article. */
async function pipe(input: readonly (string | Uint8Array)[], words: readonly string[] = []) {
  return runInTerminal(["ask", "--article", "tea.txt", ...words], { directory: folderWith({ "tea.txt": tea }), input });
}

/** Whether it is sure of it or not. */
const answered = new Set([0, 3]);

const quoteLine = /^茶\n {2}(.*)$/gmu;

test("answers each line in turn, below the line itself", async () => {
  const { code, output, errors } = await pipe(["绿茶产自哪里?\n\n  \n祁門?\r\n"], ["--limit", "1"]);
  expect({ isAnswered: answered.has(code), errors }).toEqual({ isAnswered: true, errors: "" });
  expect([...output.matchAll(quoteLine)].map(([, quote]) => quote)).toEqual(["绿茶产自杭州。", "紅茶產自祁門。"]);
  expect(output).toMatch(/^> 绿茶产自哪里\?\n/u);
  expect(output).toMatch(/\n\n> 祁門\?\n/u);
});

test("takes nothing over from the lines before, but from --context", async () => {
  const input = ["Meta为什么盯上Gemini?\n那谷歌呢?\n"];
  const { output } = await runInTerminal(["ask"], { input });
  expect(output).not.toContain("Taken over");
  const given = await runInTerminal(["ask", "--context", "Meta为什么盯上Gemini?"], { input });
  expect(given.output).toMatch(/^> 那谷歌呢\?\n[^>]*?^Taken over from earlier questions: 盯上, Gemini$/mu);
});

test("leaves with 1 where one was declined", async () => {
  const { code, output } = await pipe(["?!\n绿茶产自哪里?\n"]);
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining("绿茶产自杭州。") });
});

test("prints one JSON object a line, with its question", async () => {
  const { code, output } = await pipe(["绿茶产自哪里?\n?!\n"], ["--json", "--limit", "1"]);
  const lines = output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect({ code, lines }).toMatchObject({
    code: 1,
    lines: [
      {
        question: "绿茶产自哪里?",
        kind: expect.stringMatching(/^(?:quotes|unsure)$/u),
        quotes: [{ text: "绿茶产自杭州。" }],
      },
      { question: "?!", kind: "declined", reason: "no-words" },
    ],
  });
});

test("reads characters that are cut in two and a byte order mark", async () => {
  const bytes = Buffer.from("\ufeff绿茶产自哪里?");
  const { code, output } = await pipe([bytes.subarray(0, 4), bytes.subarray(4)]);
  expect(answered).toContain(code);
  expect(output).toMatch(/^> 绿茶产自哪里\?\n/u);
});

test("reports bad lines with their number, answers the rest and leaves with 2", async () => {
  const { code, output, errors } = await pipe([Buffer.of(0xff, 0x0a), `${"茶".repeat(10_001)}\n绿茶产自哪里?\n`]);
  expect({ code, errors: errors.split("\n") }).toEqual({
    code: 2,
    errors: ["line 1: is not UTF-8", "line 2: has 10001 characters; a question may have 10000", ""],
  });
  expect(output).toMatch(/^> 绿茶产自哪里\?\n/u);
});

test("shows a line's control characters as signs", async () => {
  const { output } = await pipe(["绿茶\u001b[2J产自哪里?\u0007\n"]);
  expect(output).not.toMatch(/[\u001b\u0007]/u);
  expect(output).toMatch(/^> 绿茶\ufffd\[2J产自哪里\?\ufffd\n/u);
});

test.for([
  { name: "nothing", input: [] },
  { name: "blank lines", input: ["\n  \n"] },
])("$name is a question that is missing", async ({ input }) => {
  // The article is not even looked for.
  const run = await runInTerminal(["ask", "--article", "none.txt"], { input });
  expect(run).toEqual({ code: 2, output: "", errors: expect.stringMatching(/^ask: a question is missing, such as/) });
});
