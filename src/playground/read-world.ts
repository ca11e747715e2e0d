import { commands, menus } from "../../commands/all.ts";
import type { LocalMessage } from "../local-discord/channels.ts";
import { isPrivate } from "../local-discord/channels.ts";
import type { LocalDiscord } from "../local-discord/local-discord.ts";
import { askerUser, botUser, ids } from "../local-discord/world.ts";
import type { RegisteredCommand, World } from "./wire.ts";

/** Commands are registered once; their ids lie beyond those of the world. */
const firstCommandId = 100_000_000_000_001_000n;

const registered: readonly RegisteredCommand[] = [...commands, ...menus].map(({ declaration }, index) => ({
  ...declaration,
  id: String(firstCommandId + BigInt(index)),
}));

/** All there is, as a page that opens needs it; messages are Discord's own. */
export function readWorld(
  discord: LocalDiscord,
  lastEvent: number,
): Omit<World, "messages"> & { messages: readonly LocalMessage[] } {
  return {
    guild: { id: ids.guild, name: discord.guildName },
    reader: askerUser,
    bot: botUser,
    channels: discord.channels.all().map(({ id, type, name, parent_id }) => ({
      id,
      type,
      ...(name === undefined ? {} : { name }),
      ...(parent_id === undefined ? {} : { parent_id }),
    })),
    roles: discord.roles,
    // Private ones are gone when a page is loaded anew, as in Discord.
    messages: discord.channels.everything().filter((message) => !isPrivate(message)),
    lastEvent,
    commands: registered,
  };
}
