import { expect, test } from "vitest";
import { folderWith, runInTerminal } from "../support/terminal.ts";

test("prints the default article's contents with counts", async () => {
  const { code, output, errors } = await runInTerminal(["outline"]);
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  const lines = output.split("\n");
  expect(lines.slice(0, 3)).toEqual([
    "Meta自研AI落后信号,难道真的要借鉴谷歌Gemini模型来优化广告业务吗",
    "meta-gemini · version 4756ff95 · 8 sections, 14 paragraphs, 56 sentences",
    "  §1 扎克伯格的AI棋局:Meta为何盯上了谷歌的Gemini (1 paragraph, 5 sentences)",
  ]);
  expect(lines).toHaveLength(11);
});

test("indents nested sections, each counted without those below it", async () => {
  const source = "Lead.\n\n# A\n\nOne. Two.\n\n## A1\n\nThree.\n\n# B\n\nFour.\n";
  const directory = folderWith({ "tea.md": source });
  const { output } = await runInTerminal(["outline", "--article", "tea.md"], { directory });
  expect(output.split("\n").slice(1)).toEqual([
    expect.stringMatching(/^tea · version [0-9a-f]{8} · 4 sections, 4 paragraphs, 5 sentences$/),
    "  §0 (no heading) (1 paragraph, 1 sentence)",
    "  §1 A (1 paragraph, 2 sentences)",
    "    §1.1 A1 (1 paragraph, 1 sentence)",
    "  §2 B (1 paragraph, 1 sentence)",
    "",
  ]);
});

test("parts several articles by a blank line", async () => {
  const directory = folderWith({ "a.txt": "A\n\nOne is here.", "b.txt": "B\n\nTwo is here." });
  const { output } = await runInTerminal(["outline"], { directory, environment: { YUANWEN_ARTICLES: "." } });
  expect(output.split("\n\n").map((part) => part.split("\n")[0])).toEqual(["A", "B"]);
});

test("shows control characters as signs", async () => {
  const directory = folderWith({ "x.txt": "T\u001b[31m\u0007\n\nHead\u202eing\n\nOne is here." });
  const { output } = await runInTerminal(["outline", "--article", "x.txt"], { directory });
  expect(output).toMatch(/^T\ufffd\[31m\ufffd\n/);
  expect(output).toMatch(/§1 Head\ufffding /);
});
