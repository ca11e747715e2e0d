import { expect, test } from "vitest";
import { isUnheard } from "../../../../src/playground/page/box/meant.ts";
import { isMessageTooLong, mentions, nameAtCaret, withMentions } from "../../../../src/playground/page/box/mentions.ts";

const bot = { id: "2", username: "yuanwen", bot: true };

test.for([
  ["@yuanwen what?", "<@2> what?"],
  ["请@yuanwen看看", "请<@2>看看"],
  ["hi @Yuanwen.", "hi <@2>."],
  ["@yuanwen2 and me@yuanwen", "@yuanwen2 and me@yuanwen"],
  ["<@2> again", "<@2> again"],
] as const)("sends %j as %j", ([text, content]) => {
  expect(withMentions(text, bot)).toBe(content);
  expect(mentions(text, bot)).toBe(content.includes("<@2>"));
});

test.for([
  ["@yu", 3, "yu"],
  ["@", 1, ""],
  ["@yu", 2, "y"],
  ["@yu done", 8, undefined],
  ["me@yu", 5, undefined],
] as const)("finds in %j at %i the name %j", ([text, caret, name]) => {
  expect(nameAtCaret(text, caret)).toBe(name);
});

test("counts characters, not halves of them", () => {
  expect(isMessageTooLong("𠀀".repeat(2000))).toBe(false);
  expect(isMessageTooLong("x".repeat(2001))).toBe(true);
});

const author = { id: "5", username: "reader" };
const message = {
  channel_id: "1",
  type: 0,
  content: "",
  timestamp: "",
  edited_timestamp: null,
  flags: 0,
  components: [],
};
const channels = [
  { id: "1", type: 0 },
  { id: "11", type: 11, parent_id: "1" },
  { id: "7", type: 1 },
];
const roles = [
  { id: "31", name: "Teachers" },
  { id: "32", name: "Yuanwen", botId: bot.id },
];
const messages = [
  { ...message, id: "50", author: bot },
  { ...message, id: "51", author },
];

test.for([
  ["what?", "1", undefined, true],
  ["", "1", undefined, false],
  ["/ask", "1", undefined, false],
  ["@yuanwen what?", "1", undefined, false],
  ["<@&32> what?", "1", undefined, false],
  ["<@&31> what?", "1", undefined, true],
  ["see [[§1]]", "1", undefined, false],
  ["what?", "11", undefined, false],
  ["what?", "7", undefined, false],
  ["what?", "1", "50", false],
  ["what?", "1", "51", true],
] as const)("%j in channel %s replying to %s goes unheard: %s", ([text, channelId, replyTo, isLost]) => {
  const draft = { kind: "text", text } as const;
  expect(isUnheard({ bot, roles, channels, messages, channelId, replyTo, draft })).toBe(isLost);
});
