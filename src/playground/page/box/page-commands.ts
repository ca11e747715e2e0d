import { locales } from "../../../render/locale.ts";
import type { Channel, Declared, DeclaredOption, Localizations, RegisteredCommand, Role } from "../../wire.ts";
import { nameIn, optionTypes } from "./command-options.ts";

/** What options that name a channel or a role can be. */
export interface Choosable {
  readonly channels: readonly Channel[];
  readonly roles: readonly Role[];
}

/** Where somebody is and what they may do there. */
export interface Allowed {
  /** Discord's permission bits. */
  readonly permissions: bigint;
  readonly isDirect: boolean;
}

/**
 * Lists commands as the message box offers them: each subcommand by itself, as `/library add`, and with the world's
 * channels and roles as what their options can be.
 */
export function pageCommands(commands: readonly RegisteredCommand[], world: Choosable): readonly RegisteredCommand[] {
  return commands.flatMap((command) => flatten(command, [command.name])).map((command) => withChoices(command, world));
}

/** Those that Discord would show: what somebody may use, where it can be used. */
export function usableCommands(
  commands: readonly RegisteredCommand[],
  { permissions, isDirect }: Allowed,
): readonly RegisteredCommand[] {
  const context = isDirect ? 1 : 0;
  return commands.filter(({ contexts, default_member_permissions: needed }) => {
    const isThere = contexts?.includes(context) ?? true;
    const bits = BigInt(needed ?? 0);
    return isThere && (isDirect || (permissions & bits) === bits);
  });
}

function flatten(command: RegisteredCommand, path: readonly string[]): readonly RegisteredCommand[] {
  const below = (command.options ?? []).filter(
    ({ type }) => type === optionTypes.subcommand || type === optionTypes.group,
  );
  if (below.length === 0) return [command];
  return below.flatMap(({ name, description, description_localizations, options = [], ...child }) => {
    const names = localizedPaths(command, { name, ...child });
    const own = { name: `${command.name} ${name}`, name_localizations: names, description, description_localizations };
    return flatten({ ...command, ...own, options, path: [...path, name] }, [...path, name]);
  });
}

function localizedPaths(...names: readonly Pick<Declared, "name" | "name_localizations">[]): Localizations {
  return Object.fromEntries(locales.map((locale) => [locale, names.map((each) => nameIn(locale, each)).join(" ")]));
}

function withChoices(command: RegisteredCommand, world: Choosable): RegisteredCommand {
  return { ...command, options: command.options?.map((option) => withOwnChoices(option, world)) };
}

function withOwnChoices(option: DeclaredOption, world: Choosable): DeclaredOption {
  if (option.type === optionTypes.channel) return { ...option, choices: channelChoices(world, option.channel_types) };
  return option.type === optionTypes.role ? { ...option, choices: roleChoices(world) } : option;
}

/** Direct messages are no channel of the server. */
function channelChoices({ channels }: Choosable, types: readonly number[] | undefined): readonly Choice[] {
  return channels
    .filter(({ type }) => type !== 1 && (types?.includes(type) ?? true))
    .map(({ id, type, name = id }) => ({ name: type === 4 ? name : `#${name}`, value: id }));
}

function roleChoices({ roles }: Choosable): readonly Choice[] {
  return roles.map(({ id, name }) => ({ name: `@${name}`, value: id }));
}

interface Choice {
  readonly name: string;
  readonly value: string;
}
