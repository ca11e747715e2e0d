import { describe, expect, test } from "vitest";
import type { CommandInvocation, GivenOptions } from "../../../src/invocation.ts";
import { planSetScope } from "../../../src/community/scope.ts";
import { emptyState } from "../../../src/community/guild-state.ts";
import { readControlId } from "../../../src/render/control-id.ts";
import type { Reply } from "../../../src/render/reply.ts";
import { manager, startGuildBot } from "../../support/guild-bot.ts";
import { command, idOf, pressableIds, pressed, typing } from "../../support/invocations.ts";
import { libraryOf } from "../../support/library-of.ts";
import { parseChecked } from "../../support/parse.ts";
import { messageOf } from "../../support/reply.ts";

const [rules, tea] = ["rules", "tea"].map((id) =>
  parseChecked(`# About ${id}\n\nThis is about ${id}.\n`, { metadata: { id, title: `About ${id}` } }),
);
if (!rules || !tea) throw new Error("an article is missing");
const library = libraryOf([rules, tea]);

function scope(subcommand: string, options: GivenOptions = {}): CommandInvocation {
  return command("library", options, { ...manager, subcommand: `scope ${subcommand}` });
}

test("chooses what is asked in a channel and by whom, shows it, and takes it back", async () => {
  const { ask, guild } = await startGuildBot(library);
  const says = async (subcommand: string, options?: GivenOptions) =>
    messageOf(await ask(scope(subcommand, options))).content;
  expect(await says("show")).toContain("any article is asked in every channel, by everybody");
  const set = messageOf(
    await ask(scope("set", { articles: "rules, About tea", channel: "3", role: "61", "role-2": "62" })),
  );
  expect(set.content.split("\n").slice(0, 2)).toEqual(["Set:", "- <#3>: **rules**, **tea** · asked by <@&61> <@&62>"]);
  expect(guild.state.scope.get("3")).toEqual({ articles: ["rules", "tea"], roles: ["61", "62"] });
  expect(await says("set", { articles: "*" })).toContain("- **everywhere else**: **any article** · asked by everybody");
  expect(await says("set", { articles: "*" })).toContain("nothing was changed");
  expect((await says("show")).split("\n").slice(0, 3)).toEqual([
    "What is asked where:",
    "- <#3>: **rules**, **tea** · asked by <@&61> <@&62>",
    "- **everywhere else**: **any article** · asked by everybody",
  ]);
  const change = readControlId(idOf(set, "undo"))?.state[0] ?? "";
  expect(await guild.undo({ change: "1", person: "5" }, change)).toMatchObject({ kind: "made" });
  expect(await says("clear")).toBe("Taken back for **everywhere else**.");
  expect(await says("clear", { channel: "3" })).toBe("Nothing is set for <#3>.");
  expect(guild.state.scope.size).toBe(0);
});

describe("refuses", () => {
  const rows = [
    { name: "no article", articles: " , ", says: "Name at least one article" },
    {
      name: "an unknown one",
      articles: "rules, coffee",
      says: "There is no article coffee. There are:\n- `rules` About rules",
    },
    { name: "a made up one", articles: "<@1> **x**", says: "There is no article \\<\\@1> \\*\\*x\\*\\*" },
  ];
  test.for(rows)("$name", async ({ articles, says }) => {
    const { ask, guild } = await startGuildBot(library);
    expect(messageOf(await ask(scope("set", { articles }))).content).toContain(says);
    expect(guild.state.revision).toBe(0);
  });
});

test("tells which of the chosen articles are not there any more", async () => {
  const { ask, guild } = await startGuildBot(library);
  await guild.change({ change: "1", person: "" }, (state) =>
    planSetScope(state, "3", { articles: ["gone", "tea"], roles: [] }),
  );
  expect(messageOf(await ask(scope("show"))).content).toContain("- <#3>: **tea**; not there any more: **gone** ·");
  await guild.change({ change: "2", person: "" }, (state) =>
    planSetScope(state, "3", { articles: ["gone"], roles: [] }),
  );
  expect(messageOf(await ask(scope("show"))).content).toContain("⚠ none of the chosen articles is there any more");
});

test("many channels have pages", async () => {
  const { ask, guild } = await startGuildBot(library);
  for (let channel = 10; channel < 19; channel += 1) {
    await guild.change({ change: String(channel), person: "" }, (state) =>
      planSetScope(state, String(channel), { articles: "any", roles: [] }),
    );
  }
  const first = await ask(scope("show"));
  const next = pressableIds(first).find((id) => id.startsWith("1:scopes:>")) ?? "";
  expect(await ask(pressed(first, next, manager))).toMatchObject({ content: expect.stringContaining("<#18>") });
  expect(planSetScope(emptyState, "1", { articles: [], roles: [] }).kind).toBe("change");
});

describe("completes a list of articles", () => {
  const rows = [
    { typed: "", values: ["*", "rules", "tea"] },
    { typed: "te", values: ["*", "tea"] },
    { typed: "about", values: ["*", "rules", "tea"] },
    { typed: "rules", values: ["rules", "*"] },
    { typed: "rules, ", values: ["rules,", "rules, tea"] },
    { typed: "rules，t", values: ["rules, tea"] },
    { typed: "x".repeat(99), values: ["*"] },
    { typed: `${"x".repeat(99)}, t`, values: [] },
  ];
  test.for(rows)("$typed", async ({ typed, values }) => {
    const { ask } = await startGuildBot(library);
    const focused = { name: "articles", value: typed };
    const reply = await ask(typing("library", focused, { ...manager, subcommand: "scope set" }));
    expect(valuesOf(reply)).toEqual(values);
  });
});

function valuesOf(reply: Reply): string[] {
  return reply.kind === "choices" ? reply.choices.map(({ value }) => value) : [];
}

test("where no article is asked, people are told", async () => {
  const { ask } = await startGuildBot(libraryOf([]));
  expect(messageOf(await ask(command("ask", { question: "what?" }))).content).toContain("no article to ask here");
});
