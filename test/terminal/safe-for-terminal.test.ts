import { expect, test } from "vitest";
import { safeForTerminal } from "../../src/terminal/safe-for-terminal.ts";

test.for([
  { name: "keeps letters, ideographs, emoji and marks", text: "a谷é😀👩‍👩‍👧", shown: "a谷é😀👩‍👩‍👧" },
  { name: "keeps line breaks and tabs", text: "a\nb\r\nc\td", shown: "a\nb\r\nc\td" },
  { name: "shows escape sequences", text: "\u001b[2J\u009b1m", shown: "\ufffd[2J\ufffd1m" },
  { name: "shows bells, backspaces and deletes", text: "\u0007\b\u007f\0", shown: "\ufffd\ufffd\ufffd\ufffd" },
  { name: "shows a carriage return alone", text: "safe\revil\r", shown: "safe\ufffdevil\ufffd" },
  { name: "shows marks that turn text around", text: "\u202eabc\u2066", shown: "\ufffdabc\ufffd" },
])("$name", ({ text, shown }) => {
  expect(safeForTerminal(text)).toBe(shown);
});
