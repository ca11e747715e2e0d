import type { APIInteraction } from "discord.js";
import { expect, test } from "vitest";
import { readInteraction } from "../../src/discord/read-interaction.ts";
import { isInteraction } from "../../src/discord/is-interaction.ts";
import { messageMenu, slashCommand, submit, typing } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";

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

const file = { id: "9", filename: "rules.pdf", size: 7, url: "https://cdn.discordapp.com/attachments/1/9/rules.pdf" };
const rules = { id: "9", name: "rules.pdf", url: file.url, bytes: 7 };

test.for([
  {
    name: "a subcommand with a file",
    payload: slashCommand({ name: "library", subcommand: "add", options: { id: "rules" }, attachments: { file } }),
    read: { subcommand: "add", options: { id: "rules", file: "9" }, attachments: { file: rules } },
  },
  {
    name: "a subcommand without options",
    payload: slashCommand({ name: "library", subcommand: "list" }),
    read: { subcommand: "list", options: {}, attachments: {} },
  },
  {
    name: "a subcommand of a group, with a channel and a role",
    payload: slashCommand({
      name: "settings",
      subcommand: "forum add",
      options: { channel: ids.forum, role: ids.role, count: 2, on: true },
      types: { channel: 7, role: 8, count: 4 },
    }),
    read: { subcommand: "forum add", options: { channel: ids.forum, role: ids.role, count: 2, on: true } },
  },
  {
    name: "a file whose name Discord changed",
    payload: slashCommand({ name: "x", attachments: { file: { ...file, filename: "_.pdf", title: "社团章程" } } }),
    read: { subcommand: undefined, attachments: { file: { ...rules, name: "社团章程.pdf" } } },
  },
  {
    name: "a file that Discord does not tell of",
    payload: {
      ...slashCommand({ name: "x" }),
      data: { type: 1, name: "x", options: [{ type: 11, name: "file", value: "9" }] },
    },
    read: { options: { file: "9" }, attachments: {} },
  },
  {
    name: "what is typed into a subcommand",
    payload: typing({ name: "library", subcommand: "rollback", options: { id: "rules", version: "0a" } }),
    read: {
      kind: "autocomplete",
      subcommand: "rollback",
      options: { id: "rules", version: "0a" },
      focused: { name: "version", value: "0a" },
    },
  },
])("reads $name", ({ payload, read }) => {
  expect(isInteraction(received(payload))).toBe(true);
  expect(readInteraction(received(payload))).toMatchObject(read);
});

const button = (custom_id: string) => ({ type: 2, style: 2, label: "More", custom_id });

test.for([
  { name: "somebody's", given: {}, isOwn: false },
  { name: "the application's", given: { author: { id: ids.application } }, isOwn: true },
  { name: "the bot's, in an application of old", given: { author: { id: ids.bot } }, isOwn: true },
  { name: "a webhook's of the application", given: { application_id: ids.application }, isOwn: true },
  { name: "another application's", given: { application_id: "5", author: { id: "5" } }, isOwn: false },
])("reads whose a message is: $name", ({ given, isOwn }) => {
  const payload = messageMenu({ name: "Find", target: { id: "8", content: "Why?", ...given } });
  expect(isInteraction(received(payload))).toBe(true);
  expect(readInteraction(received(payload), ids.bot)).toMatchObject({
    target: { id: "8", content: "Why?", isOwn, customIds: [], attachments: [] },
  });
});

test("reads what stands below a message, and in it", () => {
  const components = [
    { type: 1, components: [button("1:a"), { type: 2, style: 5, label: "Source", url: "https://example.org" }] },
    { type: 17, components: [{ type: 9, components: [{ type: 10, content: "x" }], accessory: button("1:b") }] },
    { type: 1, components: [{ type: 3, custom_id: "1:c", options: [{ label: "x", value: "y" }] }] },
    "odd",
    null,
  ] as object[];
  const payload = messageMenu({ name: "Find", target: { id: "8", content: "", components, attachments: [file] } });
  expect(isInteraction(received(payload))).toBe(true);
  expect(readInteraction(received(payload))).toMatchObject({
    target: { customIds: ["1:a", "1:b", "1:c"], attachments: [rules] },
  });
});

const { member, channel, ...bare } = slashCommand({ name: "x", attachments: { file } }) as Record<string, unknown>;

test.for([
  { name: "a role that is no id", change: { member: { ...Object(member), roles: ["teachers"] } } },
  { name: "roles that are no list", change: { member: { ...Object(member), roles: "1" } } },
  {
    name: "an option of an odd value",
    change: { data: { type: 1, name: "x", options: [{ type: 3, name: "q", value: {} }] } },
  },
  {
    name: "an odd option in a subcommand",
    change: { data: { type: 1, name: "x", options: [{ type: 1, name: "add", options: [{ type: 3, value: "q" }] }] } },
  },
  {
    name: "a file without an address",
    change: { data: { type: 1, name: "x", resolved: { attachments: { 9: { ...file, url: undefined } } } } },
  },
  {
    name: "a file of no size",
    change: { data: { type: 1, name: "x", resolved: { attachments: { 9: { ...file, size: -1 } } } } },
  },
])("takes for no interaction: $name", ({ change }) => {
  expect(isInteraction(received({ ...bare, member, channel }))).toBe(true);
  expect(isInteraction(received({ ...bare, member, channel, ...change }))).toBe(false);
});
