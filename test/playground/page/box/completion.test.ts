import { expect, test } from "vitest";
import { completionOf, moveIn } from "../../../../src/playground/page/box/completion.ts";
import { beginCommand, focusOption } from "../../../../src/playground/page/box/draft.ts";
import type { CommandDraft, Draft } from "../../../../src/playground/page/state.ts";
import type { Locale } from "../../../../src/render/locale.ts";
import { registeredCommand, registeredCommands } from "../../../support/registered-commands.ts";

const bot = { id: "2", username: "yuanwen", bot: true };

/** Those for asking and reading. */
const names = ["ask", "read", "cite", "outline", "random", "search", "verify", "summary", "article", "help"];
const commands = registeredCommands.filter(({ name }) => names.includes(name));

function complete(draft: Draft, locale: Locale = "en") {
  return completionOf({ draft, locale, bot, commands, standing: "manager", channelId: "1" });
}

function labels(draft: Draft, locale: Locale = "en"): readonly string[] | undefined {
  return complete(draft, locale)?.offers.map(({ label }) => label);
}

const text = (written: string, caret = written.length): Draft => ({ kind: "text", text: written, caret });

function asking(shown: string, offered: CommandDraft["offered"]): CommandDraft {
  return { ...beginCommand(registeredCommand("ask"), { question: { shown } }), offered };
}

test.for([
  ["/as", "en", ["/ask"]],
  ["/AS", "en", ["/ask"]],
  ["/r", "en", ["/read", "/random", "/search", "/verify", "/summary", "/article"]],
  ["/提", "zh-CN", ["/提问"]],
  ["／as", "zh-CN", ["/提问"]],
  ["、ask", "zh-TW", ["/提問"]],
  ["/要", "zh-CN", ["/摘要"]],
  ["/提", "en", undefined],
  ["/nope", "en", undefined],
  ["/ask ", "en", undefined],
  ["say /ask", "en", undefined],
  ["hello", "en", undefined],
  ["@", "en", ["@yuanwen"]],
  ["请@yuan", "zh-CN", ["@yuanwen"]],
  ["@wen", "en", ["@yuanwen"]],
  ["@other", "en", undefined],
  ["me@yuan", "en", undefined],
] as const)("offers for %j in %s %j", ([written, locale, offered]) => {
  expect(labels(text(written), locale)).toEqual(offered);
});

test("offers all slash commands, and no others, for a slash alone", () => {
  const offers = complete(text("/"), "zh-CN")?.offers ?? [];
  expect(offers).toHaveLength(10);
  expect(offers[0]).toMatchObject({ label: "/提问", detail: "就文章提问，回答逐字引用原文" });
});

test("offers names at the caret, not at the end", () => {
  expect(labels(text("@yu and more", 3))).toEqual(["@yuanwen"]);
  expect(labels(text("@yu and more"))).toBeUndefined();
});

test("offers nothing once the list was closed", () => {
  expect(complete({ ...text("/"), isDismissed: true })).toBeUndefined();
});

test.for([
  ["", -1, ["article", "private"]],
  ["pri", 0, ["private"]],
  ["zzz", undefined, undefined],
] as const)("offers further options for %j", ([rest, active, offered]) => {
  const draft = { ...focusOption(beginCommand(registeredCommand("ask")), undefined), rest };
  expect(labels(draft)).toEqual(offered);
  expect(complete(draft)?.active).toBe(active);
});

test.for([
  ["ask", "private", { shown: "" }, "en", ["True", "False"]],
  ["ask", "private", { shown: "f" }, "en", ["False"]],
  ["ask", "private", { shown: "True", value: "true" }, "en", ["True", "False"]],
  ["ask", "private", { shown: "" }, "zh-TW", ["是", "否"]],
  ["cite", "form", { shown: "" }, "zh-CN", ["纯文本", "Markdown", "GB/T 7714", "APA 样式", "BibTeX"]],
  ["cite", "form", { shown: "gb" }, "en", ["GB/T 7714"]],
] as const)("/%s offers for %s: %j in %s %j", ([name, option, given, locale, offered]) => {
  const draft = focusOption(beginCommand(registeredCommand(name), { [option]: given }), option);
  expect(labels(draft, locale)).toEqual(offered);
});

test.for([
  [{ shown: "" }, 0],
  [{ shown: "t" }, 0],
  [{ shown: "true" }, -1],
  [{ shown: "False", value: "false" }, -1],
] as const)("with %j in a choice the keyboard begins at %i", ([given, active]) => {
  expect(complete(focusOption(beginCommand(registeredCommand("ask"), { private: given }), "private"))?.active).toBe(
    active,
  );
});

test("offers nothing for an option that takes any text", () => {
  expect(complete(beginCommand(registeredCommand("verify")))).toBeUndefined();
});

const two = (first: string) => [
  { name: first, value: first },
  { name: "Another", value: "another" },
];

test.for([
  { name: "what repeats what is typed", shown: "what", typed: "what", first: "what", active: -1 },
  { name: "what repeats it but for spaces", shown: " what  is ", typed: " what  is ", first: "what is", active: -1 },
  { name: "what is older than what is typed", shown: "what", typed: "wha", first: "Whatever", active: -1 },
  { name: "anything while nothing is typed", shown: "", typed: "", first: "Whatever", active: -1 },
  { name: "something else", shown: "what", typed: "what", first: "Whatever", active: 0 },
])("with $name first, the keyboard begins at $active", ({ shown, typed, first, active }) => {
  const list = complete(asking(shown, { option: "question", typed, choices: two(first) }));
  expect(list?.offers.map(({ label }) => label)).toEqual([first, "Another"]);
  expect(list?.active).toBe(active);
});

test("drops what the bot offered for another option", () => {
  expect(complete(asking("x", { option: "article", typed: "x", choices: two("x") }))).toBeUndefined();
  expect(complete(asking("x", undefined))).toBeUndefined();
});

test.for([
  [-1, 1, 0],
  [-1, -1, 9],
  [0, -1, 9],
  [9, 1, 0],
  [3, 1, 4],
] as const)("moves from %i by %i to %i", ([active, by, to]) => {
  const { offers = [] } = complete(text("/")) ?? {};
  expect(moveIn({ title: "", offers, active }, by)).toBe(to);
});
