import type { Locale } from "../../../render/locale.ts";
import type { Declared, DeclaredOption, RegisteredCommand } from "../../wire.ts";

type Named = Pick<Declared, "name" | "name_localizations">;

type Described = Pick<Declared, "description" | "description_localizations">;

/** An option of a slash command, as the message box needs it. */
export interface CommandOption extends Declared {
  readonly kind: "text" | "boolean" | "choice" | "number" | "file";
  /** Discord's number of its type. */
  readonly type: number;
  readonly isRequired: boolean;
  /** Whether the bot is asked while somebody types. */
  readonly isAsked: boolean;
  /** Of the kind `choice`. */
  readonly choices: readonly OptionChoice[];
  /** In characters. */
  readonly shortest: number;
  readonly longest: number;
  /** Of the kind `number`. */
  readonly least: number;
  readonly most: number;
  /** Whether only whole numbers are taken. */
  readonly isWhole: boolean;
}

export interface OptionChoice extends Named {
  readonly value: string;
}

/** Discord's own limit where a command sets none. */
const longestText = 6000;

/** Tells slash commands from those in the context menu of messages. */
export function isSlashCommand({ type }: { readonly type?: number | undefined }): boolean {
  return type === undefined || type === 1;
}

/** A command's options, required ones first, otherwise in their own order. */
export function optionsOf(command: RegisteredCommand): readonly CommandOption[] {
  const options = (command.options ?? []).map(readOption);
  return [...options.filter(({ isRequired }) => isRequired), ...options.filter(({ isRequired }) => !isRequired)];
}

/** The name of a command, an option or a choice in a language. */
export function nameIn(locale: Locale, { name, name_localizations: names }: Named): string {
  return names?.[locale] ?? name;
}

export function descriptionIn(
  locale: Locale,
  { description = "", description_localizations: others }: Described,
): string {
  return others?.[locale] ?? description;
}

/** All names that something can be typed by, in every language. */
export function namesOf({ name, name_localizations: names }: Named): readonly string[] {
  return [name, ...Object.values(names ?? {}).filter((each) => typeof each === "string")];
}

/** Discord's numbers for the types of options. */
export const optionTypes = {
  subcommand: 1,
  group: 2,
  text: 3,
  integer: 4,
  boolean: 5,
  channel: 7,
  role: 8,
  number: 10,
  file: 11,
} as const;

function kindOf({ type, choices = [] }: DeclaredOption): CommandOption["kind"] {
  switch (type) {
    case optionTypes.boolean:
      return "boolean";
    case optionTypes.file:
      return "file";
    case optionTypes.channel:
    case optionTypes.role:
      return "choice";
    case optionTypes.integer:
    case optionTypes.number:
      return choices.length > 0 ? "choice" : "number";
    default:
      return choices.length > 0 ? "choice" : "text";
  }
}

function readOption(option: DeclaredOption): CommandOption {
  const { choices = [], required = false, autocomplete = false } = option;
  return {
    name: option.name,
    name_localizations: option.name_localizations,
    description: option.description ?? "",
    description_localizations: option.description_localizations,
    kind: kindOf(option),
    type: option.type,
    isRequired: required,
    isAsked: autocomplete,
    choices: choices.map((choice) => ({ ...choice, value: String(choice.value) })),
    shortest: option.min_length ?? 0,
    longest: option.max_length ?? longestText,
    least: option.min_value ?? -Infinity,
    most: option.max_value ?? Infinity,
    isWhole: option.type === optionTypes.integer,
  };
}
