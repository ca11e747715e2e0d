import type { APIInteractionResponse } from "discord.js";
import { InteractionResponseType, MessageFlags } from "discord.js";
import type { Reply } from "../render/reply.ts";

/** Writes a reply as the first response to an interaction; nobody is ever pinged and no link unfolds. */
export function writeReply(reply: Reply): APIInteractionResponse {
  if (reply.kind !== "message") throw new Error(`not written yet: ${reply.kind}`);
  const flags = MessageFlags.SuppressEmbeds | (reply.private ? MessageFlags.Ephemeral : 0);
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { content: reply.content, flags, allowed_mentions: { parse: [] } },
  };
}
