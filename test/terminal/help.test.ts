import { execFile } from "node:child_process";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { compileCache } from "../support/compile-cache.ts";
import { runInTerminal } from "../support/terminal.ts";

const project = path.join(import.meta.dirname, "..", "..");

describe("--help of a command tells how it is typed, its options, examples and exit codes", () => {
  test.for([
    { command: "ask", options: ["--article", "--limit", "--context", "--json"] },
    { command: "outline", options: ["--article"] },
    { command: "batch", options: ["--articles", "--questions", "--out", "--limit"] },
    { command: "eval", options: ["--squad", "--split", "--sample", "--json"] },
    { command: "train", options: ["--squad", "--out", "--seed"] },
  ])("$command", async ({ command, options }) => {
    const { code, output, errors } = await runInTerminal([command, "--help"]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toMatch(new RegExp(`^Usage: npm run ${command} -- \\[options\\]`, "u"));
    for (const option of options) expect(output).toContain(`  ${option} <`.replace("--json <", "--json "));
    expect(output).toMatch(new RegExp(`\nExamples:\n  npm run (--silent )?${command}\\b`, "u"));
    expect(output).toMatch(/\nExit codes: 0 .*; 2 used wrongly/u);
  });

  test("and needs no right settings", async () => {
    const run = await runInTerminal(["ask", "--help"], { environment: { YUANWEN_QUOTES: "0" } });
    expect(run).toMatchObject({ code: 0, errors: "" });
  });
});

test("--help alone lists the commands", async () => {
  const { code, output } = await runInTerminal(["--help"]);
  expect(code).toBe(0);
  for (const name of ["ask", "outline", "batch", "eval", "train"])
    expect(output).toMatch(new RegExp(`^  ${name} `, "mu"));
});

test("an unknown option points to the help", async () => {
  const { code, errors } = await runInTerminal(["outline", "--loud"]);
  expect({ code, errors }).toEqual({
    code: 2,
    errors: "error: unknown option '--loud'\n(--help tells more)\n",
  });
});

// They would measure for minutes, install packages or write the tables that are in use.
describe.concurrent("a script of its own explains itself and does nothing else", () => {
  test.for([
    { script: "bench", file: "test/bench/bench.ts", shown: "--engines <names>" },
    { script: "bench:discord", file: "test/bench/discord/run.ts", shown: "a bare bot's" },
    { script: "bench:page", file: "test/bench/page/run.ts", shown: "Chromium" },
    { script: "guides", file: "test/readme/run-blocks.ts", shown: "runnable" },
    { script: "pictures", file: "test/pictures.ts", shown: "answer.en" },
    { script: "dictionary", file: "src/make-dictionary.ts", shown: "CC-CEDICT" },
    { script: "words", file: "src/make-words.ts", shown: "WordNet" },
  ])("$script", async ({ script, file, shown }, { expect: expected }) => {
    const help = await runFile([file, "--help"]);
    expected(help).toMatchObject({ code: 0, errors: "", output: expect.stringContaining(`Usage: npm run ${script} `) });
    expected(help.output).toContain(shown);
  });
});

describe.concurrent("a script leaves with 2 and one line on what is wrong, before it does anything", () => {
  test.for([
    { file: "src/make-words.ts", given: ["--loud"], says: "error: unknown option '--loud'" },
    { file: "test/bench/scale/run.ts", given: ["--sizes", "abc"], says: "expected a whole number from 1 to 10000000" },
    { file: "test/replicas/soak.ts", given: ["--rate", "x"], says: "expected a number from 0.1 to 5000" },
    { file: "test/replicas/upgrade.ts", given: ["--before", "/nowhere"], says: "/nowhere/src/main.ts is not there" },
    { file: "test/store/upgrade/run.ts", given: [], says: "missing required argument 'folder'" },
  ])("$file $given", async ({ file, given, says }, { expect: expected }) => {
    const { code, output, errors } = await runFile([file, ...given]);
    expected({ code, output }).toEqual({ code: 2, output: "" });
    expected(errors.trim().split("\n")).toEqual([expect.stringContaining(says), "(--help tells more)"]);
  });
});

async function runFile(words: readonly string[]) {
  return new Promise<{ code: number; output: string; errors: string }>((resolve) => {
    execFile(
      process.execPath,
      words,
      { cwd: project, env: { PATH: process.env["PATH"], ...compileCache } },
      (error, output, errors) => {
        resolve({ code: Number(error?.code ?? 0), output, errors });
      },
    );
  });
}
