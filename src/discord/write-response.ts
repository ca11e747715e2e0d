import type { APIInteractionResponse, APIModalInteractionResponse } from "discord.js";
import { ComponentType, InteractionResponseType, MessageFlags, TextInputStyle } from "discord.js";
import type { Invocation } from "../invocation.ts";
import type { MessageReply, ModalReply, PostReply, Reply, ThreadReply, WorkReply } from "../render/reply.ts";
import { writeMessage } from "./write-message.ts";

/** What can be said at once; threads and posts are asked for first, which ends in a message. */
export type ImmediateReply = Exclude<Reply, ThreadReply | PostReply | WorkReply>;

/**
 * Writes a reply as the first response to an interaction.
 *
 * Gives `undefined` where nothing is said: somebody has answered, or nobody waits any more.
 */
export function writeResponse(reply: ImmediateReply, invocation: Invocation): APIInteractionResponse | undefined {
  switch (reply.kind) {
    case "message":
      return writeAnswer(reply);
    case "update":
      // Only what came from a component has a message to change.
      if (!hasMessage(invocation)) return writeAnswer({ ...reply, kind: "message", private: true });
      return { type: InteractionResponseType.UpdateMessage, data: writeMessage(reply) };
    case "choices":
      return {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: [...reply.choices] },
      };
    case "modal":
      return writeModal(reply);
    case "noted":
      return hasMessage(invocation) ? { type: InteractionResponseType.DeferredMessageUpdate } : undefined;
    case "silence":
      return undefined;
  }
}

/** Tells Discord that a private answer comes later. */
export const deferredPrivately: APIInteractionResponse = {
  type: InteractionResponseType.DeferredChannelMessageWithSource,
  data: { flags: MessageFlags.Ephemeral },
};

function writeAnswer(reply: MessageReply): APIInteractionResponse {
  const body = writeMessage(reply);
  const flags = body.flags | (reply.private ? MessageFlags.Ephemeral : 0);
  return { type: InteractionResponseType.ChannelMessageWithSource, data: { ...body, flags } };
}

function writeModal({ customId, title, inputs }: ModalReply): APIModalInteractionResponse {
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: customId,
      title,
      components: inputs.map(({ customId: inputId, label, isLong, required, placeholder, value, maxLength }) => ({
        type: ComponentType.Label,
        label,
        component: {
          type: ComponentType.TextInput,
          custom_id: inputId,
          style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
          required,
          max_length: maxLength,
          ...(placeholder === undefined ? {} : { placeholder }),
          ...(value === undefined ? {} : { value }),
        },
      })),
    },
  };
}

function hasMessage(invocation: Invocation): boolean {
  return invocation.kind === "component" || (invocation.kind === "modal" && invocation.message !== undefined);
}
