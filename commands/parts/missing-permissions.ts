import { PermissionFlagsBits } from "discord.js";
import type { Permission } from "../../src/render/permission.ts";

const inChannel: readonly Permission[] = ["ViewChannel", "SendMessages", "ReadMessageHistory", "CreatePublicThreads"];
const inThreads: readonly Permission[] = ["ViewChannel", "SendMessagesInThreads", "ReadMessageHistory"];

export interface MissingPermissions {
  readonly channel: readonly Permission[];
  readonly threads: readonly Permission[];
}

/** Names what the bot lacks in a channel and in the threads under it, of what it needs for all that it offers. */
export function missingPermissions(own: bigint): MissingPermissions {
  if ((own & PermissionFlagsBits.Administrator) !== 0n) return { channel: [], threads: [] };
  const lacks = (name: Permission) => (own & PermissionFlagsBits[name]) === 0n;
  return { channel: inChannel.filter(lacks), threads: inThreads.filter(lacks) };
}
