import type { REST } from "discord.js";
import { RESTJSONErrorCodes, Routes } from "discord.js";
import type { MessageReply } from "../render/reply.ts";
import { readFault } from "./discord-fault.ts";
import { writeMessage } from "./write-message.ts";

export interface ChannelMessage {
  readonly channelId: string;
  /** The id of the event that it answers: Discord takes one message per nonce, however often it is sent. */
  readonly nonce: string;
  readonly reply: MessageReply;
  /** The message that it replies to; one that is gone meanwhile does no harm. */
  readonly replyTo?: string | undefined;
}

/**
 * Sends a message into a channel.
 *
 * discord.js repeats a request whose answer got lost, and another process may answer the same event: the nonce keeps the
 * message from standing there twice.
 */
export async function sendMessage(rest: REST, { channelId, nonce, reply, replyTo }: ChannelMessage): Promise<void> {
  const plain = { ...writeMessage(reply), nonce, enforce_nonce: true };
  const reference = { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
  try {
    await rest.post(Routes.channelMessages(channelId), {
      body: replyTo === undefined ? plain : { ...plain, ...reference },
    });
  } catch (error) {
    const { code } = readFault(error);
    if (replyTo === undefined || code !== RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory)
      throw error;
    await rest.post(Routes.channelMessages(channelId), { body: plain });
  }
}
