import { expect, test } from "vitest";
import { beginCommand } from "../../../../src/playground/page/box/draft.ts";
import {
  problemOf,
  readBoolean,
  sentOptions,
  wrongOptions,
} from "../../../../src/playground/page/box/option-values.ts";
import { registeredCommand, registeredOption } from "../../../support/registered-commands.ts";

test.for([
  ["true", true],
  [" Yes ", true],
  ["是", true],
  ["False", false],
  ["否", false],
  ["maybe", undefined],
  ["", undefined],
] as const)("reads %j as %s", ([text, value]) => {
  expect(readBoolean(text)).toBe(value);
});

test.for([
  ["ask", "question", undefined, { kind: "missing" }],
  ["ask", "question", "  ", { kind: "missing" }],
  ["ask", "question", "x", undefined],
  ["ask", "question", "𠀀".repeat(500), undefined],
  ["ask", "question", "x".repeat(501), { kind: "long", most: 500, length: 501 }],
  ["ask", "article", "", undefined],
  ["ask", "private", "", undefined],
  ["ask", "private", "perhaps", { kind: "no-choice" }],
  ["ask", "private", "true", undefined],
  ["cite", "form", "BibTeX", undefined],
  ["cite", "form", "bib", { kind: "no-choice" }],
] as const)("/%s finds for %s: %j the problem %j", ([command, name, shown, problem]) => {
  expect(problemOf(registeredOption(command, name), shown === undefined ? undefined : { shown })).toEqual(problem);
});

test("minds how short a text may be", () => {
  const strict = { ...registeredOption("ask", "question"), shortest: 3 };
  expect(problemOf(strict, { shown: "ab" })).toEqual({ kind: "short", least: 3 });
  expect(problemOf(strict, { shown: "abc" })).toBeUndefined();
});

test.for([
  ["ask", { question: { shown: "What?" } }, { question: "What?" }],
  [
    "ask",
    {
      question: { shown: "What?" },
      article: { shown: "Notes", value: "notes" },
      private: { shown: "是", value: "true" },
    },
    { question: "What?", article: "notes", private: true },
  ],
  [
    "ask",
    { question: { shown: "What?" }, article: { shown: "" }, private: { shown: "no" } },
    { question: "What?", private: false },
  ],
  ["verify", { quote: { shown: "one \n\n two\r\nthree" } }, { quote: "one two three" }],
  ["cite", { reference: { shown: "§1" }, form: { shown: "纯文本" } }, { reference: "§1", form: "plain" }],
  ["help", { other: { shown: "x" } }, {}],
] as const)("/%s sends %j as %j", ([name, values, sent]) => {
  expect(sentOptions(beginCommand(registeredCommand(name), values))).toEqual(sent);
});

test("finds what is wrong in the order in which it is shown", () => {
  const draft = beginCommand(registeredCommand("cite"), { form: { shown: "none" } });
  expect(wrongOptions(draft).map(({ option: { name } }) => name)).toEqual(["reference", "form"]);
});
