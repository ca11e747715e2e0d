import { MessageType } from "discord.js";
import type { MessageInvocation } from "../invocation.ts";
import type { MentionName } from "../render/markup/mention-name.ts";
import { showMarkup } from "../render/markup/show-markup.ts";
import { joinNames, namesInMessage } from "./mention-names.ts";
import { messageTexts } from "./message-texts.ts";
import type { HeardMessage, OwnIds } from "./read-message.ts";

export interface TextOptions extends OwnIds {
  /** Knows the names that do not come with the message. */
  readonly nameOf: MentionName;
}

const EMOJI = /<a?:\w{1,40}:\d{1,20}>/u;

/**
 * Reads what a message says, without those whom it speaks to.
 *
 * A mention alone means what the message says that it replies to or forwards: somebody wants that one answered.
 */
export function readText(
  message: HeardMessage,
  { botId, botRoleId, nameOf }: TextOptions,
): Pick<MessageInvocation, "text" | "written" | "showsMore"> {
  const { content, referenced_message: repliedTo, message_snapshots: forwarded = [] } = message;
  const show = (written: string, from: object) =>
    showMarkup(written, joinNames([namesInMessage(from), nameOf], [botId, botRoleId]));
  const text = show(content, message);
  if (text !== "") return text === content.trim() ? { text } : { text, written: content };
  const isOthers = message.type === MessageType.Reply && repliedTo?.author.id !== botId;
  const meant = [...forwarded.map((each) => each.message), ...(isOthers && repliedTo ? [repliedTo] : [])];
  const meantText = meant
    .map((each) => show(messageTexts(each).join("\n"), each))
    .join("\n")
    .trim();
  return meantText === "" && showsMore(message) ? { text: "", showsMore: true } : { text: meantText };
}

function showsMore({ content, attachments, sticker_items: stickers, poll }: HeardMessage): boolean {
  return EMOJI.test(content) || attachments.length > 0 || (stickers ?? []).length > 0 || poll !== undefined;
}
