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
import type { Channel, Invocation, OwnMessage } from "../invocation.ts";
import { localeFor } from "../render/locale.ts";
import { readAttached } from "./read-attachments.ts";
import { channelKind } from "./read-channel.ts";
import { readFields } from "./read-fields.ts";
import { readOptions } from "./read-options.ts";
import { joinNames, namesInResolved } from "./mention-names.ts";
import { readTarget } from "./read-target.ts";
import { showOptions } from "./shown-options.ts";

/**
 * Reads an interaction as Discord sends it, over the gateway and over HTTP alike.
 *
 * Gives `undefined` for kinds that the bot offers nothing for.
 *
 * @param botId the bot's user, by which its own messages are told where it is known.
 */
export function readInteraction(interaction: APIInteraction, botId?: string): Invocation | undefined {
  switch (interaction.type) {
    case InteractionType.Ping:
      return undefined;
    case InteractionType.ApplicationCommand:
      return readCommand(interaction, botId);
    case InteractionType.ApplicationCommandAutocomplete: {
      const { name, options } = interaction.data;
      const { subcommand, options: given, focused } = readOptions(options);
      const shown = showOptions(given, () => undefined);
      return { kind: "autocomplete", ...readAsked(interaction), name, subcommand, options: shown, focused };
    }
    case InteractionType.MessageComponent:
      return readComponent(interaction);
    case InteractionType.ModalSubmit:
      return readModal(interaction);
  }
}

function readCommand(interaction: APIApplicationCommandInteraction, botId?: string): Invocation | undefined {
  const asked = readAsked(interaction);
  const { name } = interaction.data;
  if (isChatInput(interaction)) {
    const { subcommand, options, attached } = readOptions(interaction.data.options ?? []);
    const attachments = readAttached(attached, interaction.data.resolved?.attachments);
    const nameOf = joinNames([namesInResolved(interaction.data.resolved)], [interaction.application_id, botId]);
    return { kind: "command", ...asked, name, subcommand, options: showOptions(options, nameOf), attachments };
  }
  if (!isMessageMenu(interaction)) return undefined;
  const { application_id: applicationId, data } = interaction;
  const target = { ...data.resolved.messages[data.target_id], id: data.target_id };
  return { kind: "menu", ...asked, name, target: readTarget(target, { applicationId, botId }) };
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
    fields: showOptions(readFields(data.components), () => undefined),
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
    asker: {
      id: member?.user.id ?? user?.id ?? "",
      permissions: member && BigInt(member.permissions),
      roles: member?.roles,
    },
    channel: readChannel(interaction),
    locale: localeFor(locale),
  };
}

/** What Discord sends along, and whoever tries the bot out may not. */
type MaybeTold = "app_permissions" | "authorizing_integration_owners";
type Told = Omit<Asked, MaybeTold> & Partial<Pick<Asked, MaybeTold>>;

function readChannel(interaction: Told): Channel {
  const { channel, guild_id: guildId, app_permissions: permissions } = interaction;
  const parentId = (channel !== undefined && "parent_id" in channel ? channel.parent_id : undefined) ?? undefined;
  const kind = channelKind(channel?.type);
  return {
    id: channel?.id ?? interaction.channel_id,
    guildId,
    kind,
    parentId: kind === "thread" ? parentId : undefined,
    categoryId: guildId === undefined || kind === "thread" ? undefined : parentId,
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
