import type {
  APIApplicationCommandInteraction,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessage,
  APIMessageApplicationCommandInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from "discord.js";
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
} from "discord.js";
import type { Channel, Invocation, OwnMessage } from "../command.ts";
import { localeFor } from "../render/locale.ts";
import { channelKind } from "./read-channel.ts";
import { readFields } from "./read-fields.ts";
import { findFocused, readOptions } from "./read-options.ts";

/**
 * Reads an interaction as Discord sends it, over the gateway and over HTTP alike.
 *
 * Gives `undefined` for kinds that the bot offers nothing for.
 */
export function readInteraction(interaction: APIInteraction): Invocation | undefined {
  switch (interaction.type) {
    case InteractionType.Ping:
      return undefined;
    case InteractionType.ApplicationCommand:
      return readCommand(interaction);
    case InteractionType.ApplicationCommandAutocomplete: {
      const { name, options } = interaction.data;
      const given = { options: readOptions(options), focused: findFocused(options) };
      return { kind: "autocomplete", ...readAsked(interaction), name, ...given };
    }
    case InteractionType.MessageComponent:
      return readComponent(interaction);
    case InteractionType.ModalSubmit:
      return readModal(interaction);
  }
}

function readCommand(interaction: APIApplicationCommandInteraction): Invocation | undefined {
  const asked = readAsked(interaction);
  const { name } = interaction.data;
  if (isChatInput(interaction)) {
    return { kind: "command", ...asked, name, options: readOptions(interaction.data.options ?? []) };
  }
  if (!isMessageMenu(interaction)) return undefined;
  const id = interaction.data.target_id;
  const content = interaction.data.resolved.messages[id]?.content ?? "";
  return { kind: "menu", ...asked, name, target: { id, content } };
}

function readComponent(interaction: APIMessageComponentInteraction): Invocation {
  const { data, message } = interaction;
  return {
    kind: "component",
    ...readAsked(interaction),
    customId: data.custom_id,
    values: "values" in data ? data.values : [],
    message: readOwnMessage(message),
  };
}

function readModal(interaction: APIModalSubmitInteraction): Invocation {
  const { data, message } = interaction;
  return {
    kind: "modal",
    ...readAsked(interaction),
    customId: data.custom_id,
    fields: readFields(data.components),
    message: message && readOwnMessage(message),
  };
}

function readOwnMessage({ id, content, flags }: APIMessage): OwnMessage {
  return { id, content, isPrivate: ((flags ?? 0) & MessageFlags.Ephemeral) !== 0 };
}

type Asked = Exclude<APIInteraction, { readonly type: InteractionType.Ping }>;

function readAsked(interaction: Asked): Pick<Invocation, "id" | "asker" | "channel" | "locale"> {
  const { id, member, user, locale } = interaction;
  return {
    id,
    asker: { id: member?.user.id ?? user?.id ?? "", permissions: member && BigInt(member.permissions) },
    channel: readChannel(interaction),
    locale: localeFor(locale),
  };
}

/** What Discord sends along, and whoever tries the bot out may not. */
type MaybeTold = "app_permissions" | "authorizing_integration_owners";
type Told = Omit<Asked, MaybeTold> & Partial<Pick<Asked, MaybeTold>>;

function readChannel(interaction: Told): Channel {
  const { channel, guild_id: guildId, app_permissions: permissions } = interaction;
  const parentId = channel !== undefined && "parent_id" in channel ? channel.parent_id : undefined;
  const kind = channelKind(channel?.type);
  return {
    id: channel?.id ?? interaction.channel_id,
    guildId,
    kind,
    parentId: kind === "thread" ? (parentId ?? undefined) : undefined,
    hasBot: readHasBot(interaction),
    botPermissions: guildId === undefined || permissions === undefined ? undefined : BigInt(permissions),
  };
}

/** In servers the bot's own installation counts; direct messages with the bot itself always have it. */
function readHasBot({ context, authorizing_integration_owners: owners }: Told): boolean {
  if (context === InteractionContextType.BotDM) return true;
  return owners?.[ApplicationIntegrationType.GuildInstall] !== undefined;
}

function isChatInput(
  interaction: APIApplicationCommandInteraction,
): interaction is APIChatInputApplicationCommandInteraction {
  return interaction.data.type === ApplicationCommandType.ChatInput;
}

function isMessageMenu(
  interaction: APIApplicationCommandInteraction,
): interaction is APIMessageApplicationCommandInteraction {
  return interaction.data.type === ApplicationCommandType.Message;
}
