import type { APIMessage, APIThreadChannel, Client } from "discord.js";
import { Routes } from "discord.js";
import type { Bot } from "../bot.ts";
import type { Asker, Channel, MessageInvocation } from "../invocation.ts";
import { localeFor } from "../render/locale.ts";
import { BoundedMap } from "./bounded-map.ts";
import type { Sender } from "./carry-out.ts";
import type { ChannelFacts } from "./channel-facts.ts";
import { createChannelFacts } from "./channel-facts.ts";
import { deliver } from "./deliver.ts";
import type { History } from "./histories.ts";
import { createHistories } from "./histories.ts";
import { permissionsOf, permissionsOfBot } from "./permissions.ts";
import type { HeardMessage } from "./read-message.ts";
import { howAddressed, isSpoken, readText } from "./read-message.ts";

/** Tells the forums whose new posts get a first answer. */
export type IsForum = (guildId: string, channelId: string) => boolean;

export interface HearingOptions extends Sender {
  readonly client: Client<true>;
  readonly bot: Bot;
  readonly isForum: IsForum;
}

export interface Ear {
  hearMessage(message: HeardMessage): Promise<void>;
  /** A post in a forum is a thread; Discord tells of its first message too, but not always first. */
  hearThread(thread: APIThreadChannel & { readonly newly_created?: boolean }): Promise<void>;
}

/** Turns messages into invocations and sends the replies; what goes wrong is thrown. */
export function createEar({ client, bot, isForum, rest, log }: HearingOptions): Ear {
  const botId = client.user.id;
  const findChannel = createChannelFacts(client, log);
  const histories = createHistories({ rest, log, botId });
  const heard = new BoundedMap<true>(10_000);

  async function hearMessage(message: HeardMessage): Promise<void> {
    histories.notice(message);
    if (!isSpoken(message) || heard.get(message.id)) return;
    const facts = await findChannel(message.channel_id, message.guild_id);
    const learnt = mustLearn(message, facts) ? await histories.learn(message) : undefined;
    const addressed = howAddressed(message, {
      botId,
      isOwnThread:
        facts.kind === "thread" && (facts.ownerId === botId || histories.wasAsked(message.channel_id) === true),
      isForumPost:
        message.guild_id !== undefined && facts.parentId !== undefined && isForum(message.guild_id, facts.parentId),
    });
    if (addressed === "none" && !message.content.includes("[[")) return;
    // Another event may have told of the same message while Discord was asked about it.
    if (heard.get(message.id)) return;
    heard.set(message.id, true);
    const title = addressed === "forum-post" ? facts.name : undefined;
    const readEarlier = async () => {
      const history = learnt ?? (hasContext(addressed, facts) ? await histories.before(message) : undefined);
      return earlierThan(message, history, botId);
    };
    const asked = { addressed, title, earlier: [], text: readText(message, botId), ...readAsked(message, facts) };
    const reply = await bot.respond({ kind: "message", ...asked }, readEarlier);
    await deliver(reply, { message, isAddressed: addressed !== "none", locale: asked.locale }, { rest, log });
  }

  /** Whether only the history can tell if a plain message in a thread is a question. */
  function mustLearn(
    { content, channel_id: channelId, mentions }: HeardMessage,
    { kind, ownerId }: ChannelFacts,
  ): boolean {
    if (kind !== "thread" || ownerId === botId || content === "") return false;
    return histories.wasAsked(channelId) === undefined && !mentions.some(({ id }) => id === botId);
  }

  async function hearThread(thread: Parameters<Ear["hearThread"]>[0]): Promise<void> {
    const { guild_id: guildId, parent_id: parentId } = thread;
    if (thread.newly_created !== true || guildId === undefined || !isForum(guildId, parentId ?? "")) return;
    const message = await rest.get(Routes.channelMessage(thread.id, thread.id)).catch(() => undefined);
    // Where it is not there yet, its own event is still to come.
    if (isMessage(message)) await hearMessage({ ...message, guild_id: guildId });
  }

  return { hearMessage, hearThread };
}

/** In a channel for many only what was replied to belongs to a question. */
function hasContext(addressed: MessageInvocation["addressed"], { kind }: ChannelFacts): boolean {
  return addressed !== "none" && (kind === "direct" || kind === "thread");
}

/** What was replied to comes last, as the nearest. */
function earlierThan(
  { referenced_message: repliedTo }: HeardMessage,
  history: History | undefined,
  botId: string,
): string[] {
  const own = (history ?? []).filter(({ id }) => id !== repliedTo?.id);
  return [...own, ...(repliedTo?.author.id === botId ? [repliedTo] : [])].map(({ content }) => content);
}

function readAsked(
  message: HeardMessage,
  facts: ChannelFacts,
): Pick<MessageInvocation, "id" | "asker" | "channel" | "locale"> {
  const { kind, parentId, categoryId, channel } = facts;
  const botPermissions = channel && permissionsOfBot(channel);
  const where: Channel = {
    id: message.channel_id,
    guildId: message.guild_id,
    kind,
    parentId,
    categoryId,
    hasBot: true,
    botPermissions,
  };
  const locale = localeFor(channel?.guild.preferredLocale);
  return { id: message.id, asker: readAsker(message, facts), channel: where, locale };
}

function readAsker(
  message: HeardMessage & { readonly member?: { roles: string[] } },
  { channel }: ChannelFacts,
): Asker {
  const { id } = message.author;
  const roles = message.member?.roles;
  return { id, permissions: channel && roles && permissionsOf({ id, roles }, channel), roles };
}

function isMessage(value: unknown): value is APIMessage {
  return typeof value === "object" && value !== null && "author" in value && "content" in value;
}
