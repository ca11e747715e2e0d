import type { APIInteraction, APIThreadChannel, Client, GatewayCloseCodes, REST } from "discord.js";
import {
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents,
  InteractionType,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import type { Bot } from "../bot.ts";
import type { Shards } from "../config.ts";
import type { Log } from "../log.ts";
import type { Observe } from "../observer.ts";
import type { AnsweringOptions, InteractionAnswer } from "./answer-interaction.ts";
import { answerInteraction, turnAway } from "./answer-interaction.ts";
import type { ConnectionEnded } from "./connection-ended.ts";
import { requestRefused, tokenRefused } from "./connection-ends.ts";
import { createClient } from "./create-client.ts";
import { isPassing, readFault } from "./discord-fault.ts";
import { categoryFromCache } from "./find-category.ts";
import type { IsForum } from "./hear-messages.ts";
import { createEar } from "./hear-messages.ts";
import { kindOf } from "./kind-of.ts";
import type { HeardMessage } from "./read-message.ts";
import { readShardStates, type ShardStates } from "./shard-states.ts";
import type { UnderWay } from "./under-way.ts";
import { createUnderWay } from "./under-way.ts";
import { unlessCalledOff } from "./unless-called-off.ts";
import { watchClient, whenClosedForGood } from "./watch-client.ts";
import type { GuildEvents } from "./watch-guilds.ts";
import { watchGuilds } from "./watch-guilds.ts";

export interface ConnectionOptions {
  readonly token: string;
  /** Without the version. */
  readonly apiUrl: string;
  readonly bot: Bot;
  readonly log: Log;
  readonly shards: Shards;
  readonly isForum: IsForum;
  readonly guildEvents?: GuildEvents | undefined;
  readonly messageContent: boolean;
  /** Calls the connecting off. */
  readonly signal?: AbortSignal | undefined;
  readonly observe?: Observe | undefined;
}

export interface Connection {
  readonly kind: "connected";
  readonly messageContent: boolean;
  readonly rest: REST;
  /** Resolves with Discord's reason once it has closed the connection for good. */
  readonly closed: Promise<GatewayCloseCodes>;
  shards(): ShardStates;
  close(): Promise<void>;
}

/** The gateway let the bot in, or closed the door for good. */
export type Attempt = Connection | { readonly kind: "refused"; readonly code: GatewayCloseCodes };

/**
 * Logs one discord.js client in and answers what it hears.
 *
 * @throws when the token is refused over REST or Discord cannot be reached.
 */
export async function connect(options: ConnectionOptions): Promise<Attempt> {
  const { token, messageContent, log, observe } = options;
  const client = createClient(options);
  const underWay = createUnderWay(log);
  watchClient(client, log, observe);
  if (options.guildEvents) watchGuilds(client, options.guildEvents);
  const closed = whenClosedForGood(client);
  listen(client, options, underWay);
  try {
    const login = client.login(token).then(() => undefined);
    const code = await unlessCalledOff(Promise.race([login, closed]), options.signal);
    if (code === undefined) {
      return {
        kind: "connected",
        messageContent,
        rest: client.rest,
        closed,
        shards: () => readShardStates(client),
        close,
      };
    }
    await client.destroy();
    return { kind: "refused", code };
  } catch (error) {
    await client.destroy();
    throw endOf(error) ?? error;
  }

  async function close(): Promise<void> {
    await underWay.finish();
    // discord.js takes its own leaving for a lost connection.
    client.removeAllListeners(Events.ShardReconnecting);
    await client.destroy();
  }
}

function endOf(error: unknown): ConnectionEnded | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return tokenRefused();
  const { status = 0, reason } = readFault(error);
  return status >= 400 && status < 500 && !isPassing(error) ? requestRefused(status, reason) : undefined;
}

/** Interactions are answered at once; messages only when the client knows the servers they stand in. */
function listen(client: Client, options: ConnectionOptions, underWay: UnderWay): void {
  const { bot, log, isForum, observe } = options;
  const answering: AnsweringOptions = {
    bot,
    log,
    rest: client.rest,
    leaving: underWay.leaving,
    findCategory: categoryFromCache(client),
    botId: () => client.user?.id,
  };
  const name = GatewayDispatchEvents;
  client.ws.on(name.InteractionCreate, (interaction: APIInteraction) => {
    // What somebody wrote into a form would be lost.
    const since = performance.now();
    const isForm = interaction.type === InteractionType.ModalSubmit;
    const find = underWay.isFinishing && !isForm ? turnAway : answerInteraction;
    underWay.start({ name: name.InteractionCreate, id: interaction.id }, async () => {
      const found = await find(interaction, answering);
      if (!found || !(await acknowledge(found, interaction, answering))) return;
      observe?.({ kind: "acknowledged", of: kindOf(interaction), seconds: (performance.now() - since) / 1000 });
      await found.later?.();
    });
  });
  const ear = new Promise<ReturnType<typeof createEar>>((resolve) => {
    client.once(Events.ClientReady, (ready) =>
      resolve(createEar({ client: ready, bot, log, isForum, rest: client.rest, leaving: underWay.leaving })),
    );
  });
  client.ws.on(name.MessageCreate, (message: HeardMessage) => {
    if (underWay.isFinishing) return;
    underWay.start({ name: name.MessageCreate, id: message.id }, async () => (await ear).hearMessage(message));
  });
  client.ws.on(name.MessageUpdate, (message: HeardMessage) => {
    if (underWay.isFinishing) return;
    underWay.start({ name: name.MessageUpdate, id: message.id }, async () => (await ear).hearEdit(message));
  });
  client.ws.on(name.ThreadCreate, (thread: APIThreadChannel) => {
    if (underWay.isFinishing) return;
    underWay.start({ name: name.ThreadCreate, id: thread.id }, async () => (await ear).hearThread(thread));
  });
}

/** Gives whether Discord has a first response. */
async function acknowledge(
  { first }: InteractionAnswer,
  { id, token }: APIInteraction,
  { rest, log }: AnsweringOptions,
): Promise<boolean> {
  try {
    await rest.post(Routes.interactionCallback(id, token), { body: first, auth: false });
    return true;
  } catch (error) {
    const fault = readFault(error);
    // The confirmation got lost and discord.js asked again, or another process with these shards was quicker.
    const isAnswered = fault.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
    if (isAnswered) log.info("answered already", { interaction: id, ...fault });
    else log.warn("reply not delivered", { interaction: id, ...fault });
    return isAnswered;
  }
}
