import { expect, test } from "vitest";
import {
  addOption,
  beginCommand,
  emptyDraft,
  focusOption,
  furtherOptions,
  insertMention,
  isSameDraft,
  recall,
  sentDraft,
  shownOptions,
  stepBack,
  takeChoice,
  takeRest,
  typeOption,
  typeRest,
  typeText,
} from "../../../../src/playground/page/box/draft.ts";
import type { CommandDraft, Draft } from "../../../../src/playground/page/state.ts";
import { registeredCommand, registeredCommands, registeredOption } from "../../../support/registered-commands.ts";

const ask = registeredCommand("ask");

function typed(text: string, kind: "typed" | "pasted" | "composing" = "typed", caret = text.length) {
  return { text, caret, isTyped: kind !== "pasted", isComposing: kind === "composing" };
}

function shown({ values, focused }: CommandDraft) {
  return { focused, ...Object.fromEntries(Object.entries(values).map(([name, each]) => [name, each.shown])) };
}

function asCommand(draft: Draft): CommandDraft {
  if (draft.kind !== "command") throw new Error(`still text: ${draft.text}`);
  return draft;
}

test.for([
  ["ask", {}, "question"],
  ["ask", { question: { shown: "x" } }, "question"],
  ["ask", { private: { shown: "true" } }, "question"],
  ["verify", { quote: { shown: "x" }, article: { shown: "notes" } }, "quote"],
  ["outline", {}, undefined],
  ["outline", { article: { shown: "notes" } }, "article"],
  ["help", {}, undefined],
] as const)("/%s with %j begins at %s", ([name, values, focused]) => {
  expect(beginCommand(registeredCommand(name), values).focused).toBe(focused);
});

test("shows required options first, then those that were added", () => {
  const cite = registeredCommand("cite");
  const draft = beginCommand(cite, { private: { shown: "" }, form: { shown: "" } });
  expect(shownOptions(draft).map(({ name }) => name)).toEqual(["reference", "private", "form"]);
  expect(furtherOptions(draft).map(({ name }) => name)).toEqual(["article"]);
});

test("keeps what stands behind a command that takes no text", () => {
  const draft = asCommand(typeText(typed("/help please"), registeredCommands));
  expect(draft).toMatchObject({ focused: undefined, rest: "please", values: {} });
  expect(takeRest(draft)).toBe(draft);
});

test.for([
  ["ask", { question: { shown: "foo" } }, " bar baz ", { question: "foo bar baz" }],
  ["ask", {}, "bar", { question: "bar" }],
  [
    "ask",
    { question: { shown: "foo" }, article: { shown: "Notes", value: "notes" } },
    "x",
    { question: "foo x", article: "Notes" },
  ],
  ["outline", { article: { shown: "Notes", value: "notes" } }, "x", { article: "Notes x" }],
  ["ask", { question: { shown: "foo" } }, "  ", { question: "foo" }],
] as const)("takes what stands behind /%s with %j, %j, into the option for text", ([name, values, rest, expected]) => {
  const draft = takeRest({ ...beginCommand(registeredCommand(name), values), rest });
  expect(shown({ ...draft, focused: undefined })).toEqual({ focused: undefined, ...expected });
});

test.for([
  ["/ask ", { focused: "question" }],
  ["/ask What is X?", { focused: "question", question: "What is X?" }],
  ["/提问 谷歌 仅自己可见：是", { focused: "private", question: "谷歌", private: "是" }],
] as const)("turns %j into a command", ([text, command]) => {
  expect(shown(asCommand(typeText(typed(text), registeredCommands)))).toEqual(command);
});

test.for(["", "/", "/ask", "/nope x", "hello /ask x"])("leaves %j as text", (text) => {
  expect(typeText(typed(text), registeredCommands)).toEqual({ kind: "text", text, caret: text.length });
});

test("leaves text alone while an input method composes", () => {
  expect(typeText(typed("/ask ", "composing"), registeredCommands).kind).toBe("text");
});

