import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { folderWith, runInTerminal } from "../support/terminal.ts";

const tea = "茶\n\n绿茶产自杭州。紅茶產自祁門。\n";
const [enter, up, left, interrupt, endOfInput] = ["\r", "\u001b[A", "\u001b[D", "\u0003", "\u0004"];

/** Types chunks at the prompt; the input ends behind them. */
async function type(input: readonly (string | Uint8Array)[], words: readonly string[] = []) {
  const directory = folderWith({ "tea.txt": tea });
  const run = await runInTerminal(["ask", "--article", "tea.txt", ...words], { directory, input, isTerminal: true });
  return { ...run, raw: run.output, output: stripVTControlCharacters(run.output).replaceAll("\r\n", "\n") };
}

/** About the article that comes with the project. */
const first = "Meta为什么盯上Gemini?";

/** Below the question, whether it is sure of it or not. */
const answer = /> 绿茶产自哪里\?\n\n(?:The article may not .*\n(?:.+\n)*\n)?茶\n {2}绿茶产自杭州。\n/u;

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe("the prompt", () => {
  test("greets with the article, how to get help and how to leave", async () => {
    const { code, output, errors } = await type([]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toBe("Ask about “茶”.\n:help shows the commands, Ctrl+D leaves.\n\n> \n");
  });

  test("names three articles at most", async () => {
    const directory = folderWith({ "a.txt": "A\n\nx", "b.txt": "B\n\nx", "c.txt": "C\n\nx", "d.txt": "D\u0007\n\nx" });
    const environment = { YUANWEN_ARTICLES: "." };
    const { output } = await runInTerminal(["ask"], { directory, environment, isTerminal: true });
    expect(output).toMatch(/^Ask about “a”, “b”, “c” and 1 more\.\n/u);
  });

  test("answers line by line", async () => {
    const { code, output } = await type(["绿茶产自哪里?", enter, "?!", enter]);
    expect(code).toBe(0);
    expect(output).toMatch(answer);
    expect(output).toContain(
      "\n\n> ?!\n\nThere is no question in this. Ask about the article in a few words of your own.\n\n> ",
    );
  });

  test.for([
    { name: "follows the earlier questions", typed: [first, enter, "那谷歌呢?", enter], words: [], follows: true },
    {
      name: "follows none from before :new",
      typed: [first, enter, ":new", enter, "那谷歌呢?", enter],
      words: [],
      follows: false,
    },
    { name: "follows those of --context", typed: ["那谷歌呢?", enter], words: ["--context", first], follows: true },
  ])("$name", async ({ typed, words, follows }) => {
    const { output } = await runInTerminal(["ask", ...words], { input: typed, isTerminal: true });
    expect(output.includes("Taken over from earlier questions: 盯上, Gemini")).toBe(follows);
  });

  test("leaves with 0 though it declined", async () => {
    const { code, output } = await type(["?!", enter]);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("There is no question in this") });
  });

  test("shows answers as data with --json", async () => {
    const { output } = await type(["绿茶产自哪里?", enter], ["--json", "--limit", "1"]);
    expect(output).toMatch(/"kind": "(?:quotes|unsure)"/u);
  });

  test("does nothing on an empty line", async () => {
    const { output } = await type([enter, "  ", enter, endOfInput]);
    expect(output).toMatch(/leaves\.\n\n> \n> {3}\n> \n$/u);
  });

  test("refuses a line that is no question by its length", async () => {
    const { code, output } = await type(["茶".repeat(10_001), enter]);
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringContaining("The line has 10001 characters; a question may have 10000.\n"),
    });
  });
});

describe("commands", () => {
  test("are explained by :help", async () => {
    const { output } = await type([":help", enter]);
    for (const name of [":help", ":outline", ":new", ":quit"]) expect(output).toContain(`  ${name} `);
  });

  test("that are unknown are named, and the others listed", async () => {
    const { output } = await type([":sing", enter]);
    expect(output).toContain("There is no :sing; these there are:\n");
    expect(output).toContain("  :outline ");
  });

  test("print the outline, with the colon of a Chinese keyboard as well", async () => {
    const { output } = await type(["\uff1aoutline", enter]);
    expect(output).toMatch(/\n茶\ntea · version \w{8} · /u);
  });

  test("are completed by the tab key", async () => {
    const { output } = await type([":o", "\t", enter]);
    expect(output).toContain("tea · version");
  });

  test.for([":quit", "exit", "quit"])("leave with %s, and what is pasted behind is not read", async (word) => {
    const { code, output } = await type([`${word}\r绿茶产自哪里?\r`, "紅茶產自哪裡?\r"]);
    expect({ code, output }).toEqual({ code: 0, output: expect.not.stringContaining("产自杭州") });
    expect(output).not.toContain("紅茶");
  });
});

describe("keys", () => {
  test("bring back the lines before", async () => {
    const { output } = await type(["绿茶产自哪里?", enter, up, enter]);
    expect(count(output, "\n  绿茶产自杭州。\n")).toBe(2);
  });

  test("Ctrl+C clears the line", async () => {
    const { output } = await type(["紅茶", interrupt, "绿茶产自哪里?", enter, up, enter]);
    expect(output).not.toContain("Ctrl+C once more");
    expect(count(output, "\n  绿茶产自杭州。\n")).toBe(2);
  });

  test("Ctrl+C twice leaves", async () => {
    const { code, output } = await type([interrupt, interrupt, "绿茶产自哪里?", enter]);
    expect(code).toBe(0);
    expect(output).toMatch(/> \nCtrl\+C once more, or Ctrl\+D, leaves\.\n> \n$/u);
  });

  test("Ctrl+C warns again once something was asked", async () => {
    const { output } = await type([interrupt, "?!", enter, interrupt, endOfInput]);
    expect(count(output, "Ctrl+C once more")).toBe(2);
  });

  test("Ctrl+Z does not stop a process that npm waits for", async () => {
    const { output } = await type(["\u001a", "绿茶产自哪里?", enter]);
    expect(output).toContain("\n  绿茶产自杭州。\n");
  });

  test("that mean nothing here leave no sign in the question", async () => {
    const { output } = await type(["绿茶\u001b[31m产自\u0007哪里?", "\u001b", "[99~", enter]);
    expect(output).toMatch(answer);
  });
});

describe("text that comes in one piece", () => {
  test("may be several lines: each is followed by its own answer", async () => {
    const { output } = await type(["绿茶产自哪里?\r\n?!\r\n"]);
    expect(output).toMatch(answer);
    expect(output).toContain(
      "\n\n> ?!\n\nThere is no question in this. Ask about the article in a few words of your own.\n\n> ",
    );
  });

  test("may end within a character", async () => {
    const bytes = Buffer.from("绿茶产自哪里?");
    const { output } = await type([bytes.subarray(0, 4), bytes.subarray(4), enter]);
    expect(output).toMatch(answer);
  });

  test("has no tabs, which would ask for a command", async () => {
    const { output } = await type(["绿茶\t产自哪里?", enter]);
    expect(output).toContain("> 绿茶 产自哪里?\n");
  });

  test("is drawn in its own rows again when it is edited where it wraps", async () => {
    // 80 columns hold 39 ideographs behind the prompt.
    const { raw } = await type(["绿茶".repeat(25), left, "紅茶", enter]);
    const redrawn = raw.slice(raw.indexOf(`> ${"绿茶".repeat(25)}`) + 52);
    expect(redrawn).toContain("\u001b[1A\u001b[1G\u001b[0J> 绿茶");
  });
});
