import type { KeyObject } from "node:crypto";
import { generateKeyPairSync } from "node:crypto";
import type { Bot } from "../bot.ts";
import type { Config } from "../config.ts";
import type { Running } from "../discord/start.ts";
import { startTransport } from "../discord/start.ts";
import type { LocalDiscord } from "../local-discord/local-discord.ts";
import type { Log } from "../log.ts";

export interface ConnectBotOptions {
  readonly discord: LocalDiscord;
  /** The local Discord's own. */
  readonly token: string;
  readonly bot: Bot;
  readonly config: Config;
  readonly log: Log;
}

/**
 * Opens both of the bot's ways in: its HTTP endpoint for interactions, signed with keys made here, and the gateway for
 * messages.
 */
export async function connectBot({ discord, token, bot, config, log }: ConnectBotOptions): Promise<Running> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const own: Config["discord"] = {
    ...config.discord,
    token,
    apiUrl: discord.apiUrl,
    publicKey: rawKey(publicKey),
    shards: "auto",
    forumChannels: new Set(),
  };
  const http = { discord: { ...own, mode: "http" as const }, listen: { host: "127.0.0.1", port: 0 } };
  const gateway = { discord: { ...own, mode: "gateway" as const }, listen: undefined };
  const [endpoint, connection] = await Promise.all([
    startTransport({ config: http, token, bot, log }),
    startTransport({ config: gateway, token, bot, log }),
  ]);
  discord.endpoint = { url: `http://127.0.0.1:${endpoint.port}/interactions`, privateKey };
  return {
    ...connection,
    port: endpoint.port,
    async close() {
      await Promise.all([endpoint.close(), connection.close()]);
    },
  };
}

/** As the developer portal shows it. */
function rawKey(publicKey: KeyObject): string {
  return Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex");
}
