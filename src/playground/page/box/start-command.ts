import { slashCommand } from "../../../local-discord/interactions.ts";
import type { Exchange } from "../../wire.ts";
import { interact, whereIs } from "../act.ts";
import { goOn, remember } from "./box-actions.ts";
import { isSlashCommand } from "./command-options.ts";
import { beginCommand } from "./draft.ts";
import type { CommandDraft } from "../state.ts";
import type { Store } from "../store.ts";

/** By the options' original names. */
export type CommandOptions = Readonly<Record<string, string | boolean>>;

/** Puts a slash command with options into the message box, and the focus with it; nothing is sent. */
export function startCommand(store: Store, name: string, options: CommandOptions = {}): void {
  const draft = draftOf(store, name, options);
  if (!draft) return;
  store.update({ pane: "chat" });
  goOn(store, draft);
}

/** Sends a slash command at once, in the channel that is open; what stands in the message box stays there. */
export async function runCommand(
  store: Store,
  name: string,
  options: CommandOptions = {},
): Promise<Exchange | undefined> {
  const draft = draftOf(store, name, options);
  if (!draft) return undefined;
  remember(store, draft);
  const { id } = draft.command;
  // As given: a quote is checked with its line breaks, which the message box would turn into spaces.
  return interact(store, slashCommand({ id, name, options, ...whereIs(store.state) }));
}

function draftOf({ state }: Store, name: string, options: CommandOptions): CommandDraft | undefined {
  const command = state.commands.find((each) => isSlashCommand(each) && each.name === name);
  const values = Object.entries(options).map(([option, value]) => [option, { shown: String(value) }] as const);
  return command && beginCommand(command, Object.fromEntries(values));
}
