import { describe, expect, onTestFinished, test, vi } from "vitest";
import { commands } from "../commands/all.ts";
import type { BotOptions, Resolved } from "../src/bot.ts";
import { createBot } from "../src/bot.ts";
import type { Command } from "../src/command.ts";
import type { CommandInvocation, Invocation } from "../src/invocation.ts";
import { AttachmentError } from "../src/community/attachment-error.ts";
import type { StoreProblem } from "../src/community/store-error.ts";
import { StoreError } from "../src/community/store-error.ts";
import { createLog } from "../src/log.ts";
import type { MessageReply } from "../src/render/reply.ts";
import { cutVerbatim } from "../src/text/verbatim.ts";
import { libraryOf } from "./support/library-of.ts";
import { smallLibrary } from "./support/library.ts";
import { command, heard, typing } from "./support/invocations.ts";
import { messageOf } from "./support/reply.ts";

const invocation: CommandInvocation = {
  kind: "command",
  id: "1",
  asker: { id: "2" },
  channel: { id: "3", guildId: undefined },
  locale: "en",
  name: "ask",
  options: { question: "Where in Yunnan does it come from?" },
};

function botWith(given: readonly Command[], more: Partial<BotOptions> = {}) {
  const lines: string[] = [];
  const log = createLog({ level: "info", secrets: [], now: () => new Date(0), write: (line) => lines.push(line) });
  const services = { library: smallLibrary(), quotesPerAnswer: 1 };
  return { bot: createBot({ commands: given, services, log, createFaultId: () => "f-1", ...more }), lines };
}

function commandThat(run: Command["run"]): Command {
  return { declaration: { name: "ask", description: "Ask" }, asks: true, run };
}

test("hands an invocation to its command", async () => {
  const { bot, lines } = botWith(commands);
  expect(messageOf(await bot.respond(invocation)).content).toContain("Yunnan");
  expect(lines).toEqual([]);
});

test("says so where there is no such command", async () => {
  const { bot } = botWith([]);
  expect(await bot.respond(invocation)).toMatchObject({
    private: true,
    content: expect.stringContaining("do not know"),
  });
});

test("shows a fault's id, privately, and logs its cause with the same id", async () => {
  const { bot, lines } = botWith([
    commandThat(() => {
      throw new Error("the shelf fell down");
    }),
  ]);
  const reply = messageOf(await bot.respond(invocation));
  expect(reply).toMatchObject({ private: true, content: expect.stringContaining("f-1") });
  expect(reply.content).not.toContain("shelf");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: "fault", id: "f-1", error: { message: "the shelf fell down" } },
  ]);
});

test("sends no quote that differs from its article", async () => {
  const text = cutVerbatim("Black tea is green.", { start: 0, end: 19 });
  const span = { start: 0, end: 19 };
  const quotes = [{ article: "tea", span, text, shown: [{ span, text, before: "" as const }] }];
  const { bot, lines } = botWith([
    commandThat(() => ({ kind: "message", content: `> ${text}`, private: false, quotes })),
  ]);
  expect(messageOf(await bot.respond(invocation)).content).toContain("f-1");
  expect(lines.join("")).toContain("quote differs from the source at 0–19");
});

