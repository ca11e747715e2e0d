import { describe, expect, test } from "vitest";
import { builtInDefaults, settingsOf } from "../../src/community/settings.ts";
import type { CommandInvocation, GivenOptions } from "../../src/invocation.ts";
import { readControlId } from "../../src/render/control-id.ts";
import { command, idOf, pressableIds, pressed, rowsOf } from "../support/invocations.ts";
import { manager, startGuildBot } from "../support/guild-bot.ts";
import { smallLibrary } from "../support/library.ts";
import { messageOf } from "../support/reply.ts";

const library = smallLibrary();
const defaults = { ...builtInDefaults, quotesPerAnswer: 5, gapChannel: "88", forumChannels: new Set(["77"]) };

function settings(subcommand: string, options: GivenOptions = {}): CommandInvocation {
  return command("settings", options, { ...manager, subcommand });
}

test("shows what holds and where it was set", async () => {
  const { ask } = await startGuildBot(library, { defaults });
  await ask(settings("set", { cooldown: 0, threads: false }));
  await ask(settings("teachers add", { role: "61" }));
  expect(messageOf(await ask(settings("show"))).content).toBe(
    [
      "What holds in this server:",
      "- Quotes in an answer: **5** · set for all servers",
      "- Wait between two questions: **0 s** · set here",
      "- Answers for the asker alone: **no** · built in",
      "- Language: **each in their own** · built in",
      "- Threads on answers: **no** · set here",
      "- Channel for reported gaps: **yes** · set for all servers",
      "- Weekly summary of gaps: **no** · built in",
      "- Forums that are answered: **none** + those set for all servers · built in",
      "- Roles that may teach: **<@&61>** · set here",
      "-# Change it with `/settings set`, `forum` and `teachers`; `/settings reset` takes it back.",
    ].join("\n"),
  );
});

describe("/settings set", () => {
  test("sets several at once, tells old and new, and can be undone", async () => {
    const { ask, guild } = await startGuildBot(library, { defaults });
    const reply = messageOf(await ask(settings("set", { quotes: 1, language: "zh-CN", "gap-channel": "3" })));
    expect(reply.content).toBe(
      [
        "Changed:",
        "- Quotes in an answer: 5 → 1",
        "- Language: each in their own → 简体中文",
        "- Channel for reported gaps: <#88> → <#3>",
      ].join("\n"),
    );
    expect(settingsOf(await guild.fresh())).toEqual({ quotesPerAnswer: 1, locale: "zh-CN", gapChannel: "3" });
    const change = readControlId(idOf(reply, "undo"))?.state[0] ?? "";
    expect(await guild.undo({ change: "1", person: "5" }, change)).toMatchObject({ kind: "made" });
    expect(settingsOf(await guild.fresh())).toEqual({});
  });

  test("gives everybody their own language back", async () => {
    const { ask, guild } = await startGuildBot(library);
    await ask(settings("set", { language: "en" }));
    await ask(settings("set", { language: "own" }));
    expect(settingsOf(guild.state)).toEqual({});
  });

  const warned = [
    { name: "nothing was given", options: {}, says: "Choose at least one option" },
    { name: "nothing would change", options: { language: "own" }, says: "nothing was changed" },
    { name: "a summary has no channel", options: { "weekly-summary": true }, says: "none is set: choose one" },
    { name: "a channel cannot be looked at", options: { "gap-channel": "9" }, says: "Make sure that I may see <#9>" },
  ];
  test.for(warned)("says that $name", async ({ options, says }) => {
    const { ask } = await startGuildBot(library);
    expect(messageOf(await ask(settings("set", options))).content).toContain(says);
  });

  test("says where it may not write", async () => {
    const { ask } = await startGuildBot(library);
    const channel = { ...manager.channel, botPermissions: 1024n };
    const reply = await ask({ ...settings("set", { "gap-channel": "3" }), channel });
    expect(messageOf(reply).content).toContain("⚠ In <#3> I lack **Send Messages**; nothing would arrive.");
  });
});

