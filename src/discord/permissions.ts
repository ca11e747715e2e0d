import type { APIGuildMember, GuildBasedChannel } from "discord.js";
import { PermissionFlagsBits, PermissionsBitField } from "discord.js";

/** Gives the bot's permissions in a channel, where Discord has told enough. */
export function permissionsOfBot(channel: GuildBasedChannel): bigint | undefined {
  const { me } = channel.guild.members;
  return me ? channel.permissionsFor(me).bitfield : undefined;
}

/**
 * Works out somebody's permissions in a channel the way Discord does, from the roles that came with a message.
 *
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function permissionsOf(
  member: Pick<APIGuildMember, "roles"> & { readonly id: string },
  channel: GuildBasedChannel,
): bigint | undefined {
  const { guild } = channel;
  const overwrites = channel.isThread() ? channel.parent?.permissionOverwrites : channel.permissionOverwrites;
  if (!overwrites) return undefined;
  if (member.id === guild.ownerId) return PermissionsBitField.All;
  const roles = [guild.id, ...member.roles];
  const base = union(roles.map((id) => guild.roles.cache.get(id)?.permissions.bitfield));
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return PermissionsBitField.All;
  const steps = [[guild.id], member.roles, [member.id]];
  return steps.reduce((permissions, ids) => {
    const found = ids.map((id) => overwrites.cache.get(id));
    const denied = union(found.map((overwrite) => overwrite?.deny.bitfield));
    return (permissions & ~denied) | union(found.map((overwrite) => overwrite?.allow.bitfield));
  }, base);
}

function union(bits: readonly (bigint | undefined)[]): bigint {
  return bits.reduce((all: bigint, some) => all | (some ?? 0n), 0n);
}
