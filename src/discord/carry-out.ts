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
    if (reply.kind === "thread") await openThread(reply, eventId, sender.rest);
    else await sendMessage(sender.rest, { channelId: reply.channelId, nonce: eventId, reply: reply.message });
    return reply.outcomes.done;
  } catch (error) {
    const fault = readFault(error);
    if (reply.kind === "thread" && fault.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) {
      return reply.outcomes.exists;
    }
    sender.log.warn(`${reply.kind} not made`, { interaction: eventId, channel: reply.channelId, ...fault });
    return reply.kind === "thread" && isForbidden(fault) ? reply.outcomes.forbidden : reply.outcomes.failed;
  }
}

/** Starts a thread on a message, which gives the thread the message's id, and says the first words in it. */
async function openThread(reply: ThreadReply, eventId: string, rest: REST): Promise<void> {
  const { channelId, messageId, name, opening } = reply;
  const body = { name, auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
  await rest.post(Routes.threads(channelId, messageId), { body });
  await sendMessage(rest, { channelId: messageId, nonce: eventId, reply: opening });
}
