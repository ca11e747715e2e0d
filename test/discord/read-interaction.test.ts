import type { APIInteraction } from "discord.js";
import { expect, test } from "vitest";
import { readInteraction } from "../../src/discord/read-interaction.ts";
import { slashCommand, submit } from "../../src/local-discord/interactions.ts";

/** The local Discord's payloads are as small as they may be, so the type is only claimed. */
function received(payload: object): APIInteraction {
  return { ...payload, id: "1", token: "secret" } as APIInteraction;
}

test.for([
  { name: "a ping", payload: { type: 1 } },
  { name: "a user's context menu", payload: { ...slashCommand({ name: "x" }), data: { type: 2, name: "Find" } } },
])("offers nothing for $name", ({ payload }) => {
  expect(readInteraction(received(payload))).toBeUndefined();
});

test.for([
  { locale: "en-GB", spoken: "en" },
  { locale: "ja", spoken: "en" },
  { locale: "zh-TW", spoken: "zh-TW" },
])("speaks $spoken to $locale", ({ locale, spoken }) => {
  expect(readInteraction(received(slashCommand({ name: "ask", locale })))).toMatchObject({ locale: spoken });
});

test.for([
  { name: "below labels", type: 18 },
  { name: "in rows, as older forms have them", type: 1 },
])("reads inputs $name", ({ type }) => {
  const payload = submit({ customId: "1:form", fields: {} });
  const input = { type: 4, custom_id: "why", value: "Because." };
  const parts = [
    type === 18 ? { type, component: input } : { type, components: [input] },
    { type: 10, content: "text" },
  ];
  const form = received({ ...payload, data: { custom_id: "1:form", components: parts } });
  expect(readInteraction(form)).toMatchObject({ kind: "modal", fields: { why: "Because." } });
});
