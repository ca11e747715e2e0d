import type { APIMessage } from "discord.js";
import { MessageType } from "discord.js";
import type { MessageInvocation } from "../invocation.ts";

/** A message with what only the gateway tells of it. */
export type HeardMessage = APIMessage & { readonly guild_id?: string | undefined };

/** By which a message can name the bot. */
export interface OwnIds {
  readonly botId: string;
  /** The role that Discord made for the bot in the server, which people pick beside it. */
  readonly botRoleId?: string | undefined;
}

export interface Surroundings extends OwnIds {
  /** Whether plain messages in this channel are questions: a thread that the bot started or was asked in. */
  readonly isOwnThread: boolean;
  /** Whether the channel is a post in a forum chosen for first answers. */
  readonly isForumPost: boolean;
}

/** Whether a person wrote it: no bot, no webhook, and not Discord itself (such as "added a thread"). */
export function isSpoken({ author, webhook_id, type }: HeardMessage): boolean {
  if (author.bot === true || author.system === true || webhook_id !== undefined) return false;
  return type === MessageType.Default || type === MessageType.Reply;
}

/** Says what makes a message meant for the bot, which speaks only when spoken to. */
export function howAddressed(message: HeardMessage, surroundings: Surroundings): MessageInvocation["addressed"] {
  const { botId, isOwnThread, isForumPost } = surroundings;
  if (message.guild_id === undefined) return "direct";
  const isPinged = message.mentions.some(({ id }) => id === botId);
  if (isMentioned(message, surroundings)) return "mention";
  const repliesTo = isReply(message) ? message.referenced_message?.author.id : undefined;
  // Without the intent the content is blank where nobody pinged the bot: there is nothing to answer.
  const isReadable = isPinged || message.content !== "";
  if (repliesTo === botId) return isReadable ? "reply" : "none";
  if (isForumPost && message.id === message.channel_id) return "forum-post";
  const speaksToOthers = isReply(message) || message.mentions.length > 0 || callsMany(message);
  return isOwnThread && message.content !== "" && !speaksToOthers ? "thread" : "none";
}

/**
 * Whether the bot or its role is named in the text. Discord lists no mentions that stand in code, and the author of a message
 * replied to without its being written out. Of a role alone it may leave the text blank.
 */
export function isMentioned(
  { mentions, mention_roles: roles = [], content }: Mentioning,
  { botId, botRoleId }: OwnIds,
): boolean {
  if (mentions.some(({ id }) => id === botId) && mentionOf(botId).test(content)) return true;
  if (botRoleId === undefined || !roles.includes(botRoleId)) return false;
  return content === "" || content.includes(`<@&${botRoleId}>`);
}

interface Mentioning extends Pick<HeardMessage, "content">, Partial<Pick<HeardMessage, "mention_roles">> {
  readonly mentions: readonly { readonly id: string }[];
}

/** `@everyone`, or a role: who can be called so is no bot. */
function callsMany({ mention_everyone: everyone, mention_roles: roles = [] }: Partial<HeardMessage>): boolean {
  return everyone === true || roles.length > 0;
}

function isReply({ type }: HeardMessage): boolean {
  return type === MessageType.Reply;
}

function mentionOf(botId: string): RegExp {
  return new RegExp(`<@!?${botId}>`, "u");
}
