import { createReadStream } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readLines } from "../../src/terminal/read-lines.ts";
import { folderWith } from "../support/terminal.ts";

async function linesOf(content: string): Promise<(readonly [number, string, number])[]> {
  const lines: (readonly [number, string, number])[] = [];
  const file = path.join(folderWith({ file: content }), "file");
  for await (const { number, bytes, read } of readLines(createReadStream(file))) {
    lines.push([number, bytes.toString(), read]);
  }
  return lines;
}

test.for([
  { name: "nothing of an empty file", content: "", lines: [] },
  { name: "one line without a break", content: "a", lines: [[1, "a", 1]] },
  {
    name: "blank lines, a CR kept",
    content: "\na\r\n\n",
    lines: [
      [1, "", 1],
      [2, "a\r", 4],
      [3, "", 5],
    ],
  },
  { name: "no cut at other separators", content: "a\u2028b\u0085c\vd\n", lines: [[1, "a\u2028b\u0085c\vd", 11]] },
])("gives $name", async ({ content, lines }) => {
  expect(await linesOf(content)).toEqual(lines);
});

test("joins a line that is longer than what is read at once", async () => {
  const long = "谷".repeat(100_000);
  expect(await linesOf(`${long}\nb`)).toEqual([
    [1, long, 300_001],
    [2, "b", 300_002],
  ]);
});
