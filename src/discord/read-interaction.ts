import type {
  APIApplicationCommandInteractionDataOption,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
} from "discord.js";
import { ApplicationCommandOptionType, ApplicationCommandType, InteractionType } from "discord.js";
import type { CommandInvocation, Invocation } from "../command.ts";
import { localeFor } from "../render/locale.ts";

/**
 * Reads an interaction as Discord sends it, over the gateway and over HTTP alike.
 *
 * Gives `undefined` for kinds that the bot offers nothing for.
 */
export function readInteraction(interaction: APIInteraction): Invocation | undefined {
  if (interaction.type !== InteractionType.ApplicationCommand) return undefined;
  if (!isChatInput(interaction)) return undefined;
  return {
    kind: "command",
    id: interaction.id,
    asker: { id: interaction.member?.user.id ?? interaction.user?.id ?? "" },
    channel: { id: interaction.channel?.id, guildId: interaction.guild_id },
    locale: localeFor(interaction.locale),
    name: interaction.data.name,
    options: readOptions(interaction.data.options ?? []),
  };
}

function isChatInput(
  interaction: Extract<APIInteraction, { type: InteractionType.ApplicationCommand }>,
): interaction is APIChatInputApplicationCommandInteraction {
  return interaction.data.type === ApplicationCommandType.ChatInput;
}

function readOptions(
  options: readonly APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>[],
): CommandInvocation["options"] {
  const values: Record<string, string | number | boolean> = {};
  for (const option of options) {
    if (option.type === ApplicationCommandOptionType.Subcommand) continue;
    if (option.type === ApplicationCommandOptionType.SubcommandGroup) continue;
    values[option.name] = option.value;
  }
  return values;
}