test.for([
  ["What is X?", "typed", { focused: "question", question: "What is X?" }],
  ["question:", "typed", { focused: "question", question: "" }],
  ["What is X? private:", "typed", { focused: "private", question: "What is X?", private: "" }],
  ["谷歌 仅自己可见：", "typed", { focused: "private", question: "谷歌", private: "" }],
  ["What is X? private:", "pasted", { focused: "question", question: "What is X? private:" }],
  ["What is X? private:", "composing", { focused: "question", question: "What is X? private:" }],
] as const)("takes %j, %s, into a field", ([text, kind, command]) => {
  expect(shown(typeOption(beginCommand(ask), "question", typed(text, kind)))).toEqual(command);
});

test("keeps an option's name as text where the option is filled in already", () => {
  const draft = beginCommand(ask, { question: { shown: "" }, private: { shown: "true" } });
  expect(shown(typeOption(draft, "question", typed("is it private:")))).toEqual({
    focused: "question",
    question: "is it private:",
    private: "true",
  });
});

test("forgets a choice's value when its name is changed", () => {
  const draft = beginCommand(ask, { article: { shown: "Notes", value: "notes" } });
  expect(typeOption(draft, "article", typed("Note")).values["article"]).toEqual({ shown: "Note" });
});

test("begins an option by its name behind all others", () => {
  const draft = focusOption(beginCommand(ask), undefined);
  expect(typeRest(draft, typed("pri"))).toMatchObject({ rest: "pri", focused: undefined });
  expect(typeRest(draft, typed("private:"))).toMatchObject({ rest: "", focused: "private" });
});

test("takes a choice and goes on to what is still wanted", () => {
  const draft = addOption(beginCommand(ask), registeredOption("ask", "article"));
  const taken = takeChoice(draft, { shown: "Notes", value: "notes" });
  expect(taken.values["article"]).toEqual({ shown: "Notes", value: "notes" });
  expect(taken.focused).toBe("question");
  const last = takeChoice(taken, { shown: "What?", value: "What?" });
  expect(last).toMatchObject({ focused: "question", isDismissed: true });
});

test.for([
  [{}, undefined, { focused: "question" }],
  [{ question: { shown: "x" }, private: { shown: "" } }, "private", { focused: "question", question: "x" }],
  [
    { question: { shown: "x" }, private: { shown: "true" } },
    undefined,
    { focused: "private", question: "x", private: "true" },
  ],
] as const)("steps back from %j at %s", ([values, focused, command]) => {
  const draft = { ...beginCommand(ask, values), focused };
  expect(shown(asCommand(stepBack(draft, "en")))).toEqual(command);
});

test.for([
  ["ask", "question", "en", "/ask"],
  ["ask", "question", "zh-CN", "/提问"],
  ["help", undefined, "zh-TW", "/說明"],
] as const)("steps back from /%s to text", ([name, focused, locale, text]) => {
  const draft = { ...beginCommand(registeredCommand(name)), focused };
  expect(stepBack(draft, locale)).toEqual({ kind: "text", text });
});

test.for([
  ["@yu", 3, "@yuanwen ", 9],
  ["请@", 2, "请@yuanwen ", 10],
  ["hi @y there", 5, "hi @yuanwen there", 12],
] as const)("completes the name in %j", ([text, caret, completed, after]) => {
  expect(insertMention({ kind: "text", text, caret }, "yuanwen")).toEqual({
    kind: "text",
    text: completed,
    caret: after,
  });
});

test("brings sent drafts back, oldest last, and ends in an empty box", () => {
  const sent: Draft[] = [{ kind: "text", text: "one" }, sentDraft(beginCommand(ask, { question: { shown: "two" } }))];
  const newest = recall(emptyDraft, sent, -1);
  const oldest = recall(newest, sent, -1);
  expect(newest).toMatchObject({ kind: "command", recalled: 1, isDismissed: true });
  expect(oldest).toMatchObject({ kind: "text", text: "one", recalled: 0 });
  expect(recall(oldest, sent, -1)).toBe(oldest);
  expect(recall(newest, sent, 1)).toEqual(emptyDraft);
  expect(typeText(typed("one!"), registeredCommands)).not.toHaveProperty("recalled");
});

test("tells drafts that send the same", () => {
  const draft = beginCommand(ask, { question: { shown: "x" } });
  expect(isSameDraft({ ...draft, active: 3, rest: "pri" }, draft)).toBe(true);
  expect(isSameDraft(draft, beginCommand(ask))).toBe(false);
  expect(isSameDraft(emptyDraft, undefined)).toBe(false);
});
