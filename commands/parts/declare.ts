import type { SlashCommandStringOption } from "discord.js";
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from "discord.js";
import { questionLimit } from "../../src/render/question-line.ts";

/** Something in English, 简体中文 and 繁體中文. */
export type Localised = readonly [english: string, simplified: string, traditional: string];

const everywhere = [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel];
const anyInstall = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];

/** Begins a slash command that works wherever Discord lets it. */
export function declareCommand(name: Localised, description: Localised): SlashCommandBuilder {
  return new SlashCommandBuilder()
    .setName(name[0])
    .setNameLocalizations(others(name))
    .setDescription(description[0])
    .setDescriptionLocalizations(others(description))
    .setContexts(everywhere)
    .setIntegrationTypes(anyInstall);
}

/** Begins a slash command for those who run a server; a server's own settings may give it to others. */
export function declareManagersCommand(name: Localised, description: Localised): SlashCommandBuilder {
  return declareCommand(name, description)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild);
}

/** Declares a command in the context menu of messages. */
export function declareMenu(name: Localised) {
  return new ContextMenuCommandBuilder()
    .setType(ApplicationCommandType.Message)
    .setName(name[0])
    .setNameLocalizations(others(name))
    .setContexts(everywhere)
    .setIntegrationTypes(anyInstall)
    .toJSON();
}

/** Declares a command in the context menu of messages for those who run a server. */
export function declareManagersMenu(name: Localised) {
  return {
    ...declareMenu(name),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  };
}

interface NamedBuilder<Self> {
  setName(name: string): Self;
  setNameLocalizations(names: Record<string, string>): Self;
  setDescription(description: string): Self;
  setDescriptionLocalizations(descriptions: Record<string, string>): Self;
}

/** Names an option or a subcommand. */
export function named<Option extends NamedBuilder<Option>>(
  option: Option,
  name: Localised,
  description: Localised,
): Option {
  return option
    .setName(name[0])
    .setNameLocalizations(others(name))
    .setDescription(description[0])
    .setDescriptionLocalizations(others(description));
}

export function questionOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return named(option, ["question", "问题", "問題"], ["What you want to know", "你想知道什么", "你想知道什麼"])
    .setRequired(true)
    .setMaxLength(questionLimit)
    .setAutocomplete(true);
}

export function articleOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return named(
    option,
    ["article", "文章", "文章"],
    ["Which article, where there are several", "哪一篇文章（有多篇时）", "哪一篇文章（有多篇時）"],
  ).setAutocomplete(true);
}

export function referenceOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return named(
    option,
    ["reference", "出处", "出處"],
    ["Such as §2 ¶1:3, 2p1:3 or section 2", "例如 §2 ¶1:3、第二节第一段", "例如 §2 ¶1:3、第二節第一段"],
  )
    .setMaxLength(100)
    .setAutocomplete(true);
}

export const privateName: Localised = ["private", "仅自己可见", "僅自己可見"];
export const privateDescription: Localised = ["Show the answer only to you", "只有你能看到回答", "只有你能看到回答"];

function others([, simplified, traditional]: Localised): { readonly "zh-CN": string; readonly "zh-TW": string } {
  return { "zh-CN": simplified, "zh-TW": traditional };
}
