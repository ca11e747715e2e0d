import { expect, test } from "vitest";
import { commands } from "../commands/all.ts";
import type { BotOptions, ResolveInvocation } from "../src/bot.ts";
import { createBot } from "../src/bot.ts";
import type { Command } from "../src/command.ts";
import { AttachmentError } from "../src/community/attachment-error.ts";
import { StoreError } from "../src/community/store-error.ts";
import type { CommandInvocation } from "../src/invocation.ts";
import type { Fact } from "../src/observer.ts";
import type { MessageReply, Reply } from "../src/render/reply.ts";
import { libraryOf } from "./support/library-of.ts";
import { smallLibrary } from "./support/library.ts";

const log = { debug() {}, info() {}, warn() {}, error() {} };

function invocation(question: string, id = "1"): CommandInvocation {
  const channel = { id: "3", guildId: undefined };
  return { kind: "command", id, asker: { id: "2" }, channel, locale: "en", name: "ask", options: { question } };
}

/** A bot, and what is heard of it. */
function botWith(given: readonly Command[], more: Partial<BotOptions> = {}) {
  const facts: Fact[] = [];
  const services = { library: smallLibrary(), quotesPerAnswer: 1 };
  const observe = (fact: Fact) => void facts.push(fact);
  const bot = createBot({ commands: given, services, log, createFaultId: () => "f-1", observe, ...more });
  const outcomes = () => facts.flatMap((fact) => (fact.kind === "reply" ? [fact.outcome] : []));
  return { bot, facts, outcomes };
}

function commandThat(run: () => Reply): Command {
  return { declaration: { name: "ask", description: "Ask" }, asks: true, run };
}

function failing(error: Error): Command {
  return commandThat(() => {
    throw error;
  });
}

const said: MessageReply = { kind: "message", content: "hello", private: false, quotes: [] };

test.for([
  { question: "Is green tea oxidised?", outcome: "answered" },
  { question: "Who baked the unicorn?", outcome: "declined nothing-found" },
  { question: "Who bakes black tea?", outcome: "unsure" },
  // Help is no answer.
  { question: "?!", outcome: "other" },
])("$question is told as $outcome, again where it was kept", async ({ question, outcome }) => {
  const { bot, outcomes, facts } = botWith(commands);
  await bot.respond(invocation(question, "1"));
  await bot.respond(invocation(question, "2"));
  expect(outcomes()).toEqual([outcome, outcome]);
  const found = { kind: "found", of: "command", seconds: expect.any(Number) };
  const event = { kind: "event", of: "command" };
  expect(facts.filter(({ kind }) => kind !== "reply")).toEqual([event, found, event, found]);
});

test.for([
  { name: "another reply", command: commandThat(() => said), outcome: "other" },
  { name: "nothing", command: commandThat(() => ({ kind: "silence" })), outcome: "silent" },
  { name: "a fault", command: failing(new Error("no")), outcome: "failed fault" },
  { name: "a store that is away", command: failing(new StoreError("unavailable")), outcome: "failed store" },
  { name: "an attachment that is gone", command: failing(new AttachmentError("gone")), outcome: "failed attachment" },
])("$name is told as $outcome", async ({ command, outcome }) => {
  const { bot, outcomes } = botWith([command]);
  await bot.respond(invocation("What?"));
  expect(outcomes()).toEqual([outcome]);
});

test("what is refused is told as that, once", async () => {
  const { bot, outcomes } = botWith([commandThat(() => said)], { cooldown: 60_000 });
  await bot.respond(invocation("One?", "1"));
  await bot.respond(invocation("One?", "1"));
  await bot.respond(invocation("Two?", "2"));
  expect(outcomes()).toEqual(["other", "refused repeated", "refused cooldown"]);
});

test.for([
  { waited: 1500, outcome: "refused busy" },
  { waited: 2900, outcome: "refused dropped" },
])("what waited for $waited ms is told as $outcome", async ({ waited, outcome }) => {
  const { bot, outcomes } = botWith([commandThat(() => said)], { turns: { take: async () => waited } });
  await bot.respond(invocation("What?"));
  expect(outcomes()).toEqual([outcome]);
});

test("whoever may not ask is told as barred", async () => {
  const services = { library: libraryOf([]), quotesPerAnswer: 1 };
  const resolve: ResolveInvocation = () => ({ services, isBarred: true });
  const { bot, outcomes } = botWith([commandThat(() => said)], { resolve });
  await bot.respond(invocation("What?"));
  expect(outcomes()).toEqual(["refused barred"]);
});

test.for([
  { name: "is done", run: async () => said, outcomes: ["done"] },
  { name: "fails", run: () => Promise.reject(new Error("no")), outcomes: ["failed"] },
])("a work that $name is told as that", async ({ run, outcomes }) => {
  const { bot, facts } = botWith([commandThat(() => ({ kind: "work", first: said, run }))]);
  const reply = await bot.respond(invocation("What?"));
  if (reply.kind === "work") await reply.run({ signal: new AbortController().signal, show() {} });
  expect(facts.flatMap((fact) => (fact.kind === "work" ? [fact.outcome] : []))).toEqual(outcomes);
});

test("a work that is called off is told with who did", async () => {
  const { bot, facts } = botWith([
    commandThat(() => ({ kind: "work", first: said, run: () => new Promise(() => {}) })),
  ]);
  const reply = await bot.respond(invocation("What?"));
  const leaving = new AbortController();
  leaving.abort();
  if (reply.kind === "work") await reply.run({ signal: leaving.signal, show() {} });
  expect(facts.flatMap((fact) => (fact.kind === "work" ? [fact.outcome] : []))).toEqual(["called-off restart"]);
});
