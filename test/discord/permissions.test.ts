import type { GuildBasedChannel } from "discord.js";
import { expect, test } from "vitest";
import { permissionsOf } from "../../src/discord/permissions.ts";

const [view, send, manage, administrator] = [1n << 10n, 1n << 11n, 1n << 13n, 1n << 3n];

interface Overwrite {
  readonly allow?: bigint;
  readonly deny?: bigint;
}

/** As much of discord.js's channel as is looked at. */
function channelWith(overwrites: Readonly<Record<string, Overwrite>>): GuildBasedChannel {
  const roles = { everyone: view | send, moderators: manage, admins: administrator };
  const cache = new Map(
    Object.entries(overwrites).map(([id, { allow = 0n, deny = 0n }]) => [
      id,
      { allow: { bitfield: allow }, deny: { bitfield: deny } },
    ]),
  );
  const guild = {
    id: "everyone",
    ownerId: "owner",
    roles: { cache: new Map(Object.entries(roles).map(([id, bitfield]) => [id, { permissions: { bitfield } }])) },
  };
  return { guild, isThread: () => false, permissionOverwrites: { cache } } as unknown as GuildBasedChannel;
}

test.for([
  { name: "roles add up", roles: ["moderators"], overwrites: {}, expected: view | send | manage },
  { name: "a role that is gone counts nothing", roles: ["gone"], overwrites: {}, expected: view | send },
  { name: "a channel denies everyone", roles: [], overwrites: { everyone: { deny: send } }, expected: view },
  {
    name: "what a role is allowed wins over what everyone is denied",
    roles: ["moderators"],
    overwrites: { everyone: { deny: send }, moderators: { allow: send } },
    expected: view | send | manage,
  },
  {
    name: "what the member is denied wins over what a role is allowed",
    roles: ["moderators"],
    overwrites: { moderators: { allow: send }, member: { deny: send | manage } },
    expected: view,
  },
])("$name", ({ roles, overwrites, expected }) => {
  expect(permissionsOf({ id: "member", roles }, channelWith(overwrites))).toBe(expected);
});

test.for([
  { name: "an administrator", member: { id: "member", roles: ["admins"] } },
  { name: "the owner", member: { id: "owner", roles: [] } },
])("lets $name do everything", ({ member }) => {
  const permissions = permissionsOf(member, channelWith({ everyone: { deny: view | send } }));
  expect((permissions ?? 0n) & (view | send | manage)).toBe(view | send | manage);
});
