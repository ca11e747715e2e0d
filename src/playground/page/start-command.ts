import { slashCommand } from "../../local-discord/interactions.ts";
import type { Exchange, RegisteredCommand } from "../wire.ts";
import { interact, whereIs } from "./act.ts";
import { goOn } from "./box-actions.ts";
import { isSlashCommand } from "./command-options.ts";
import { beginCommand } from "./draft.ts";
import type { Store } from "./store.ts";

/** By the options' original names. */
export type CommandOptions = Readonly<Record<string, string | boolean>>;

/** Puts a slash command with options into the message box, and the focus with it; nothing is sent. */
export function startCommand(store: Store, name: string, options: CommandOptions = {}): void {
  const command = findCommand(store.state.commands, name);
  if (!command) return;
  const values = Object.fromEntries(
    Object.entries(options).map(([option, value]) => [option, { shown: String(value) }]),
  );
  store.update({ pane: "chat" });
  goOn(store, beginCommand(command, values));
}

/** Sends a slash command at once, in the channel that is open; what stands in the message box stays there. */
export async function runCommand(
  store: Store,
  name: string,
  options: CommandOptions = {},
): Promise<Exchange | undefined> {
  const command = findCommand(store.state.commands, name);
  if (!command) return undefined;
  return interact(store, slashCommand({ id: command.id, name, options, ...whereIs(store.state) }));
}

function findCommand(commands: readonly RegisteredCommand[], name: string): RegisteredCommand | undefined {
  return commands.find((command) => isSlashCommand(command) && command.name === name);
}
