import type { APIInteraction } from "discord.js";
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Routes } from "discord.js";
import type { Bot } from "../bot.ts";
import type { Log } from "../log.ts";
import { readInteraction } from "./read-interaction.ts";
import { writeReply } from "./write-reply.ts";

export interface GatewayOptions {
  readonly token: string;
  /** Without the version. */
  readonly apiUrl: string;
  readonly bot: Bot;
  readonly log: Log;
}

export interface Gateway {
  /** Rejects once Discord has closed the connection for good, as for a token that was reset. */
  readonly lost: Promise<never>;
  /** Finishes the answers under way, then leaves. */
  close(): Promise<void>;
}

/** An answer takes milliseconds; longer than this nobody waits for the last ones. */
const closePatience = 1000;

/**
 * Connects to Discord with the real client and answers interactions until closed.
 *
 * Interactions are taken as Discord sends them, so that this way in and HTTP share one reader and one writer.
 *
 * @throws when the token is refused or Discord cannot be reached.
 */
export async function connectGateway(options: GatewayOptions): Promise<Gateway> {
  const { token, apiUrl, bot, log } = options;
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl } });
  const underWay = new Set<Promise<void>>();
  logLife(client, log);
  const lost = whenLost(client);

  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    const answering = answer(interaction).finally(() => underWay.delete(answering));
    underWay.add(answering);
  });

  async function answer(interaction: APIInteraction): Promise<void> {
    const invocation = readInteraction(interaction);
    if (!invocation) return;
    const reply = await bot.respond(invocation);
    try {
      const route = Routes.interactionCallback(interaction.id, interaction.token);
      await client.rest.post(route, { body: writeReply(reply), auth: false });
    } catch (error) {
      log.warn("reply not delivered", { interaction: interaction.id, error });
    }
  }

  try {
    await Promise.race([client.login(token), lost]);
  } catch (error) {
    await client.destroy();
    throw error;
  }
  return {
    lost,
    async close() {
      await Promise.race([Promise.all(underWay), patience()]);
      await client.destroy();
    },
  };
}

function whenLost(client: Client): Promise<never> {
  const lost = new Promise<never>((_resolve, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => reject(new Error(`Discord closed the gateway for good: ${code}`)));
  });
  // Nobody may be listening any more when it happens.
  lost.catch(() => {});
  return lost;
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, closePatience).unref());
}

/** Writes down what happens to the connection; an `error` without a listener would end the process. */
function logLife(client: Client, log: Log): void {
  client.on(Events.ClientReady, ({ user, guilds }) => {
    log.info("connected", { user: user.username, id: user.id, guilds: guilds.cache.size });
  });
  client.on(Events.Error, (error) => log.error("client error", { error }));
  client.on(Events.Warn, (message) => log.warn("client warning", { message }));
  client.on(Events.ShardError, (error, shard) => log.warn("gateway error", { shard, error }));
  client.on(Events.ShardReconnecting, (shard) => log.info("gateway reconnecting", { shard }));
  client.on(Events.ShardResume, (shard) => log.info("gateway resumed", { shard }));
}
