import type { APIMessage, APIThreadChannel, Client } from "discord.js";
import { Routes } from "discord.js";
import type { Bot } from "../bot.ts";
import { createMessageAnswerer } from "./answer-message.ts";
import { BoundedMap } from "./bounded-map.ts";
import type { Sender } from "./carry-out.ts";
import type { ChannelFacts } from "./channel-facts.ts";
import { createChannelFacts } from "./channel-facts.ts";
import { createHistories } from "./histories.ts";
import type { HeardMessage, OwnIds } from "./read-message.ts";
import { howAddressed, isMentioned, isSpoken } from "./read-message.ts";

/** Tells the forums whose new posts get a first answer. */
export type IsForum = (guildId: string, channelId: string) => boolean;

export interface HearingOptions extends Sender {
  readonly client: Client<true>;
  readonly bot: Bot;
  readonly isForum: IsForum;
  /** Aborted when the process leaves: nobody waits for anything any more. */
  readonly leaving?: AbortSignal | undefined;
}

export interface Ear {
  hearMessage(message: HeardMessage): Promise<void>;
  /** Answers a message once that mentions the bot only since it was edited; other edits are none of its business. */
  hearEdit(message: HeardMessage): Promise<void>;
  /** A post in a forum is a thread; Discord tells of its first message too, but not always first. */
  hearThread(thread: APIThreadChannel & { readonly newly_created?: boolean }): Promise<void>;
}

/** Turns messages into invocations and sends the replies; what goes wrong is thrown. */
export function createEar({ client, bot, isForum, rest, log, leaving }: HearingOptions): Ear {
  const botId = client.user.id;
  const findChannel = createChannelFacts(client, log);
  const histories = createHistories({ rest, log, botId });
  const ownIds = ({ guild_id: guildId = "" }: HeardMessage): OwnIds => {
    return { botId, botRoleId: client.guilds.cache.get(guildId)?.roles.botRoleFor(botId)?.id };
  };
  const answer = createMessageAnswerer({ bot, rest, log, leaving, histories, ownIds });
  const heard = new BoundedMap<"meant" | "overheard">(10_000);
  /** What this process was told of when it was new. */
  const seen = new BoundedMap<true>(10_000);

  async function hearMessage(message: HeardMessage): Promise<void> {
    histories.notice(message);
    if (!isSpoken(message) || heard.get(message.id)) return;
    seen.set(message.id, true);
    const facts = await findChannel(message.channel_id, message.guild_id);
    const learnt = mustLearn(message, facts) ? await histories.learn(message) : undefined;
    const addressed = howAddressed(message, {
      ...ownIds(message),
      isOwnThread:
        facts.kind === "thread" && (facts.ownerId === botId || histories.wasAsked(message.channel_id) === true),
      isForumPost:
        message.guild_id !== undefined && facts.parentId !== undefined && isForum(message.guild_id, facts.parentId),
    });
    if (addressed === "none" && !message.content.includes("[[")) return;
    // Another event may have told of the same message while Discord was asked about it.
    if (heard.get(message.id)) return;
    heard.set(message.id, addressed === "none" ? "overheard" : "meant");
    await answer(message, { id: message.id, addressed, facts, learnt });
  }

  /** Whether only the history can tell if a plain message in a thread is a question. */
  function mustLearn(message: HeardMessage, { kind, ownerId }: ChannelFacts): boolean {
    if (kind !== "thread" || ownerId === botId || message.content === "") return false;
    return histories.wasAsked(message.channel_id) === undefined && !isMentioned(message, ownIds(message));
  }

  /** Of all that can be changed about a message, only that the bot is mentioned now, and was not before. */
  async function hearEdit(message: HeardMessage): Promise<void> {
    if (!isWhole(message) || !isSpoken(message) || !isEditedSoon(message)) return;
    if (message.guild_id === undefined || !isMentioned(message, ownIds(message))) return;
    const facts = await findChannel(message.channel_id, message.guild_id);
    if (heard.get(message.id) === "meant") return;
    heard.set(message.id, "meant");
    // What was written before this process listened may have been answered by another.
    if (!seen.get(message.id) && (await histories.isAnswered(message))) return;
    // Discord takes one message for each nonce, and the references of this one may have been answered.
    await answer(message, { id: `${message.id}e`, addressed: "mention", facts });
  }

  async function hearThread(thread: Parameters<Ear["hearThread"]>[0]): Promise<void> {
    const { guild_id: guildId, parent_id: parentId } = thread;
    if (thread.newly_created !== true || guildId === undefined || !isForum(guildId, parentId ?? "")) return;
    const message = await rest.get(Routes.channelMessage(thread.id, thread.id)).catch(() => undefined);
    // Where it is not there yet, its own event is still to come.
    if (isMessage(message)) await hearMessage({ ...message, guild_id: guildId });
  }

  return { hearMessage, hearEdit, hearThread };
}

/** In milliseconds: nobody waits any longer for an answer to a message that was written so long ago. */
const soon = 15 * 60_000;

/** An edit is dated; Discord tells of previews of links as well, undated. */
function isEditedSoon({ timestamp, edited_timestamp: edited }: HeardMessage): boolean {
  return edited !== null && Date.parse(edited) - Date.parse(timestamp) <= soon;
}

/** Discord need not tell all of a message that changed. */
function isWhole(message: Partial<HeardMessage>): boolean {
  const { author, content, mentions, timestamp, edited_timestamp: edited, type } = message;
  return ![author, content, mentions, timestamp, edited, type].includes(undefined);
}

function isMessage(value: unknown): value is APIMessage {
  return typeof value === "object" && value !== null && "author" in value && "content" in value;
}
