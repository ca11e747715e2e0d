import type { Client } from "discord.js";
import { GatewayDispatchEvents } from "discord.js";

/** Hears of the servers that the bot is in. */
export interface GuildEvents {
  /**
   * Told when a shard begins: all servers that the bot is in on it.
   *
   * @param covers tells of any server whether it would be on that shard, so that one which is not listed was left.
   */
  readonly onGuildsKnown?: ((ids: readonly string[], covers: (guildId: string) => boolean) => void) | undefined;
  /** The bot is there: it was added, or Discord has the server again. */
  readonly onGuildThere?: ((id: string) => void) | undefined;
  /** The bot was removed, or the server deleted; servers that Discord merely cannot reach do not count. */
  readonly onGuildLeft?: ((id: string) => void) | undefined;
}

interface ReadyData {
  readonly guilds: readonly { readonly id: string }[];
  readonly shard?: readonly [id: number, count: number];
}

/** Tells of the servers that come and go. */
export function watchGuilds(client: Client, { onGuildsKnown, onGuildThere, onGuildLeft }: GuildEvents): void {
  const name = GatewayDispatchEvents;
  client.ws.on(name.Ready, ({ guilds, shard = [0, 1] }: ReadyData) => {
    const [id, count] = shard;
    onGuildsKnown?.(
      guilds.map((guild) => guild.id),
      (guildId) => (BigInt(guildId) >> 22n) % BigInt(count) === BigInt(id),
    );
  });
  client.ws.on(name.GuildCreate, ({ id }: { id: string }) => onGuildThere?.(id));
  client.ws.on(name.GuildDelete, ({ id, unavailable }: { id: string; unavailable?: boolean }) => {
    if (unavailable !== true) onGuildLeft?.(id);
  });
}
