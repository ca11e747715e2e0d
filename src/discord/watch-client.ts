import type { Client } from "discord.js";
import { ApplicationFlags, Events, GatewayCloseCodes, GatewayDispatchEvents } from "discord.js";
import type { Log } from "../log.ts";

/** Writes down what happens to the connection; an `error` without a listener would end the process. */
export function watchClient(client: Client, log: Log): void {
  client.on(Events.ClientReady, ({ user, guilds, application, options, ws }) => {
    const shards = ws.shards.size === 1 ? undefined : ws.shards.size;
    log.info("connected", { user: user.username, id: user.id, guilds: guilds.cache.size, shards });
    const { GatewayMessageContent, GatewayMessageContentLimited } = ApplicationFlags;
    const isAllowed = application.flags.any(GatewayMessageContent | GatewayMessageContentLimited);
    if (isAllowed && !options.intents.has("MessageContent")) {
      log.info("message content not asked for", { remedy: "the portal allows it: DISCORD_MESSAGE_CONTENT=auto" });
    }
  });
  client.on(Events.Error, (error) => log.error("client error", { error }));
  client.on(Events.Warn, (message) => log.warn("client warning", { message }));
  client.on(Events.ShardError, (error, shard) => log.warn("gateway error", { shard, message: error.message }));
  client.on(Events.ShardReconnecting, (shard) => log.info("gateway reconnecting", { shard }));
  client.on(Events.ShardResume, (shard) => log.info("gateway resumed", { shard }));
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: { id: string; unavailable?: boolean }) => {
    if (unavailable === true) log.info("server not available", { guild: id });
    else log.info("removed from a server", { guild: id });
  });
}

/** Gives the code that Discord closes the connection for good with. */
export function whenClosedForGood(client: Client): Promise<GatewayCloseCodes> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(code));
  });
}

const remedies: Readonly<Partial<Record<GatewayCloseCodes, string>>> = {
  [GatewayCloseCodes.AuthenticationFailed]: "the token is not valid any more: set DISCORD_TOKEN anew",
  [GatewayCloseCodes.InvalidShard]: "a shard is not below the count: look at SHARDS",
  [GatewayCloseCodes.ShardingRequired]:
    "the bot is in too many servers for so few shards: set SHARDS=auto or a larger count",
  [GatewayCloseCodes.InvalidIntents]: "discord.js and Discord differ about intents: update discord.js",
  [GatewayCloseCodes.DisallowedIntents]: "an intent is not allowed: look at the application's page Bot in the portal",
};

/** Says that the connection is closed for good, and what helps. */
export function closedForGood(code: GatewayCloseCodes): Error {
  const remedy = remedies[code];
  return new Error(`Discord closed the gateway for good: ${code}${remedy === undefined ? "" : ` (${remedy})`}`);
}
