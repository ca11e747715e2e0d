import { expect, test } from "vitest";
import { separateQuestion } from "../../src/terminal/separate-question.ts";
import { folderWith, runInTerminal } from "../support/terminal.ts";

const options = [
  { flags: ["--json"], takesValue: false },
  { flags: ["-l", "--limit"], takesValue: true },
];

test.for([
  { words: ["What is tea?"], expected: ["--", "What is tea?"] },
  { words: ["-5%是哪一年"], expected: ["--", "-5%是哪一年"] },
  { words: ["-40 degrees"], expected: ["--", "-40 degrees"] },
  { words: ["-5"], expected: ["--", "-5"] },
  { words: ["—什么?"], expected: ["--", "—什么?"] },
  { words: ["--why", "is", "it?"], expected: ["--why", "--", "is", "it?"] },
  { words: ["-5%是什么", "--json"], expected: ["--json", "--", "-5%是什么"] },
  { words: ["--limit", "-5", "tea"], expected: ["--limit", "-5", "--", "tea"] },
  { words: ["-l", "2", "-5%", "of", "tea"], expected: ["-l", "2", "--", "-5%", "of", "tea"] },
  { words: ["--limit=2", "tea"], expected: ["--limit=2", "--", "tea"] },
  { words: ["--jsn", "tea"], expected: ["--jsn", "--", "tea"] },
  { words: ["--json", "--", "--json", "-x"], expected: ["--json", "--", "--json", "-x"] },
  { words: ["--help"], expected: ["--help"] },
  { words: ["--limit"], expected: ["--limit"] },
  { words: ["tea", "--limit"], expected: ["tea", "--limit"] },
  { words: [], expected: [] },
])("separates $words", ({ words, expected }) => {
  expect(separateQuestion(words, options)).toEqual(expected);
});

const article = "账目\n\n二〇一九年的利润是-5%。二〇二〇年的利润是8%。\n";

test("answers a question that begins with a dash", async () => {
  const directory = folderWith({ "accounts.txt": article });
  const given = ["ask", "--article", "accounts.txt", "-5%是哪一年", "--limit", "1"];
  const { output, errors } = await runInTerminal(given, { directory });
  expect(errors).toBe("");
  expect(output).toContain("二〇一九年的利润是-5%。");
});

test("tells of a misspelt option, and how a question like one is asked", async () => {
  const { code, errors } = await runInTerminal(["ask", "--jsno", "What is tea?"]);
  expect(code).toBe(2);
  expect(errors).toContain("unknown option '--jsno'");
  expect(errors).toContain("Did you mean --json?");
  expect(errors).toContain("a question that begins like an option stands behind another --");
});
