import type { REST } from "discord.js";
import { GatewayCloseCodes } from "discord.js";
import type { Readable } from "../services.ts";
import type { Connection, ConnectionOptions } from "./connection.ts";
import { connect } from "./connection.ts";
import { closedForGood } from "./connection-ends.ts";
import { explainShards, type ShardStates } from "./shard-states.ts";
import { tryAgain } from "./try-again.ts";

export interface GatewayOptions extends Pick<
  ConnectionOptions,
  "token" | "apiUrl" | "bot" | "log" | "signal" | "guildEvents" | "observe"
> {
  /** Absent means as many as Discord recommends, all of them here. */
  readonly shards?: ConnectionOptions["shards"] | undefined;
  /** Asks for the privileged intent, and does without where it is refused; absent means no. */
  readonly wantsMessageContent?: boolean | undefined;
  /** Absent means none. */
  readonly isForum?: ConnectionOptions["isForum"] | undefined;
}

/** A connection to Discord's gateway that is kept up. */
export interface Gateway {
  /** Rejects once Discord has closed the connection for good, as for a token that was reset. */
  readonly lost: Promise<never>;
  /** Which messages the bot gets to read; it changes where Discord refuses the intent later on. */
  readable(): Readable;
  shards(): ShardStates;
  /** Why not everything reaches the bot: a shard of this process that is not connected. */
  problem(): string | undefined;
  /** discord.js's own way to Discord. */
  readonly rest: REST;
  /** Finishes the answers under way, then leaves. */
  close(): Promise<void>;
}

/**
 * Connects to Discord with the real client and answers interactions and messages until closed.
 *
 * Both are taken as Discord sends them, so that this way in and HTTP share one reader and one writer.
 *
 * Where Discord cannot be reached it waits for that, without an end.
 *
 * @throws ConnectionEnded when Discord does not let the bot in, or the signal's reason.
 */
export async function connectGateway(options: GatewayOptions): Promise<Gateway> {
  const lost = Promise.withResolvers<never>();
  // Nobody may be listening any more when it happens.
  lost.promise.catch(() => {});
  let connection = await connectAs(options, options.wantsMessageContent ?? false);
  let isClosing = false;
  void watch(connection);

  /** Reconnects without the intent where it is taken away while the bot runs; any other end is the end. */
  async function watch(watched: Connection): Promise<void> {
    const code = await watched.closed;
    if (isClosing) return;
    try {
      if (!isContentRefused(code, watched.messageContent)) throw closedForGood(code);
      logRefusal(options);
      connection = await connectAs(options, false);
      await watched.close();
      void watch(connection);
    } catch (error) {
      lost.reject(error);
    }
  }

  return {
    lost: lost.promise,
    readable: () => (connection.messageContent ? "all" : "addressed"),
    shards: () => connection.shards(),
    problem: () => explainShards(connection.shards()),
    get rest() {
      return connection.rest;
    },
    async close() {
      isClosing = true;
      await connection.close();
    },
  };
}

/** Connects with the intent where it is wanted and granted, otherwise without. */
async function connectAs(options: GatewayOptions, messageContent: boolean): Promise<Connection> {
  const { shards = "auto", isForum = () => false } = options;
  options.log.info("connecting");
  const attempt = await tryAgain(() => connect({ ...options, shards, isForum, messageContent }), {
    signal: options.signal,
    onWait: ({ status, reason }, milliseconds) =>
      options.log.warn("waiting for Discord", { status, reason, seconds: Math.round(milliseconds / 100) / 10 }),
  });
  if (attempt.kind === "connected") return attempt;
  if (!isContentRefused(attempt.code, messageContent)) throw closedForGood(attempt.code);
  logRefusal(options);
  return connectAs(options, false);
}

function isContentRefused(code: GatewayCloseCodes, wasAskedFor: boolean): boolean {
  return wasAskedFor && code === GatewayCloseCodes.DisallowedIntents;
}

function logRefusal({ log }: GatewayOptions): void {
  log.warn("message content refused", {
    code: GatewayCloseCodes.DisallowedIntents,
    effect: "the bot reads only messages that mention it, reply to it with a ping, or are direct",
    remedy: "allow the Message Content Intent in the portal, or set DISCORD_MESSAGE_CONTENT=off",
  });
}
