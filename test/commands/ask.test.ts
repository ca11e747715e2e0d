import fc from "fast-check";
import { expect, test } from "vitest";
import { ask } from "../../commands/ask.ts";
import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Matches } from "../../src/render/answer-message.ts";
import { assertQuotes } from "../../src/render/assert-quotes.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { keepTexts } from "../../src/text/remember-texts.ts";
import { smallLibrary } from "../support/library.ts";
import { messageOf } from "../support/reply.ts";

const services: Services = { library: smallLibrary(), quotesPerAnswer: 1 };

function asked(options: CommandInvocation["options"], locale: CommandInvocation["locale"] = "en"): CommandInvocation {
  return {
    kind: "command",
    id: "1",
    asker: { id: "2" },
    channel: { id: "3", guildId: "4" },
    locale,
    name: "ask",
    options,
  };
}

test("quotes the article", async () => {
  const reply = messageOf(await ask.run(asked({ question: "Where in Yunnan does it come from?" }), services));
  expect(reply.private).toBe(false);
  expect(reply.content).toContain("**Black tea**\n> ");
  expect(reply.quotes.map(({ text }) => text)).toContain("It comes from Yunnan and Assam.");
});

test.for([
  { name: "privately", question: "Zuckerberg?", given: {}, isPrivate: true },
  {
    name: "to all where the asker wants that",
    question: "Zuckerberg?",
    given: { private: false },
    isPrivate: false,
  },
  { name: "privately what holds no word", question: "What is it?", given: {}, isPrivate: true },
])("declines $name", async ({ question, given, isPrivate }) => {
  const reply = messageOf(await ask.run(asked({ question, ...given }), services));
  expect(reply).toMatchObject({ private: isPrivate, outcome: expect.stringContaining("declined") });
});

test("answers privately when asked to", async () => {
  const reply = messageOf(await ask.run(asked({ question: "green tea", private: true }), services));
  expect(reply.private).toBe(true);
});

test.for([
  { name: "no words", question: "What is it?", locale: "en", said: /no word/u },
  { name: "nothing there", question: "火星", locale: "zh-CN", said: /文章/u },
] as const)("says why it declines: $name", async ({ question, locale, said }) => {
  const reply = messageOf(await ask.run(asked({ question }, locale), services));
  expect(reply.content).toMatch(said);
});

const origin = "Where in Yunnan does it come from?";
const guild = { id: "3", guildId: "4", kind: "text" } as const;
const noThreads = { ...guild, botPermissions: 0n };

test.for([
  { name: "question", changed: asked({ question: "green tea" }) },
  { name: "article", changed: asked({ question: origin, article: "tea" }) },
  { name: "eyes", changed: asked({ question: origin, private: true }) },
  { name: "language", changed: asked({ question: origin }, "zh-TW") },
  { name: "channel", changed: { ...asked({ question: origin }), channel: noThreads } },
])("gives the answer that was kept, but not for another $name", async ({ changed }) => {
  const few = { most: 9, longest: 2000 };
  const memory = { answers: keepTexts<MessageReply>(few), matches: keepTexts<Matches>(few) };
  const keeping = { ...services, memory };
  const first = await ask.run({ ...asked({ question: origin }), channel: guild }, keeping);
  const again = await ask.run({ ...asked({ question: origin }), channel: guild, id: "7", asker: { id: "8" } }, keeping);
  expect(again).toBe(first);
  const other = await ask.run(changed, keeping);
  expect(other).not.toBe(first);
  expect(other).toEqual(await ask.run(changed, services));
});

test("gives a valid message for any question", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 500 }), async (question) => {
      const reply = messageOf(await ask.run(asked({ question }), services));
      expect(reply.content.trim()).not.toBe("");
      expect(reply.content.length).toBeLessThanOrEqual(2000);
      assertQuotes(reply, services.library.articles);
    }),
  );
});

test.for([
  { question: "hi", locale: "en", said: "Hello!" },
  { question: "谢谢", locale: "zh-CN", said: "随时为你效劳！" },
  { question: "https://example.com/page", locale: "zh-TW", said: "我不會開啟連結。" },
  { question: "!play", locale: "en", said: "That looks like a command for another bot." },
] as const)("helps privately whoever gives $question as a question", async ({ question, locale, said }) => {
  const reply = messageOf(await ask.run(asked({ question }, locale), { ...services, gapChannelId: "9" }));
  expect(reply.content.split("\n")[0]).toBe(said);
  expect({ private: reply.private, quotes: reply.quotes, outcome: reply.outcome }).toEqual({
    private: true,
    quotes: [],
  });
  expect(JSON.stringify(reply.components)).not.toContain('"gap');
});

test("says in the language of a question that it is not read, and in the reader's", async () => {
  const question = "Où est la bibliothèque ?";
  const { content } = messageOf(await ask.run(asked({ question }, "zh-TW"), services));
  expect(content).toContain("Je ne comprends que les questions en chinois et en anglais.\n");
  expect(content).toContain("中文和英文");
});
