import { commands, menus } from "../../commands/all.ts";
import { type CommandOption, optionsOf } from "../../src/playground/page/box/command-options.ts";
import type { RegisteredCommand } from "../../src/playground/wire.ts";

/** The bot's own commands, with ids as Discord would give them. */
export const registeredCommands: readonly RegisteredCommand[] = [...commands, ...menus].map(
  ({ declaration }, place) => ({
    ...declaration,
    id: String(place + 1),
  }),
);

/** @throws where there is no command of this name. */
export function registeredCommand(name: string): RegisteredCommand {
  const found = registeredCommands.find((command) => command.name === name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
}

/** @throws where the command has no such option. */
export function registeredOption(command: string, name: string): CommandOption {
  const found = optionsOf(registeredCommand(command)).find((option) => option.name === name);
  if (!found) throw new Error(`no option ${name}`);
  return found;
}