test("forums and teachers are added and removed, once each", async () => {
  const { ask, guild } = await startGuildBot(library, { defaults });
  const says = async (subcommand: string, options: GivenOptions) =>
    messageOf(await ask(settings(subcommand, options))).content;
  expect(await says("forum add", { channel: "70" })).toBe("Changed:\n- Forums that are answered: none → <#70>");
  expect(await says("forum add", { channel: "70" })).toContain("there already");
  expect(await says("forum remove", { channel: "77" })).toContain("YUANWEN_FORUM_CHANNELS");
  expect(await says("forum remove", { channel: "71" })).toContain("not there");
  expect(await says("forum remove", { channel: "70" })).toBe("Changed:\n- Forums that are answered: <#70> → none");
  expect(await says("teachers add", { role: "6" })).toBe("Changed:\n- Roles that may teach: none → <@&6>");
  expect(await says("teachers remove", { role: "6" })).toBe("Changed:\n- Roles that may teach: <@&6> → none");
  expect(settingsOf(guild.state)).toEqual({});
});

test("one setting is taken back at once, all of them after a yes", async () => {
  const { ask, guild } = await startGuildBot(library);
  expect(messageOf(await ask(settings("reset"))).content).toContain("Nothing is set here");
  await ask(settings("set", { quotes: 1, cooldown: 9, private: true }));
  expect(messageOf(await ask(settings("reset", { setting: "quotesPerAnswer" }))).content).toContain("1 → 3");
  expect(messageOf(await ask(settings("reset", { setting: "quotesPerAnswer" }))).content).toContain("nothing was");
  const asked = await ask(settings("reset"));
  const id = idOf(asked, "reset-settings");
  expect(messageOf(await ask(pressed(asked, id))).content).toBe("This is for those who run the server.");
  expect(await ask(pressed(asked, id, manager))).toMatchObject({
    kind: "update",
    content: expect.stringContaining("9 s → 3 s"),
  });
  expect(settingsOf(guild.state)).toEqual({});
});

describe("/settings history", () => {
  test("shows who changed what and takes it back", async () => {
    const { ask, guild } = await startGuildBot(library);
    expect(messageOf(await ask(settings("history"))).content).toBe("Nothing was changed so far.");
    await ask(settings("set", { quotes: 1 }));
    const shown = await ask(settings("history"));
    expect(messageOf(shown).content).toBe(
      [
        "The last changes, newest first:",
        "- <t:1800000000:R> <@5> · settings: Quotes in an answer",
        "-# Changes can be undone for 30 days.",
      ].join("\n"),
    );
    const [menu] = rowsOf(shown);
    const values = menu?.kind === "select" ? menu.options.map(({ value }) => value) : [];
    const id = idOf(shown, "undo-chosen");
    expect(messageOf(await ask(pressed(shown, id, { values }))).content).toContain("those who run");
    expect(settingsOf(guild.state)).toEqual({ quotesPerAnswer: 1 });
    const undone = messageOf(await ask(pressed(shown, id, { ...manager, values })));
    expect(undone.content).toBe("Undone: Quotes in an answer");
    expect(settingsOf(guild.state)).toEqual({});
    expect(messageOf(await ask(pressed(shown, id, { ...manager, values }))).content).toContain("changed again since");
    expect(messageOf(await ask(pressed(shown, id, { ...manager, values: ["7"] }))).content).toContain("not known");
  });

  test("has pages, for those who run the server and whoever asked", async () => {
    const { ask, guild } = await startGuildBot(library);
    for (let quotes = 1; quotes <= 10; quotes += 1) await ask(settings("set", { quotes }));
    await ask(settings("forum add", { channel: "9" }));
    expect(await guild.changes(20)).toHaveLength(11);
    const first = await ask(settings("history"));
    const next = pressableIds(first).find((id) => id.startsWith("1:history:>")) ?? "";
    const second = await ask(pressed(first, next, manager));
    expect(second).toMatchObject({ kind: "update", content: expect.stringMatching(/newest first:\n- [^\n]*\n-# /u) });
    expect(messageOf(await ask(pressed(first, next))).content).toBe("This is for those who run the server.");
    expect(await ask(pressed(first, next, { asker: { id: "5" } }))).toMatchObject({ kind: "update" });
  });
});

test("where nothing can be kept, it says so", async () => {
  const { ask } = await startGuildBot(library, { guild: undefined });
  expect(messageOf(await ask(settings("show"))).content).toContain("Nothing can be kept here");
});