describe("what a server has of its own", () => {
  const counts: Command = commandThat((_invocation, { quotesPerAnswer, library }) =>
    hello(`${quotesPerAnswer} of ${library.articles.size}`),
  );

  test.for([
    { name: "at once", resolve: own },
    { name: "when it was read", resolve: async () => own() },
  ])("is what its people are answered with: $name", async ({ resolve }) => {
    const { bot } = botWith([counts], { resolve });
    expect(messageOf(await bot.respond(invocation)).content).toBe("7 of 0");
  });

  test("is what quotes are checked against", async () => {
    const quoting = commandThat(async (asked) => botWith(commands).bot.respond(asked));
    expect(messageOf(await botWith([quoting]).bot.respond(invocation)).content).toContain("Yunnan");
    expect(messageOf(await botWith([quoting], { resolve: own }).bot.respond(invocation)).content).toContain("f-1");
  });

  test("may be a language, for whatever is said", async () => {
    const resolve = speakingChinese;
    const { bot } = botWith([commandThat(({ locale }) => hello(locale))], { resolve });
    expect(messageOf(await bot.respond(invocation)).content).toBe("zh-TW");
    expect(messageOf(await botWith([commandThat(fail)], { resolve }).bot.respond(invocation)).content).toContain(
      "編號",
    );
    const late = botWith([commandThat(fail)], { resolve, ...tardy(2000) }).bot;
    expect(messageOf(await late.respond(invocation)).content).toContain("請稍後");
  });

  test("is not looked up for whoever asks too fast", async () => {
    let lookedUp = 0;
    const resolve = () => ((lookedUp += 1), own());
    const { bot } = botWith([counts], { resolve, cooldown: 5000, now: () => 0 });
    for (const id of ["1", "2", "2"]) await bot.respond({ ...invocation, id });
    expect(lookedUp).toBe(1);
  });

  test("may be a cooldown, which counts in each server apart", async () => {
    let time = 0;
    const { bot } = botWith([counts], { cooldown: slowInOne, now: () => time });
    const ask = async (guildId: string, at: number) => {
      time = at;
      const channel = { id: "3", guildId };
      return messageOf(await bot.respond({ ...invocation, id: `${guildId} ${at}`, channel })).content;
    };
    expect(await ask("4", 0)).toBe("1 of 1");
    expect(await ask("4", 59_000)).toContain("1 second ");
    expect(await ask("5", 59_001)).toBe("1 of 1");
    expect(await ask("5", 59_002)).toBe("1 of 1");
    expect(await ask("4", 60_000)).toBe("1 of 1");
    expect(await ask("4", 60_001)).toContain("60 seconds");
  });
});

describe("a store that cannot be used", () => {
  test.for([
    { problem: "unavailable", says: "cannot be reached" },
    { problem: "read-only", says: "Nothing can be saved" },
    { problem: "full", says: "no room" },
    { problem: "busy", says: "try again shortly" },
  ] as const)("is told as what it is, privately, and is no fault: $problem", async ({ problem, says }) => {
    const { bot, lines } = botWith([commandThat(broken(problem))]);
    const reply = { kind: "message", private: true, content: expect.stringContaining(says), quotes: [] };
    expect(await bot.respond(invocation)).toEqual(reply);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: "warn", event: "store not used", problem, reason: "connection refused by 10.0.0.1" },
    ]);
  });

  test("is told where a server's own things are read, but to nobody who did not mean the bot", async () => {
    const { bot } = botWith([], { resolve: broken("unavailable"), hear: sayHello });
    expect(await bot.respond(heard("Why?", "mention"))).toMatchObject({
      private: false,
      content: expect.stringContaining("cannot be reached"),
    });
    expect(await bot.respond({ ...heard("[[1]]", "none"), id: "2" })).toEqual({ kind: "silence" });
    const choices = await bot.respond(typing("ask", { name: "question", value: "x" }, { id: "3" }));
    expect(choices).toEqual({ kind: "choices", choices: [] });
  });

  test("is told of an attachment, too, why it was not fetched", async () => {
    const gone = commandThat(() => {
      throw new AttachmentError("gone");
    });
    const { bot, lines } = botWith([gone]);
    expect(messageOf(await bot.respond(invocation)).content).toContain("attach it again");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: "info", problem: "gone" }]);
  });
});

describe("where too much comes at once", () => {
  const never = commandThat(fail);

  test("asks to come again in the asker's language, privately, and computes nothing", async () => {
    const { bot, lines } = botWith([never], tardy(2000));
    for (const [locale, says] of [
      ["en", "try again"],
      ["zh-CN", "请稍后"],
      ["zh-TW", "請稍後"],
    ] as const) {
      const reply = await bot.respond({ ...invocation, id: locale, locale });
      expect(reply).toMatchObject({ kind: "message", private: true, content: expect.stringContaining(says) });
    }
    expect(lines).toEqual([]);
  });

  test("offers no choices, and says in a channel what it says to messages", async () => {
    const { bot } = botWith([never], { ...tardy(2000), hear: fail });
    const choices = await bot.respond(typing("ask", { name: "question", value: "x" }));
    expect(choices).toEqual({ kind: "choices", choices: [] });
    const told = { kind: "message", private: false, content: expect.stringContaining("請稍後") };
    expect(await bot.respond(heard("紅茶產自哪裡?", "mention"))).toMatchObject(told);
  });

  test("says nothing where nobody can hear it any more", async () => {
    const { bot } = botWith([never], tardy(3000));
    expect(await bot.respond(invocation)).toEqual({ kind: "silence" });
  });
});

