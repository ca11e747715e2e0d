import type { Asker, Channel, MessageInvocation } from "../invocation.ts";
import { localeFor } from "../render/locale.ts";
import type { ChannelFacts } from "./channel-facts.ts";
import { permissionsOf, permissionsOfBot } from "./permissions.ts";
import type { HeardMessage } from "./read-message.ts";

/** Reads who wrote a message, and where. */
export function readWriter(
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
