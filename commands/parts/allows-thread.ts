import { PermissionFlagsBits } from "discord.js";
import type { Channel } from "../../src/invocation.ts";

/** Tells whether the bot may open a thread on a message of its own; where its permissions are unknown, it is tried. */
export function allowsThread({ guildId, kind, hasBot, botPermissions, offersThreads }: Channel): boolean {
  if (offersThreads === false || guildId === undefined || hasBot === false || kind !== "text") return false;
  if (botPermissions === undefined || (botPermissions & PermissionFlagsBits.Administrator) !== 0n) return true;
  const needed = PermissionFlagsBits.CreatePublicThreads | PermissionFlagsBits.SendMessagesInThreads;
  return (botPermissions & needed) === needed;
}
