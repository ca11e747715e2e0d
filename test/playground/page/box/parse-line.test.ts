import { expect, test } from "vitest";
import { optionsOf } from "../../../../src/playground/page/box/command-options.ts";
import {
  isCommandLine,
  markedOption,
  parseLine,
  withoutMarker,
} from "../../../../src/playground/page/box/parse-line.ts";
import { registeredCommand, registeredCommands } from "../../../support/registered-commands.ts";

test.for([
  ["/ask", "ask", {}, undefined],
  ["/ask What is X?", "ask", { question: "What is X?" }, "question"],
  [" /ask x", "ask", { question: "x" }, "question"],
  ["/ask question: What is X? private: true", "ask", { question: "What is X?", private: "true" }, "private"],
  ["/ask private: true What is X?", "ask", { private: "true", question: "What is X?" }, "private"],
  ["/ask What is X? private:", "ask", { question: "What is X?", private: "" }, "private"],
  ["/ASK QUESTION: a", "ask", { question: "a" }, "question"],
  ["/ask question: a question: b", "ask", { question: "a question: b" }, "question"],
  [
    "/ask see https://x.example article: notes",
    "ask",
    { question: "see https://x.example", article: "notes" },
    "article",
  ],
  ["/提问 谷歌怎么样", "ask", { question: "谷歌怎么样" }, "question"],
  ["／ask 问题：谷歌 仅自己可见：是", "ask", { question: "谷歌", private: "是" }, "private"],
  ["、提問 谷歌", "ask", { question: "谷歌" }, "question"],
  ["/verify He said private: keep out", "verify", { quote: "He said private: keep out" }, "quote"],
  ["/verify one\ntwo", "verify", { quote: "one\ntwo" }, "quote"],
  ["/cite §1 form: GB/T 7714", "cite", { reference: "§1", form: "GB/T 7714" }, "form"],
  ["/cite form: markdown §1", "cite", { reference: "§1", form: "markdown" }, "form"],
  ["/outline notes", "outline", { article: "notes" }, "article"],
  ["/help please", "help", {}, undefined],
] as const)("reads %j", ([line, name, values, last]) => {
  expect(parseLine(line, registeredCommands)).toEqual({
    command: registeredCommand(name),
    values,
    rest: name === "help" ? "please" : "",
    last,
    isEnded: /\S\s/u.test(line),
  });
});

test.for(["", "/", "ask x", "/nope x", "/ ask x", "see /ask", "/Check this quote", "/Check"])(
  "takes %j for no command",
  (line) => {
    expect(parseLine(line, registeredCommands)).toBeUndefined();
  },
);

test.for([
  ["/", true],
  ["／问", true],
  ["、问", true],
  ["a/b", false],
  ["", false],
] as const)("tells whether %j begins a command: %s", ([text, isLine]) => {
  expect(isCommandLine(text)).toBe(isLine);
});

test.for([
  ["What is X? private:", "private", "What is X?"],
  ["问题 仅自己可见：", "private", "问题"],
  ["question:", "question", ""],
  ["the unprivate:", undefined, "the"],
  ["private", undefined, "private"],
] as const)("finds at the end of %j the option %s", ([text, name, before]) => {
  expect(markedOption(text, optionsOf(registeredCommand("ask")))?.name).toBe(name);
  expect(withoutMarker(text)).toBe(before);
});
