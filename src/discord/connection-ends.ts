import { GatewayCloseCodes } from "discord.js";
import { ConnectionEnded } from "./connection-ended.ts";

const setToken = "set DISCORD_TOKEN anew: portal, page Bot, Reset Token";

const ends: Readonly<Partial<Record<GatewayCloseCodes, readonly [meaning: string, remedy: string]>>> = {
  [GatewayCloseCodes.AuthenticationFailed]: ["the token is not valid (any more)", setToken],
  [GatewayCloseCodes.InvalidShard]: ["a shard is not below the count", "look at SHARDS"],
  [GatewayCloseCodes.ShardingRequired]: ["too many servers for so few shards", "set SHARDS=auto or a larger count"],
  [GatewayCloseCodes.InvalidAPIVersion]: ["the gateway's version is not served any more", "update discord.js"],
  [GatewayCloseCodes.InvalidIntents]: ["discord.js and Discord differ about intents", "update discord.js"],
  [GatewayCloseCodes.DisallowedIntents]: [
    "an intent is not allowed",
    "look at the application's page Bot in the portal",
  ],
};

/** What a close code says that no reconnecting mends. */
export function closedForGood(code: GatewayCloseCodes): ConnectionEnded {
  const [meaning, remedy] = ends[code] ?? ["no reason is known", "look the code up in Discord's documentation"];
  return new ConnectionEnded(code, `Discord closed the gateway for good: ${code} (${meaning})`, remedy);
}

/** Of a token that Discord's REST interface does not take. */
export function tokenRefused(): ConnectionEnded {
  return new ConnectionEnded(401, "Discord does not take the token", setToken);
}

/** Of a request that Discord, or what stands before it, takes for wrong. */
export function requestRefused(status: number, reason: string): ConnectionEnded {
  const remedy = "look at DISCORD_API_URL, and at the proxy in between where there is one";
  return new ConnectionEnded(status, `Discord refuses the request for its gateway: ${status} (${reason})`, remedy);
}
