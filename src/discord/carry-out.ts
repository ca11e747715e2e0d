import type { REST } from "discord.js";
import { RESTJSONErrorCodes, Routes, ThreadAutoArchiveDuration } from "discord.js";
import type { Log } from "../log.ts";
import type { MessageReply, PostReply, ThreadReply } from "../render/reply.ts";
import { isForbidden, readFault } from "./discord-fault.ts";
import { sendMessage } from "./send-message.ts";

/** What a request to Discord needs. */
export interface Sender {
  readonly rest: REST;
  readonly log: Log;
}

/** Does what a reply asks for and gives the message that tells of it; never rejects. */
export async function carryOut(reply: ThreadReply | PostReply, eventId: string, sender: Sender): Promise<MessageReply> {
  try {
    if (reply.kind === "thread") return await openThread(reply, sender);
    await sendMessage(sender.rest, { channelId: reply.channelId, nonce: eventId, reply: reply.message });
    return reply.outcomes.done;
  } catch (error) {
    const fault = readFault(error);
    sender.log.warn(`${reply.kind} not made`, { interaction: eventId, channel: reply.channelId, ...fault });
    return reply.kind === "thread" && isForbidden(fault) ? reply.outcomes.forbidden : reply.outcomes.failed;
  }
}

/**
 * Starts a thread on a message, which gives the thread the message's id, and says the first words in it.
 *
 * Where there is a thread already, the words may be missing all the same: Discord's confirmation got lost and discord.js
 * asked again, or the process ended in between. The nonce is the thread's, so that of two who say them at once Discord
 * takes one.
 */
async function openThread(reply: ThreadReply, { rest }: Sender): Promise<MessageReply> {
  const { messageId, opening, outcomes } = reply;
  if (!(await startThread(reply, rest)) && !(await isSilent(messageId, rest))) return outcomes.exists;
  await sendMessage(rest, { channelId: messageId, nonce: messageId, reply: opening });
  return outcomes.done;
}

/** Gives whether there was none before. */
async function startThread({ channelId, messageId, name }: ThreadReply, rest: REST): Promise<boolean> {
  const body = { name, auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
  try {
    await rest.post(Routes.threads(channelId, messageId), { body });
    return true;
  } catch (error) {
    if (readFault(error).code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return false;
    throw error;
  }
}

/** Whether nobody ever said anything in a thread; the message that it stands on does not count. */
async function isSilent(threadId: string, rest: REST): Promise<boolean> {
  const thread = await rest.get(Routes.channel(threadId)).catch(() => undefined);
  return (
    typeof thread === "object" && thread !== null && "total_message_sent" in thread && thread.total_message_sent === 0
  );
}
