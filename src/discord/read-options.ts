import type { APIApplicationCommandInteractionDataOption, InteractionType } from "discord.js";
import { ApplicationCommandOptionType } from "discord.js";
import type { AutocompleteInvocation, GivenOptions } from "../command.ts";

/** An option as a command or its autocomplete gives it; there are no subcommands. */
type DataOption = APIApplicationCommandInteractionDataOption<
  InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
>;

/** Reads a command's options by name. */
export function readOptions(options: readonly DataOption[]): GivenOptions {
  return Object.fromEntries(options.flatMap((option) => ("value" in option ? [[option.name, option.value]] : [])));
}

/** Finds the option that is being typed. */
export function findFocused(options: readonly DataOption[]): AutocompleteInvocation["focused"] {
  for (const option of options) {
    if (option.type === ApplicationCommandOptionType.Subcommand) continue;
    if (option.type === ApplicationCommandOptionType.SubcommandGroup) continue;
    if ("focused" in option && option.focused) return { name: option.name, value: String(option.value) };
  }
  return { name: "", value: "" };
}
