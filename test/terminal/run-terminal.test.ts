import { describe, expect, test } from "vitest";
import { folderWith, runInTerminal } from "../support/terminal.ts";

const tea = "# Tea\n\n## Green tea\n\nGreen tea is steamed soon after harvest.\n";

describe("wrong use leaves with 2 and says what is wrong", () => {
  test.for([
    { name: "no command", words: [], errors: /Usage: npm run COMMAND/ },
    { name: "an unknown command", words: ["sing"], errors: /unknown command 'sing'/ },
    { name: "an unknown option", words: ["ask", "--loud", "x"], errors: /unknown option '--loud'/ },
    { name: "no question", words: ["ask"], errors: /^ask: a question is missing, such as: npm run ask/ },
    { name: "a blank question", words: ["ask", " ", "\t"], errors: /^ask: a question is missing/ },
    { name: "a limit of 0", words: ["ask", "x", "--limit", "0"], errors: /expected a whole number from 1 to 1000/ },
    { name: "a limit that is no number", words: ["ask", "x", "--limit", "1e2"], errors: /expected a whole number/ },
    { name: "an option without its value", words: ["ask", "x", "--article"], errors: /argument missing/ },
    { name: "a missing article", words: ["ask", "x", "--article", "none.txt"], errors: /none\.txt: does not exist/ },
    { name: "an article that is none", words: ["outline", "--article", "package.json"], errors: /is of no known kind/ },
    { name: "too many words", words: ["outline", "x"], errors: /too many arguments/ },
    { name: "batch without its files", words: ["batch"], errors: /required option '--articles <folder>'/ },
  ])("$name", async ({ words, errors }) => {
    const run = await runInTerminal(words);
    expect({ code: run.code, output: run.output }).toEqual({ code: 2, output: "" });
    expect(run.errors).toMatch(errors);
  });

  test("every wrong setting at once", async () => {
    const environment = { YUANWEN_QUOTES: "0", YUANWEN_MAX_ARTICLE_BYTES: "x" };
    const { code, errors } = await runInTerminal(["ask", "x"], { environment });
    expect(code).toBe(2);
    expect(errors).toMatch(/^wrong settings:\n {2}YUANWEN_MAX_ARTICLE_BYTES: .*\n {2}YUANWEN_QUOTES: .*\n$/);
  });
});

test("shows help with 0", async () => {
  const { code, output, errors } = await runInTerminal(["ask", "--help"]);
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(output).toMatch(/--context <question>/);
});

test("reads settings from .env, which the environment overrules", async () => {
  const directory = folderWith({ ".env": "YUANWEN_ARTICLES=.\n", "tea.md": tea });
  expect(await runInTerminal(["outline"], { directory })).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^Tea\n/),
  });
  const overruled = await runInTerminal(["outline"], { directory, environment: { YUANWEN_ARTICLES: "none" } });
  expect(overruled).toMatchObject({ code: 2, errors: expect.stringMatching(/none: does not exist/) });
});

test("heeds the largest size of an article", async () => {
  const directory = folderWith({ "tea.md": tea });
  const environment = { YUANWEN_MAX_ARTICLE_BYTES: "10" };
  const { code, errors } = await runInTerminal(["outline", "--article", "tea.md"], { directory, environment });
  expect(code).toBe(2);
  expect(errors).toMatch(/tea\.md: is too large: \d+ bytes, at most 10 are read/);
});
