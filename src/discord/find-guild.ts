import type { REST } from "discord.js";
import { Routes } from "discord.js";
import type { Log } from "../log.ts";
import { readFault } from "./discord-fault.ts";

/** Gives the server that a channel stands in; nothing where the bot does not see it. */
export type FindGuild = (channelId: string) => Promise<string | undefined>;

/** Makes what asks Discord for it; it never rejects. */
export function createFindGuild({ rest, log }: { readonly rest: () => REST; readonly log: Log }): FindGuild {
  return async (channelId) => {
    try {
      const channel = await rest().get(Routes.channel(channelId));
      const isTold = typeof channel === "object" && channel !== null && "guild_id" in channel;
      return isTold && typeof channel.guild_id === "string" ? channel.guild_id : undefined;
    } catch (error) {
      log.warn("channel not found", { channel: channelId, ...readFault(error) });
      return undefined;
    }
  };
}
