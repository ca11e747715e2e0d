import { Routes } from "discord.js";
import type { Locale } from "../render/locale.ts";
import type { MessageReply, Reply } from "../render/reply.ts";
import { words } from "../render/words/all.ts";
import type { Sender } from "./carry-out.ts";
import { isForbidden, readFault } from "./discord-fault.ts";
import type { HeardMessage } from "./read-message.ts";
import { sendMessage } from "./send-message.ts";

export interface Answered {
  readonly message: HeardMessage;
  /** Of the event that is answered, which may be an edit. */
  readonly eventId: string;
  /** Whether the author meant the bot, and therefore waits for an answer. */
  readonly isAddressed: boolean;
  readonly locale: Locale;
}

/** Sends a reply to a message; where the channel does not let the bot write, the author is told directly. */
export async function deliver(reply: Reply, answered: Answered, sender: Sender): Promise<void> {
  if (reply.kind === "silence") return;
  if (reply.kind !== "message") throw new TypeError(`a message cannot be answered with "${reply.kind}"`);
  const { message, eventId, isAddressed, locale } = answered;
  const [channelId, isDirect] = [message.channel_id, message.guild_id === undefined];
  if (reply.private && !isDirect) return sendDirectly(reply, answered, sender);
  try {
    const replyTo = isDirect ? undefined : message.id;
    await sendMessage(sender.rest, { channelId, nonce: eventId, reply, replyTo });
  } catch (error) {
    const fault = readFault(error);
    sender.log.warn("reply not delivered", { message: message.id, channel: channelId, ...fault });
    if (isDirect || !isAddressed || !isForbidden(fault)) return;
    const content = words[locale].cannotWrite(channelId);
    await sendDirectly({ kind: "message", content, private: true, quotes: [] }, answered, sender);
  }
}

async function sendDirectly(reply: MessageReply, { message, eventId }: Answered, { rest, log }: Sender): Promise<void> {
  try {
    const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: message.author.id } });
    if (!isObjectWithId(channel)) throw new TypeError("Discord gave no channel for direct messages");
    await sendMessage(rest, { channelId: channel.id, nonce: eventId, reply });
  } catch (error) {
    log.info("direct message not delivered", { message: message.id, ...readFault(error) });
  }
}

function isObjectWithId(value: unknown): value is { readonly id: string } {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string";
}
