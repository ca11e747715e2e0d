import type { APIInteraction } from "discord.js";
import { expect, test } from "vitest";
import { readInteraction } from "../../src/discord/read-interaction.ts";
import { ids, slashCommand } from "../support/discord/payloads.ts";

/** The local Discord's payloads are as small as they may be, so the type is only claimed. */
function received(payload: object): APIInteraction {
  return { ...payload, id: "1", token: "secret" } as APIInteraction;
}

test("reads a slash command in a guild", () => {
  const payload = slashCommand({ name: "ask", options: { question: "Why?", private: true }, locale: "zh-CN" });
  expect(readInteraction(received(payload))).toEqual({
    kind: "command",
    id: "1",
    asker: { id: ids.asker },
    channel: { id: ids.channel, guildId: ids.guild },
    locale: "zh-CN",
    name: "ask",
    options: { question: "Why?", private: true },
  });
});

test("reads a slash command in a direct message", () => {
  expect(readInteraction(received(slashCommand({ name: "ask", direct: true })))).toMatchObject({
    asker: { id: ids.asker },
    channel: { guildId: undefined },
    options: {},
  });
});

test.for([
  { name: "a component", payload: { type: 3, data: { component_type: 2, custom_id: "a" } } },
  { name: "a ping", payload: { type: 1 } },
  { name: "a context menu", payload: { ...slashCommand({ name: "Find" }), data: { type: 3, name: "Find" } } },
])("offers nothing for $name yet", ({ payload }) => {
  expect(readInteraction(received(payload))).toBeUndefined();
});

test.for([
  { locale: "en-GB", spoken: "en" },
  { locale: "ja", spoken: "en" },
  { locale: "zh-TW", spoken: "zh-TW" },
])("speaks $spoken to $locale", ({ locale, spoken }) => {
  expect(readInteraction(received(slashCommand({ name: "ask", locale })))).toMatchObject({ locale: spoken });
});
