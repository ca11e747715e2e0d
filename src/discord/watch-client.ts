import type { Client, GatewayCloseCodes } from "discord.js";
import { ApplicationFlags, Events, GatewayDispatchEvents, Status } from "discord.js";
import type { Log } from "../log.ts";
import type { Observe } from "../observer.ts";
import { describeFault } from "./discord-fault.ts";

/** Writes down what happens to the connection; an `error` without a listener would end the process. */
export function watchClient(client: Client, log: Log, observe?: Observe): void {
  client.on(Events.ShardReconnecting, () => observe?.({ kind: "reconnecting" }));
  client.on(Events.ClientReady, ({ user, guilds, application, options, ws }) => {
    const shards = ws.shards.size === 1 ? undefined : ws.shards.size;
    log.info("connected", { user: user.username, id: user.id, guilds: guilds.cache.size, shards });
    const { GatewayMessageContent, GatewayMessageContentLimited } = ApplicationFlags;
    const isAllowed = application.flags.any(GatewayMessageContent | GatewayMessageContentLimited);
    if (isAllowed && !options.intents.has("MessageContent")) {
      log.info("message content not asked for", { remedy: "the portal allows it: DISCORD_MESSAGE_CONTENT=auto" });
    }
  });
  client.on(Events.Error, (error) => log.error("client error", { ...describeFault(error) }));
  client.on(Events.Warn, (message) => log.warn("client warning", { message }));
  client.on(Events.ShardError, (error, shard) => {
    // Where the connection is closed for good, that is told once, with the remedy.
    if (client.ws.shards.get(shard)?.status === Status.Disconnected) return;
    log.warn("gateway error", { shard, message: error.message });
  });
  watchReconnecting(client, log);
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: { id: string; unavailable?: boolean }) => {
    if (unavailable === true) log.info("server not available", { guild: id });
    else log.info("removed from a server", { guild: id });
  });
}

/** In milliseconds: discord.js tries twice a second for as long as the gateway is down; the log tells of it so often. */
const tellingInterval = 60_000;

function watchReconnecting(client: Client, log: Log): void {
  const told = new Map<number, number>();
  client.on(Events.ShardReconnecting, (shard) => {
    const last = told.get(shard);
    if (last !== undefined && performance.now() - last < tellingInterval) return;
    told.set(shard, performance.now());
    log.info("gateway reconnecting", { shard });
  });
  client.on(Events.ShardReady, (shard) => void told.delete(shard));
  client.on(Events.ShardResume, (shard) => {
    told.delete(shard);
    log.info("gateway resumed", { shard });
  });
}

/** Gives the code that Discord closes the connection for good with. */
export function whenClosedForGood(client: Client): Promise<GatewayCloseCodes> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(code));
  });
}
