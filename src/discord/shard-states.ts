import type { Client } from "discord.js";
import { Status } from "discord.js";

/** How the shards of this process are. */
export interface ShardStates {
  /** Ids of those that are connected; none before the first connection stands. */
  readonly ready: readonly number[];
  /** Ids of those that are not. */
  readonly away: readonly number[];
  /** Of the slowest, in milliseconds; absent until Discord has answered a heartbeat. */
  readonly ping?: number | undefined;
}

/** The client itself stays "ready" when it loses its connections. */
export function readShardStates(client: Client): ShardStates {
  const shards = [...client.ws.shards.values()];
  const isReady = client.isReady();
  const idsWhere = (wanted: boolean) =>
    shards.flatMap(({ id, status }) => ((isReady && status === Status.Ready) === wanted ? [id] : []));
  const pings = shards.flatMap(({ ping }) => (ping >= 0 ? [ping] : []));
  return {
    ready: idsWhere(true),
    away: idsWhere(false),
    ...(pings.length > 0 && { ping: Math.max(...pings) }),
  };
}

/** Why not everything reaches the bot, in one line. */
export function explainShards({ ready, away }: ShardStates): string | undefined {
  if (ready.length === 0) return "not connected to Discord";
  if (away.length === 0) return undefined;
  return `${away.length === 1 ? "shard" : "shards"} ${away.join(", ")} of this process not connected to Discord`;
}
