import { mentions } from "./mentions.ts";
import { isCommandLine } from "./parse-line.ts";
import type { PageState } from "../state.ts";

/** Discord's type of a server's text channels. */
const textChannel = 0;

type Said = Pick<PageState, "draft" | "bot" | "channels" | "channelId" | "messages" | "replyTo" | "roles">;

/**
 * Tells whether what is typed would get no answer: in a text channel the bot answers what mentions it or its own role, replies to it or
 * holds a `[[reference]]`.
 */
export function isUnheard({ draft, bot, roles, channels, channelId, messages, replyTo }: Said): boolean {
  if (draft.kind !== "text" || draft.text.trim() === "" || isCommandLine(draft.text)) return false;
  if (channels.find(({ id }) => id === channelId)?.type !== textChannel) return false;
  const isReply = messages.some(({ id, author }) => id === replyTo && author.id === bot.id);
  const isRoleNamed = roles.some(({ id, botId }) => botId === bot.id && draft.text.includes(`<@&${id}>`));
  return !isReply && !isRoleNamed && !mentions(draft.text, bot) && !/\[\[[^[\]\n]{1,100}\]\]/u.test(draft.text);
}