describe("a message's context", () => {
  const earlier = ["-# 💬 Why?"];

  test("is read for whoever may ask, and handed in", async () => {
    const asked: Invocation[] = [];
    const { bot } = botWith([], { hear: (given) => (asked.push(given), sayHello()) });
    await bot.respond(heard("And then?", "direct"), () => Promise.resolve(earlier));
    expect(asked).toMatchObject([{ earlier }]);
  });

  test("is read for nobody who has to wait, or asks twice", async () => {
    const { bot } = botWith([], { hear: sayHello, cooldown: 5000, now: () => 0 });
    let reads = 0;
    const read = () => Promise.resolve((reads += 1) > 0 ? earlier : []);
    const leaving = new AbortController();
    const respond = (id: string) => bot.respond({ ...heard("Why?", "direct"), id }, read, leaving.signal);
    await respond("1");
    const waiting = ["2", "3", "1"].map(respond);
    expect(await waiting[0]).toEqual({ kind: "silence" });
    expect(await waiting[2]).toEqual({ kind: "silence" });
    expect(reads).toBe(1);
    leaving.abort();
    expect(await waiting[1]).toMatchObject({ content: "hello" });
    expect(reads).toBe(2);
  });
});

test("answers an event that comes twice once", async () => {
  const { bot } = botWith(commands);
  expect(await bot.respond(invocation)).toMatchObject({ kind: "message" });
  expect(await bot.respond(invocation)).toEqual({ kind: "silence" });
  expect(await bot.respond({ ...invocation, id: "5" })).toMatchObject({ kind: "message" });
});

test("offers no choices where typing fails, and answers a failing message in the channel", async () => {
  const failing: Command = {
    ...commandThat(() => ({ kind: "silence" })),
    complete: fail,
  };
  const { bot } = botWith([failing], { hear: fail });
  expect(await bot.respond(typing("ask", { name: "question", value: "x" }))).toEqual({ kind: "choices", choices: [] });
  expect(await bot.respond(heard("x", "mention"))).toMatchObject({
    private: false,
    content: expect.stringContaining("f-1"),
  });
});

test("offers nothing where there is nothing", async () => {
  const { bot } = botWith([]);
  expect(await bot.respond(typing("gone", { name: "question", value: "x" }))).toEqual({ kind: "choices", choices: [] });
  expect(await bot.respond(heard("x", "mention"))).toEqual({ kind: "silence" });
});

