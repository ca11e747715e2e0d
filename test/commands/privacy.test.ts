import { expect, test } from "vitest";
import type { CommandInvocation } from "../../src/invocation.ts";
import { builtInDefaults } from "../../src/community/settings.ts";
import { command, idOf, pressed, submitted } from "../support/invocations.ts";
import { type GuildBot, manager, startGuildBot } from "../support/guild-bot.ts";
import { smallLibrary } from "../support/library.ts";
import { messageOf } from "../support/reply.ts";

const library = smallLibrary();
const direct = { id: "3", guildId: undefined, kind: "direct" } as const;

function privacy(subcommand: string, given: Partial<CommandInvocation> = {}): CommandInvocation {
  return command("privacy", {}, { subcommand, ...given });
}

async function addWords({ ask }: GuildBot, by: Partial<CommandInvocation> = manager): Promise<void> {
  const options = { "readers-say": `pub ${by.asker?.id ?? ""}`, "article-says": "tea" };
  await ask(command("library", options, { ...by, subcommand: "words add" }));
}

test("in direct messages nothing is kept", async () => {
  const { ask } = await startGuildBot(library, { guild: undefined });
  for (const subcommand of ["show", "delete", "delete-server"]) {
    const reply = messageOf(await ask(privacy(subcommand, { channel: direct })));
    expect(reply).toMatchObject({ private: true, content: expect.stringContaining("Nothing is kept about you here") });
  }
});

test("shows what is kept about the asker and the server", async () => {
  const bot = await startGuildBot(library, { defaults: { ...builtInDefaults, leftDays: 7 } });
  expect(messageOf(await bot.ask(privacy("show"))).content).toContain("**About this server**: nothing is kept.");
  await addWords(bot);
  const { content } = messageOf(await bot.ask(privacy("show", manager)));
  expect(content.split("\n").slice(2)).toEqual([
    "**About you** your id stands at:",
    "- 1 line of words that you added",
    "- 1 of the last 1,000 changes",
    "",
    "**About this server**: 0 articles in 0 versions (0.0 MB) · 0 drafts · 0 taught questions · 1 line of words · 0 scopes · 0 gap reports",
    "Articles are quoted to everybody who may ask; the rest is seen by those who run the server, and by whoever runs me.",
    "Kept until it is removed here; for 30 days changes can be undone. 7 days after I am removed from the server, everything is deleted.",
    "",
    "-# `/privacy delete` takes your id out. Those who run the server delete everything with `/privacy delete-server`.",
  ]);
  expect(messageOf(await bot.ask(privacy("show"))).content).toContain("**About you** nothing is kept in this server.");
});

test("takes a person's id out of records and the trail, once they say yes", async () => {
  const bot = await startGuildBot(library);
  await addWords(bot);
  await addWords(bot, { ...manager, asker: { id: "6", permissions: 32n } });
  const asked = await bot.ask(privacy("delete", manager));
  const id = idOf(asked, "forget-me");
  expect(messageOf(await bot.ask(pressed(asked, id))).content).toContain("another version");
  expect(await bot.ask(pressed(asked, id, manager))).toMatchObject({ kind: "update", components: [] });
  expect([...bot.guild.state.words.values()].map(({ line, by }) => [line, by])).toEqual([
    ["pub 5 => tea", ""],
    ["pub 6 => tea", "6"],
  ]);
  const trail = JSON.stringify(await bot.guild.changes(10));
  expect([trail.includes('"5"'), trail.includes('"6"')]).toEqual([false, true]);
  expect(await bot.ask(pressed(asked, id, manager))).toMatchObject({ kind: "update" });
});

test("deletes everything of a server for those who run it, once they have typed the word", async () => {
  const bot = await startGuildBot(library);
  await addWords(bot);
  expect(messageOf(await bot.ask(privacy("delete-server"))).content).toBe("This is for those who run the server.");
  const form = await bot.ask(privacy("delete-server", manager));
  const customId = form.kind === "modal" ? form.customId : "";
  const send = async (word: string, given = {}) =>
    messageOf(await bot.ask(submitted({ word }, { ...manager, customId, ...given }))).content;
  expect(await send("yes")).toBe("Nothing was deleted: the word is DELETE.");
  expect(await send("delete", { asker: { id: "2", permissions: 0n } })).toContain("those who run the server");
  expect(bot.guild.state.words.size).toBe(1);
  expect(await send(" Delete ", { locale: "zh-CN" })).toContain("已全部删除");
  expect(bot.guild.state.revision).toBe(0);
  expect(await bot.guild.changes(10)).toEqual([]);
});
