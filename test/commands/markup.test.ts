import type { APIInteraction } from "discord.js";
import { describe, expect, test } from "vitest";
import { commands, controls, hear, menus } from "../../commands/all.ts";
import { createBot } from "../../src/bot.ts";
import { readInteraction } from "../../src/discord/read-interaction.ts";
import { isInteraction } from "../../src/discord/is-interaction.ts";
import { messageMenu, slashCommand } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import { smallLibrary } from "../support/library.ts";
import { messageOf } from "../support/reply.ts";

const garden = `# Garden

## Gates

The north gate closes at 22:00.

## Lease

Rent is due monthly. Nobody sublets.

## Code

Write \`**strong**\` for what is *strong*, and call snake_case_names by their names.

The fair was held on 20 April 2021. 花园在晚上十点关门。
`;

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const bot = createBot({
  commands,
  menus,
  controls,
  hear,
  services: { library: smallLibrary(garden), quotesPerAnswer: 1 },
  log: silent,
  createFaultId: () => "f-1",
});

let events = 0;

/** Takes an interaction as Discord sends it the whole way. */
async function send(payload: object): Promise<string> {
  events += 1;
  const interaction = { ...payload, id: String(events), token: "secret" };
  expect(isInteraction(interaction)).toBe(true);
  const invocation = readInteraction(interaction as APIInteraction, ids.bot);
  if (!invocation) throw new Error("nothing is offered for this");
  return messageOf(await bot.respond(invocation)).content;
}

function chooseMenu(name: string, message: object): Promise<string> {
  return send(messageMenu({ name, target: { id: "8", content: "", ...message } }));
}

/** Without what the bot sets in bold, and without its escapes. */
function plain(content: string): string {
  return content.replaceAll(/\*\*|\\/gu, "");
}

const mara = { id: "1111", username: "mara", global_name: "Mara" };
const question = "When does the north gate close?";

describe("Find in the article", () => {
  test.for([
    {
      name: "mentions and emoji",
      message: {
        content: "<@1111> <:leaf:123456789012345678> When does the north gate close, <@2222>?",
        mentions: [mara],
      },
    },
    {
      name: "bold, quoted and struck words",
      message: { content: "> **When** does the __north__ ~~gate~~ ||close||?" },
    },
    {
      name: "a forwarded message",
      message: { message_reference: { type: 1 }, message_snapshots: [{ message: { content: question } }] },
    },
    { name: "an embed with a heading", message: { embeds: [{ title: "Question", description: question }] } },
    {
      name: "a text display in a container",
      message: {
        flags: 32_768,
        components: [
          {
            type: 17,
            components: [
              { type: 10, content: `## Question of the day` },
              { type: 10, content: question },
            ],
          },
        ],
      },
    },
    { name: "a poll", message: { poll: { question: { text: question }, answers: [] } } },
    { name: "a link's label", message: { content: `[When does the north gate close?](https://example.org/a_b_c)` } },
    { name: "code", message: { content: "```\nWhen does the north gate close?\n```" } },
  ])("answers what is asked in $name", async ({ message }) => {
    const answer = await chooseMenu("Find in the article", message);
    expect(plain(answer)).toMatch(/^> The north gate closes at 22:00\.$/mu);
    expect(answer).not.toContain("Not in the article");
  });

  test("says so where there is nothing to read", async () => {
    for (const message of [{}, { content: "<:leaf:123456789012345678>" }, { embeds: [{ type: "image", url: "x" }] }]) {
      expect(await chooseMenu("Find in the article", message)).toContain("no text");
    }
  });
});

describe("a quote is found", () => {
  test.for([
    { name: "behind an introduction", content: "He wrote:\n>>> Rent is due monthly." },
    { name: "in bold and underlined", content: "**Rent** is due __monthly__." },
    { name: "as a spoiler", content: "||Rent is due monthly.||" },
    { name: "in code", content: "`Rent is due monthly.`" },
    { name: "with the bot's own footer", content: "> **Rent** is due monthly\\.\n-# §2 ¶1:1 · version 1234" },
    { name: "with a footer and no mark", content: "Rent is due monthly.\n-# §2 ¶1:1 · version 1234" },
    { name: "that holds such marks itself", content: "Write `**strong**` for what is" },
    { name: "that holds underscores", content: "call snake_case_names by their names." },
  ])("$name", async ({ content }) => {
    expect(await chooseMenu("Check this quote", { content })).toContain("✔ **Verbatim");
    expect(await send(slashCommand({ name: "verify", options: { quote: content } }))).toContain("✔ **Verbatim");
  });

  test.for([
    { name: "an embed", message: { embeds: [{ title: "Of the lease", description: "Rent is due monthly." }] } },
    { name: "a forwarded message", message: { message_snapshots: [{ message: { content: "Rent is due monthly." } }] } },
  ])("in $name", async ({ message }) => {
    expect(await chooseMenu("Check this quote", message)).toContain("✔ **Verbatim");
  });

  test("and shown without the marks of a block quote", async () => {
    for (const content of [">>> Rent is due monthly.", "> Rent is due\n> monthly."]) {
      expect(await chooseMenu("Check this quote", { content })).toMatch(
        /^-# 🔎 Rent is due monthly\.\n✔ \*\*Verbatim/u,
      );
    }
  });

  test("in an answer of the bot's own, as it is copied", async () => {
    const answer = await send(slashCommand({ name: "ask", options: { question } }));
    expect(await send(slashCommand({ name: "verify", options: { quote: answer } }))).toContain("✔ **Verbatim");
  });

  test("only where it stands", async () => {
    expect(await chooseMenu("Check this quote", { content: "> Rent is due **weekly**." })).not.toContain("✔");
  });
});

test.for([
  { name: "ask", options: { question: "**When** does the `north gate` close, <@2222>?" }, said: "22:00" },
  { name: "ask", options: { question: "What happened on <t:1618953630:D>?" }, said: "20 April 2021" },
  { name: "ask", options: { question: "<@2222> **花园**什么时候关门 <:leaf:123456789012345678>" }, said: "晚上十点" },
  { name: "search", options: { words: "**sublets**" }, said: "sublets" },
  { name: "cite", options: { reference: "`§2 ¶1:1`" }, said: "Rent is due monthly" },
  { name: "read", options: { reference: "**§2**" }, said: "Nobody sublets" },
])("/$name understands marks in $options", async ({ said, ...given }) => {
  expect(plain(await send(slashCommand(given)))).toContain(said);
});
