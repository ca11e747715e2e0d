import { describe, expect, test } from "vitest";
import { explainTooLong, readPromptLine, readQuestionLine } from "../../src/terminal/read-prompt-line.ts";

describe("a line of the prompt is", () => {
  test.for([
    { line: "", read: { kind: "blank" } },
    { line: " \t　", read: { kind: "blank" } },
    { line: " 绿茶产自哪里? ", read: { kind: "question", question: "绿茶产自哪里?" } },
    { line: "exit strategy", read: { kind: "question", question: "exit strategy" } },
    { line: "exit", read: { kind: "command", command: "quit" } },
    { line: "Quit ", read: { kind: "command", command: "quit" } },
    { line: ":quit", read: { kind: "command", command: "quit" } },
    { line: ":OUTLINE", read: { kind: "command", command: "outline" } },
    { line: "\uff1anew", read: { kind: "command", command: "new" } },
    { line: ": help", read: { kind: "command", command: "help" } },
    { line: ":", read: { kind: "command", command: "help" } },
    { line: ":sing", read: { kind: "unknown-command", name: "sing" } },
    { line: ":constructor", read: { kind: "unknown-command", name: "constructor" } },
    { line: ":tea is what?", read: { kind: "question", question: ":tea is what?" } },
    { line: "茶".repeat(10_000), read: { kind: "question", question: "茶".repeat(10_000) } },
    { line: "茶".repeat(10_001), read: { kind: "too-long", length: 10_001 } },
  ])("$read.kind: $line", ({ line, read }) => {
    expect(readPromptLine(line)).toEqual(read);
  });
});

test("a line of a pipe is no command", () => {
  expect(readQuestionLine(":quit\r")).toEqual({ kind: "question", question: ":quit" });
});

test("says how long a question may be", () => {
  expect(explainTooLong(10_001)).toBe("has 10001 characters; a question may have 10000");
});
