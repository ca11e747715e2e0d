import { expect, test } from "vitest";
import {
  beginsDay,
  clockFor,
  exchangeOf,
  isContinued,
  isOwnNews,
  isPrivate,
  previewOf,
} from "../../../../src/playground/page/chat/message-facts.ts";
import type { Exchange, Message } from "../../../../src/playground/wire.ts";

const exchange = (sent: Exchange["sent"]): Exchange => ({
  sent,
  status: 200,
  response: null,
  refused: [],
  isLate: false,
  took: 1,
});
const origin = (id: string) => ({ id, type: 2, name: "/ask" });
const bot = { id: "2", username: "yuanwen", bot: true };
const somebody = { id: "6", username: "other" };
const reader = { id: "5", username: "reader" };

const first: Message = {
  id: "20",
  channel_id: "4",
  type: 0,
  author: reader,
  content: "Why?",
  timestamp: "2026-11-03T10:00:00Z",
  edited_timestamp: null,
  flags: 0,
  components: [],
};

test.for([
  ["the same author, a minute later", { timestamp: "2026-11-03T10:01:00Z" }, true],
  ["seven minutes later", { timestamp: "2026-11-03T10:07:00Z" }, false],
  ["another author", { author: { id: "2", username: "yuanwen", bot: true } }, false],
  ["a reply", { referenced_message: first }, false],
  ["an answer to a command", { interaction_metadata: { id: "30", type: 2, name: "/ask" } }, false],
  ["a private message", { flags: 64 }, false],
] as const)("knows whether a message goes on: %s", ([, change, expected]) => {
  expect(isContinued({ ...first, id: "21", ...change }, first)).toBe(expected);
});

const at = (date: Date): Message => ({ ...first, timestamp: date.toISOString() });

test.for([
  ["the first of all", undefined, true],
  ["one minute later, on the next day", new Date(2026, 10, 2, 23, 59), true],
  ["one of the same day", new Date(2026, 10, 3, 0, 0), false],
] as const)("knows where a day begins: %s", ([, before, expected]) => {
  const message = at(new Date(2026, 10, 3, 0, 0, 30));
  expect(beginsDay(message, before && at(before))).toBe(expected);
  expect(isContinued(message, before && at(before))).toBe(!expected);
});

test.for([
  ["en", "November 3, 2026"],
  ["zh-CN", "2026年11月3日"],
  ["zh-TW", "2026年11月3日"],
] as const)("writes the day in %s", ([locale, expected]) => {
  expect(clockFor(locale).day(new Date(2026, 10, 3, 17, 4))).toBe(expected);
});

test("begins a channel with its author's name", () => {
  expect(isContinued(first, undefined)).toBe(false);
});

test.for([
  ["what the reader wrote", {}, true],
  ["an answer to a command that was sent", { author: bot, interaction_metadata: origin("30") }, true],
  ["an answer to a command of another page", { author: bot, interaction_metadata: origin("31") }, false],
  ["an answer to what the reader wrote", { author: bot, referenced_message: first }, true],
  ["an answer to somebody else", { author: bot, referenced_message: { ...first, author: somebody } }, false],
  ["what somebody else wrote", { author: somebody }, false],
  ["what the bot says by itself", { author: bot }, false],
] as const)("tells whether news are the reader's own: %s", ([, change, expected]) => {
  const exchanges = [exchange({ id: "30", type: 2 })];
  expect(isOwnNews({ ...first, ...change }, { reader, exchanges, isWaiting: false })).toBe(expected);
});

test("takes what comes while an answer is waited for as that answer", () => {
  const answer = { ...first, author: bot, interaction_metadata: origin("32") };
  expect(isOwnNews(answer, { reader, exchanges: [], isWaiting: true })).toBe(true);
});

test("tells private messages by their flag", () => {
  expect([0, 4, 64, 68].map((flags) => isPrivate({ ...first, flags }))).toEqual([false, false, true, true]);
});

test.for([
  ["the command that made it", "30"],
  ["the button below it that was pressed last", "32"],
  ["nothing, where it came by the gateway", undefined],
] as const)("finds the exchange of a message: %s", ([, expected]) => {
  const asked = exchange({ id: "30", type: 2 });
  const pressed = [
    exchange({ id: "31", type: 3, message: { id: "20" } }),
    exchange({ id: "32", type: 3, message: { id: "20" } }),
  ];
  const other = exchange({ id: "33", type: 3, message: { id: "21" } });
  const answer: Message = { ...first, interaction_metadata: { id: "30", type: 2 } };
  const cases = {
    "30": [answer, [asked, other]],
    "32": [answer, [asked, ...pressed, other]],
    none: [first, [other]],
  } as const;
  const [message, exchanges] = cases[expected ?? "none"];
  expect(exchangeOf(message, exchanges)?.sent.id).toBe(expected);
});

test("previews a message in one line without marks", () => {
  expect(previewOf({ ...first, content: "**a**\n> b \\*\n-# c" })).toBe("a b * c");
  const names = new Map([["100000000000000002", "yuanwen"]]);
  const mentioning = { ...first, content: "<@100000000000000002> and <@100000000000000009>" };
  expect(previewOf(mentioning, (id) => names.get(id) ?? id)).toBe("@yuanwen and @100000000000000009");
  expect(Array.from(previewOf({ ...first, content: "😀".repeat(200) }))).toHaveLength(120);
});

test.for([
  ["en", "5:04 PM"],
  ["zh-CN", "17:04"],
  ["zh-TW", "下午5:04"],
] as const)("writes the time in %s", ([locale, expected]) => {
  expect(
    clockFor(locale)
      .time(new Date(2026, 10, 3, 17, 4))
      .replaceAll(/\s/gu, " "),
  ).toBe(expected);
});
