import { expect, test } from "vitest";
import type { CommandInvocation, GivenOptions } from "../../../src/invocation.ts";
import type { Guild } from "../../../src/community/guild.ts";
import { writeRecord } from "../../../src/community/guild-state.ts";
import { rulesOf } from "../../../src/community/words.ts";
import { readControlId } from "../../../src/render/control-id.ts";
import { manager, startGuildBot } from "../../support/guild-bot.ts";
import { command, idOf, pressableIds, pressed, typing } from "../../support/invocations.ts";
import { libraryOf } from "../../support/library-of.ts";
import { parseChecked } from "../../support/parse.ts";
import { messageOf } from "../../support/reply.ts";

const article = parseChecked("# Huts\n\nThe cook earns ten pounds a day.\n\nThe warden earns nine pounds a day.\n");
const library = libraryOf([article]);

function words(subcommand: string, options: GivenOptions = {}): CommandInvocation {
  return command("library", options, { ...manager, subcommand: `words ${subcommand}` });
}

const skibbledee = { "readers-say": "skibbledee", "article-says": "warden" };

async function teach(guild: Guild, question: string, text: string): Promise<void> {
  const start = article.text.indexOf(text);
  const span = { start, end: start + text.length };
  const { id, version } = article;
  const value = { question, article: id, version, span, text, heading: "", lost: false, at: 0, by: "5" };
  await guild.change({ change: question, person: "5" }, (state) => ({
    kind: "change",
    name: "taught",
    subject: question,
    writes: [writeRecord(state, "taught", { key: question, value })],
  }));
}

test("adds words at once where nothing is taught, lists and removes them", async () => {
  const { ask, guild } = await startGuildBot(library);
  const says = async (subcommand: string, options?: GivenOptions) =>
    messageOf(await ask(words(subcommand, options))).content;
  expect(await says("list")).toContain("has no words of its own");
  const added = messageOf(await ask(words("add", skibbledee)));
  expect(added.content).toBe("Added:\n> ↔ skibbledee => warden");
  expect(rulesOf(guild.state)).toEqual([{ asked: ["skibbledee"], found: ["warden"], mutual: false }]);
  expect(await says("add", skibbledee)).toBe("These words are there already.");
  expect(await says("list")).toBe(
    "This server's own words, 1 line (readers say → the article says):\n- skibbledee => warden",
  );
  const focused = { name: "line", value: "skib" };
  const offered = await ask(typing("library", focused, { ...manager, subcommand: "words remove" }));
  const [choice] = offered.kind === "choices" ? offered.choices : [];
  expect(choice?.name).toBe("skibbledee => warden");
  const removed = messageOf(await ask(words("remove", { line: choice?.value ?? "" })));
  expect(removed.content).toBe("Removed:\n> ↔ skibbledee => warden");
  expect(await says("remove", { line: "skibbledee => warden" })).toContain("no such line");
  await guild.undo({ change: "1", person: "5" }, readControlId(idOf(removed, "undo"))?.state[0] ?? "");
  expect(await says("remove", { line: "skibbledee => warden" })).toContain("Removed");
});

const refused = [
  { name: "no words", options: { "readers-say": ",", "article-says": "x" }, says: "Write what readers say" },
  {
    name: "one word in other letters",
    options: { "readers-say": "Cook", "article-says": "ＣＯＯＫ" },
    says: "same word",
  },
  { name: "words too long", options: { "readers-say": "x".repeat(300), "article-says": "y" }, says: "300 characters" },
];
test.for(refused)("says why not: $name", async ({ options, says }) => {
  const { ask, guild } = await startGuildBot(library);
  expect(messageOf(await ask(words("add", options))).content).toContain(says);
  expect(guild.state.revision).toBe(0);
});

test("warns of words that no article has", async () => {
  const { ask } = await startGuildBot(library);
  const reply = await ask(words("add", { "readers-say": "pub", "article-says": "inn, cook" }));
  expect(messageOf(reply).content).toContain("⚠ In no article that is asked here: **inn**.");
  const mutual = await ask(words("add", { "readers-say": "chef", "article-says": "cook", mutual: true }));
  expect(messageOf(mutual).content).toBe("Added:\n> ↔ chef, cook");
});

