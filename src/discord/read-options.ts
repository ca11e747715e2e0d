import type {
  APIApplicationCommandInteractionDataOption,
  APIApplicationCommandInteractionDataBasicOption,
  InteractionType,
} from "discord.js";
import { ApplicationCommandOptionType } from "discord.js";
import type { AutocompleteInvocation, CommandInvocation } from "../invocation.ts";

type Asked = InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete;

/** An option as a command or its autocomplete gives it: a value, or a subcommand with options of its own. */
export type DataOption = APIApplicationCommandInteractionDataOption<Asked>;
type BasicOption = APIApplicationCommandInteractionDataBasicOption<Asked>;

/** What was given to a command, below the subcommand where it has some. */
export interface Given extends Pick<CommandInvocation, "subcommand" | "options"> {
  readonly focused: AutocompleteInvocation["focused"];
  /** The names of the options that hold attachments, with the attachments' ids. */
  readonly attached: readonly (readonly [name: string, id: string])[];
}

/** Reads a command's options by name; attachments, channels, roles and people are ids. */
export function readOptions(given: readonly DataOption[]): Given {
  const { path, options } = descend(given);
  const focused = options.find((option) => "focused" in option && option.focused);
  return {
    subcommand: path.length === 0 ? undefined : path.join(" "),
    options: Object.fromEntries(options.map(({ name, value }) => [name, value])),
    focused: { name: focused?.name ?? "", value: String(focused?.value ?? "") },
    attached: options.flatMap(({ type, name, value }) =>
      type === ApplicationCommandOptionType.Attachment ? [[name, value] as const] : [],
    ),
  };
}

interface Descended {
  readonly path: readonly string[];
  readonly options: readonly BasicOption[];
}

/** Goes down to the subcommand that was used, which stands alone in its command or group. */
function descend(given: readonly DataOption[]): Descended {
  const path: string[] = [];
  let level = given;
  for (let inner = findInner(level); inner; inner = findInner(level)) {
    path.push(inner.name);
    level = inner.options ?? [];
  }
  return { path, options: level.flatMap((option) => ("value" in option ? [option] : [])) };
}

function findInner(level: readonly DataOption[]) {
  for (const option of level) {
    if (option.type === ApplicationCommandOptionType.SubcommandGroup) return option;
    if (option.type === ApplicationCommandOptionType.Subcommand) return option;
  }
  return undefined;
}
