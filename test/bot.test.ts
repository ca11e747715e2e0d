import { expect, test } from "vitest";
import { commands } from "../commands/all.ts";
import { createBot } from "../src/bot.ts";
import type { Command, CommandInvocation } from "../src/command.ts";
import { createLog } from "../src/log.ts";
import { cutVerbatim } from "../src/text/verbatim.ts";
import { smallLibrary } from "./support/library.ts";
import { messageOf } from "./support/reply.ts";

const invocation: CommandInvocation = {
  kind: "command",
  id: "1",
  asker: { id: "2" },
  channel: { id: "3", guildId: undefined },
  locale: "en",
  name: "ask",
  options: { question: "Where does black tea come from?" },
};

function botWith(given: readonly Command[]) {
  const lines: string[] = [];
  const log = createLog({ level: "info", secrets: [], now: () => new Date(0), write: (line) => lines.push(line) });
  const services = { library: smallLibrary(), quotesPerAnswer: 1 };
  return { bot: createBot({ commands: given, services, log, createFaultId: () => "f-1" }), lines };
}

function commandThat(run: Command["run"]): Command {
  return { declaration: { name: "ask", description: "Ask" }, run };
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
  const quotes = [{ article: "tea", span: { start: 0, end: 19 }, text }];
  const { bot, lines } = botWith([
    commandThat(() => ({ kind: "message", content: `> ${text}`, private: false, quotes })),
  ]);
  expect(messageOf(await bot.respond(invocation)).content).toContain("f-1");
  expect(lines.join("")).toContain("quote differs from the source at 0–19");
});