describe("a cooldown", () => {
  const says: Command = commandThat(sayHello);
  let [time, id] = [0, 100];
  const start = () => {
    const { bot } = botWith([says], { hear: sayHello, cooldown: 5000, now: () => time });
    return async (given: Invocation, at: number) => {
      time = at;
      const reply = await bot.respond({ ...given, id: String(id++) });
      return reply.kind === "message" ? reply.content : reply.kind;
    };
  };

  test("asks to wait, tells how long, and forgets in time", async () => {
    const ask = start();
    expect(await ask(invocation, 0)).toBe("hello");
    expect(await ask(invocation, 1500)).toContain("4 seconds");
    expect(await ask(invocation, 4500)).toContain("1 second ");
    expect(await ask(invocation, 5000)).toBe("hello");
  });

  test("counts every asker apart, and moderators not at all", async () => {
    const ask = start();
    const moderator = { ...invocation, asker: { id: "2", permissions: 8192n } };
    expect(await ask(invocation, 0)).toBe("hello");
    expect(await ask({ ...invocation, asker: { id: "3" } }, 1)).toBe("hello");
    expect(await ask(moderator, 2)).toBe("hello");
    expect(await ask(moderator, 3)).toBe("hello");
  });

  test("asks to wait in a message's own language, where it is long", async () => {
    const { bot } = botWith([says], { hear: sayHello, cooldown: 600_000, now: () => 0 });
    const message = { ...heard("紅茶產自哪裡?", "direct"), locale: "en" } as const;
    expect(messageOf(await bot.respond({ ...message, id: "1" })).content).toBe("hello");
    expect(messageOf(await bot.respond({ ...message, id: "2" })).content).toContain("請");
    expect(await bot.respond({ ...message, id: "3" })).toEqual({ kind: "silence" });
  });

  const press: Invocation = {
    ...invocation,
    kind: "component",
    customId: "1:try:Why",
    values: [],
    message: { id: "9", content: "", isPrivate: false },
  };

  test.for([
    { name: "a button that asks a question", given: press, said: "please wait" },
    { name: "a button that shows more", given: { ...press, customId: "1:later:s" }, said: "hello" },
    { name: "a button of another version", given: { ...press, customId: "0:try:Why" }, said: "another version" },
    { name: "a form", given: { ...press, kind: "modal", fields: {}, customId: "1:later" }, said: "hello" },
  ] as const)("holds for what asks anew: $name", async ({ given, said }) => {
    const controls = [
      { name: "try", asks: true, press: sayHello },
      { name: "later", press: sayHello, submit: sayHello },
    ];
    const { bot } = botWith([commandThat(sayHello)], { controls, cooldown: 5000, now: () => 0 });
    await bot.respond(invocation);
    expect(messageOf(await bot.respond({ ...given, id: "4" })).content).toContain(said);
  });

  test("gives the time back to whoever is told to come again, and to nobody for what is free", async () => {
    let waited = 2000;
    const turns = { take: () => Promise.resolve(waited) };
    const { bot } = botWith([says], { cooldown: 5000, now: () => 0, turns });
    const ask = async (given: Invocation) => messageOf(await bot.respond({ ...given, id: String(id++) })).content;
    expect(await ask(invocation)).toContain("try again");
    waited = 0;
    expect(await ask(invocation)).toBe("hello");
    waited = 2000;
    await bot.respond(typing("ask", { name: "question", value: "x" }));
    expect(await ask(invocation)).toContain("please wait");
  });

  test("answers the newest message of a stream when its time has come, and never holds up typing", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const ask = start();
    expect(await ask(heard("one", "mention"), 0)).toBe("hello");
    const [two, three, four] = ["mention", "reply", "thread"].map((addressed, at) =>
      ask(heard(`Why ${at}?`, addressed as "mention"), at + 1),
    );
    expect(await Promise.all([two, three])).toEqual(["silence", "silence"]);
    expect(await ask(typing("ask", { name: "question", value: "x" }), 4)).toBe("choices");
    expect(await ask(heard("for others", "none"), 5)).toBe("hello");
    time = 5000;
    vi.advanceTimersByTime(4999);
    expect(await four).toBe("hello");
  });

  test("does not count what is no question", async () => {
    const help: Command = { declaration: { name: "help", description: "Help" }, run: sayHello };
    const { bot } = botWith([says, help], { hear: sayHello, cooldown: 5000, now: () => 0 });
    const ask = async (given: Invocation) => messageOf(await bot.respond({ ...given, id: String(id++) })).content;
    expect(await ask(command("help"))).toBe("hello");
    expect(await ask(invocation)).toBe("hello");
    expect(await ask(command("help"))).toBe("hello");
    expect(await ask(heard("", "thread"))).toBe("hello");
    expect(await ask({ ...invocation, name: "ask" })).toContain("please wait");
  });
});

/** A server that has nothing of its own, and shows seven quotes at once. */
function own(): Resolved {
  return { services: { library: libraryOf([]), quotesPerAnswer: 7 } };
}

function speakingChinese(): Resolved {
  return { ...own(), locale: "zh-TW" };
}

function slowInOne({ channel }: Invocation): number {
  return channel.guildId === "4" ? 60_000 : 0;
}

function broken(problem: StoreProblem): () => never {
  return () => {
    throw new StoreError(problem, new Error("connection refused by 10.0.0.1"));
  };
}

function tardy(waited: number): Pick<BotOptions, "turns"> {
  return { turns: { take: () => Promise.resolve(waited) } };
}

function sayHello(): MessageReply {
  return hello("hello");
}

function hello(content: string): MessageReply {
  return { kind: "message", content, private: false, quotes: [] };
}

function fail(): never {
  throw new Error("the shelf fell down");
}