test("warns of words that are looked for in no question", async () => {
  const { ask } = await startGuildBot(library);
  const reply = await ask(words("add", { "readers-say": "what, ?, chef", "article-says": "cook" }));
  expect(messageOf(reply).content).toContain("searched for **what**, **?**: too many");
});

test("tells of reported gaps that would lead to a place then", async () => {
  const { ask, guild } = await startGuildBot(library);
  const gap = { question: "Who is the skibbledee?", comments: [], askers: ["7"], count: 1, versions: [] };
  const value = { ...gap, state: "open", first: 1, last: 1 } as const;
  await guild.change({ change: "sent", person: "7" }, (state) => ({
    kind: "change",
    name: "gap-sent",
    subject: "",
    writes: [writeRecord(state, "gap", { key: "0123456789abcdef", value })],
  }));
  expect(
    messageOf(await ask(words("add", skibbledee)))
      .content.split("\n")
      .slice(2),
  ).toEqual([
    "No taught question has these words.",
    "One reported gap leads to a place then. Does that answer it?",
    "- Who is the skibbledee? → test §1 ¶2:1",
  ]);
});

test("adds words by which no taught question finds another place", async () => {
  const { ask, guild } = await startGuildBot(library);
  await teach(guild, "How much does the cook earn?", "The cook earns ten pounds a day.");
  const reply = messageOf(await ask(words("add", skibbledee)));
  expect(reply.content).toBe("Added:\n> ↔ skibbledee => warden\nNo taught question has these words.");
});

test("asks first where taught questions would find another place", async () => {
  const { ask, guild } = await startGuildBot(library);
  await teach(guild, "How much does the skibbledee earn a day?", "The cook earns ten pounds a day.");
  const asked = await ask(words("add", skibbledee));
  expect(messageOf(asked).content.split("\n").slice(1)).toEqual([
    "- How much does the skibbledee earn a day?: §1 ¶1:1 → §1 ¶2:1 · ✗ no longer what was taught",
    "> ↔ skibbledee => warden",
  ]);
  expect(rulesOf(guild.state)).toEqual([]);
  const [add, drop] = [idOf(asked, "add-words"), idOf(asked, "drop-words")];
  expect(messageOf(await ask(pressed(asked, add))).content).toContain("those who run the server");
  expect(await ask(pressed(asked, drop, manager))).toMatchObject({ kind: "update", content: "Nothing was added." });
  expect(await ask(pressed(asked, add, manager))).toMatchObject({
    kind: "update",
    content: "Added:\n> ↔ skibbledee => warden",
  });
  expect(rulesOf(guild.state)).toHaveLength(1);
  const other = { message: { id: "9", content: "no words", isPrivate: true } };
  expect(messageOf(await ask(pressed(asked, add, { ...manager, ...other }))).content).toContain("another version");
});

test("words with marks of Markdown and of the table come back from the message as they were", async () => {
  const { ask, guild } = await startGuildBot(library);
  await teach(guild, "What is a *skibbledee*, or C# => x?", "The cook earns ten pounds a day.");
  const odd = { "readers-say": "skibbledee, #a\\,b, **c**", "article-says": "warden, `d` => e" };
  const asked = await ask(words("add", odd));
  const reply =
    asked.kind === "message" && asked.content.startsWith("Added")
      ? asked
      : await ask(pressed(asked, idOf(asked, "add-words"), manager));
  expect(reply).toMatchObject({ content: expect.stringContaining("Added:") });
  expect(rulesOf(guild.state)).toEqual([
    { asked: ["skibbledee", "#a,b", "**c**"], found: ["warden", "`d` => e"], mutual: false },
  ]);
});

test("many lines have pages", async () => {
  const { ask } = await startGuildBot(library);
  for (let line = 0; line < 9; line += 1)
    await ask(words("add", { "readers-say": `word${line}`, "article-says": "cook" }));
  const first = await ask(words("list"));
  const next = pressableIds(first).find((id) => id.startsWith("1:words:>")) ?? "";
  expect(await ask(pressed(first, next, manager))).toMatchObject({ content: expect.stringContaining("word8 => cook") });
});
