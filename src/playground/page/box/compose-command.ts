import { messageMenu, slashCommand, type Where } from "../../../local-discord/interactions.ts";
import type { Attachment, Message } from "../../wire.ts";
import type { CommandDraft } from "../state.ts";
import { optionsOf, optionTypes } from "./command-options.ts";
import { sentOptions, type SentValues } from "./option-values.ts";

/** Writes what Discord would send for a command that is filled in. */
export function composeCommand(draft: CommandDraft, where: Where): object {
  return compose(draft, { values: sentOptions(draft), focused: undefined }, where);
}

/** Writes what Discord would send while somebody types an option. */
export function composeTyping(draft: CommandDraft, given: Given & { readonly focused: string }, where: Where): object {
  return { ...compose(draft, given, where), type: 4 };
}

/** Writes what Discord would send for a command from a message's menu: the message is told of with all that it shows. */
export function composeMenu(
  { id, name, message }: { readonly id: string; readonly name: string; readonly message: Message },
  where: Where,
): object {
  const { referenced_message: _, ...target } = message;
  const composed = messageMenu({ id, name, target, ...where });
  return { ...composed, data: { ...composed.data, resolved: { messages: { [target.id]: target } } } };
}

interface Given {
  readonly values: SentValues;
  readonly focused: string | undefined;
}

function compose({ command, values: filled }: CommandDraft, { values, focused }: Given, where: Where): object {
  const { id, name, path = [name] } = command;
  const [first = name, ...below] = path;
  const { data, ...interaction } = slashCommand({ id, name: first, ...where });
  const options = optionsOf(command).flatMap((option) => {
    const value = values[option.name];
    const isFocused = option.name === focused ? { focused: true } : {};
    return value === undefined ? [] : [{ name: option.name, type: option.type, value, ...isFocused }];
  });
  const files = Object.keys(values).flatMap((each) => filled[each]?.file ?? []);
  return { ...interaction, data: { ...data, options: nest(options, below), ...resolvedOf(files) } };
}

/** Options of a subcommand stand in it, and that in its group. */
function nest(options: readonly object[], below: readonly string[]): readonly object[] {
  const [name, ...rest] = below;
  if (name === undefined) return options;
  const type = rest.length > 0 ? optionTypes.group : optionTypes.subcommand;
  return [{ name, type, options: nest(options, rest) }];
}

function resolvedOf(files: readonly Attachment[]): object {
  return files.length === 0
    ? {}
    : { resolved: { attachments: Object.fromEntries(files.map((file) => [file.id, file])) } };
}

/** The options that an interaction holds, wherever they stand. */
export interface SentOption {
  readonly name: string;
  readonly type?: number;
  readonly focused?: boolean;
  readonly options?: readonly SentOption[];
}

/** Finds the option that was typed when an interaction was sent. */
export function focusedIn(options: readonly SentOption[] = []): string | undefined {
  return options.flatMap((option) => (option.focused ? option.name : (focusedIn(option.options) ?? [])))[0];
}

/** `/library add` of an interaction. */
export function pathOf(name: string, options: readonly SentOption[] = []): string {
  const below = options.find(({ type }) => type === optionTypes.subcommand || type === optionTypes.group);
  return below ? `${name} ${pathOf(below.name, below.options)}` : name;
}
