import fc from "fast-check";
import { expect, test } from "vitest";
import { commands, controls, hear, menus } from "../../commands/all.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { createBot } from "../../src/bot.ts";
import type { Invocation, Services } from "../../src/command.ts";
import { locales } from "../../src/render/locale.ts";
import type { Reply } from "../../src/render/reply.ts";
import type { Library } from "../../src/search/library.ts";
import { createLibrary } from "../../src/search/library.ts";
import { arbitraryText } from "../support/arbitrary-text.ts";
import { command, heard, menu, pressed, rowsOf, typing } from "../support/invocations.ts";
import { smallLibrary } from "../support/library.ts";
import { expectValid } from "../support/valid-reply.ts";

const dictionaries = smallLibrary();
const markdown = [
  "@everyone",
  "<@1>",
  "<#1>",
  "||x||",
  "[a](https://b.example)",
  "<t:1:R>",
  "<:a:1>",
  "-# x",
  "```js",
  "`",
  "discord.gg/x",
  "\u202E",
];
const hostileText = fc
  .array(fc.oneof(arbitraryText, fc.constantFrom(...markdown), fc.constant("A plain sentence stands here. ")), {
    maxLength: 12,
  })
  .map((parts) => parts.join(" "));

const cases = fc.record({
  text: hostileText,
  title: hostileText,
  theirs: hostileText,
  reference: fc.oneof(
    hostileText,
    fc.constantFrom("§1", "§0", "§1 ¶1", "§1 ¶1:1", "§1 ¶1:1–", "§1 ¶1:1,2", "§2.1 ¶3:2"),
  ),
  locale: fc.constantFrom(...locales),
  isPrivate: fc.boolean(),
});

/** An article of some sentences always, of hostile text mostly. */
function shelfOf(text: string, title: string): Library {
  const bytes = Buffer.from(
    `Tea\n\nBlack tea\n\nBlack tea is fine. ${text}\n\nIt is ${text} or not.\n`.toWellFormed().replaceAll("\0", " "),
  );
  const metadata = JSON.stringify({
    id: "tea",
    title: title.toWellFormed().trim().slice(0, 300) || "Tea",
    source: { name: title.toWellFormed().trim().slice(0, 200) || "x", address: "https://example.org/a_(b)*c" },
  });
  return createLibrary([parseArticle({ name: "tea.txt", bytes, metadata })], dictionaries);
}

test("gives valid, harmless messages with true quotes, whatever stands in the article and whatever is asked", async () => {
  const everything = fc.assert(
    fc.asyncProperty(cases, async ({ text, title, theirs, reference, locale, isPrivate }) => {
      const services: Services = { library: shelfOf(text, title), quotesPerAnswer: 2, gapChannelId: "7" };
      const ask = askWith(services);
      const options = { question: theirs, words: theirs, quote: theirs, reference, private: isPrivate };
      for (const { declaration } of commands) {
        const reply = await ask(command(declaration.name, options, { locale }));
        await pressAll(reply, ask, 1);
      }
      await ask(command("verify", { quote: text }, { locale }));
      for (const { declaration } of menus) await ask(menu(declaration.name, theirs, { locale }));
      for (const name of ["question", "reference", "article"])
        await ask(typing("ask", { name, value: theirs }, { locale }));
      await ask(heard(theirs, "mention", { locale, earlier: [theirs] }));
      await ask(heard(`[[${reference}]] ${theirs}`, "none", { locale }));
    }),
    { numRuns: 25, interruptAfterTimeLimit: 60_000 },
  );
  await expect(everything).resolves.toBeUndefined();
}, 120_000);

type Ask = (invocation: Invocation) => Promise<Reply>;

function askWith(services: Services): Ask {
  const faults: unknown[] = [];
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (_event: string, fields?: object) => void faults.push(fields),
  };
  const bot = createBot({ commands, menus, controls, hear, services, log, createFaultId: () => "f-1" });
  let id = 1_300_000_000_000_000_000n;
  return async (invocation) => {
    id += 1n;
    const reply = await bot.respond({ ...invocation, id: String(id) });
    expect(faults).toEqual([]);
    expectValid(reply, invocation, services);
    expectHarmless(reply);
    return reply;
  };
}

/** Presses every button and chooses every option, and so on with what comes of it. */
async function pressAll(reply: Reply, ask: Ask, depth: number): Promise<void> {
  for (const row of rowsOf(reply)) {
    const pressable =
      row.kind === "select"
        ? row.options.slice(0, 6).map(({ value }) => ({ customId: row.customId, values: [value] }))
        : row.buttons.flatMap((button) =>
            button.kind === "action" && !button.disabled ? [{ customId: button.customId, values: [] }] : [],
          );
    for (const { customId, values } of pressable) {
      const next = await ask(pressed(reply, customId, { values }));
      if (depth > 0) await pressAll(next, ask, depth - 1);
    }
  }
}

/** Nothing outside of code blocks may come to life but what the bot itself writes. */
function expectHarmless(reply: Reply): void {
  if (reply.kind !== "message" && reply.kind !== "update") return;
  const visible = reply.content
    .replaceAll(/^```\n[^]*?^```$/gmu, "")
    .replaceAll(/^-# ↪ shared by <@2>$|(?<=\n|^)-# ↪ .*<@2>.*$/gmu, "");
  expect(visible).not.toMatch(/(?<!\\)@|(?<!\\)\|\||https?:\/\/(?!example\.org)|(?<!\\)<[t#:@]/u);
}
