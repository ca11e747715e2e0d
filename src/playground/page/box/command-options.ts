import type { Locale } from "../../../render/locale.ts";
import type { RegisteredCommand } from "../../wire.ts";

/** Names in other languages under Discord's names for them, as declared to Discord. */
type Localizations = { readonly [locale: string]: string | null | undefined };

interface Named {
  readonly name: string;
  readonly name_localizations?: Localizations | null | undefined;
}

interface Described {
  readonly description?: string;
  readonly description_localizations?: Localizations | null | undefined;
}

/** An option of a slash command, as the message box needs it. */
export interface CommandOption extends Named, Described {
  readonly kind: "text" | "boolean" | "choice";
  readonly isRequired: boolean;
  /** Whether the bot is asked while somebody types. */
  readonly isAsked: boolean;
  /** Of the kind `choice`. */
  readonly choices: readonly OptionChoice[];
  /** In characters. */
  readonly shortest: number;
  readonly longest: number;
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
  const declared = "options" in command ? (command.options ?? []) : [];
  const options = declared.map(readOption);
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

interface DeclaredOption extends Named, Described {
  readonly type: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly (Named & { readonly value: string | number })[];
  readonly min_length?: number;
  readonly max_length?: number;
}

function readOption(option: DeclaredOption): CommandOption {
  const { choices = [], required = false, autocomplete = false } = option;
  const isBoolean = option.type === 5;
  const kind = choices.length > 0 ? "choice" : "text";
  return {
    name: option.name,
    name_localizations: option.name_localizations,
    description: option.description ?? "",
    description_localizations: option.description_localizations,
    kind: isBoolean ? "boolean" : kind,
    isRequired: required,
    isAsked: autocomplete,
    choices: choices.map((choice) => ({ ...choice, value: String(choice.value) })),
    shortest: option.min_length ?? 0,
    longest: option.max_length ?? longestText,
  };
}
