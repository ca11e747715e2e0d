import type { Command, Control, Menu } from "../command.ts";
import { dueTo } from "../command.ts";
import type { Invocation } from "../invocation.ts";
import { readControlId } from "../render/control-id.ts";

/** Everything that can be asked of the bot but messages. */
export interface Askable {
  readonly commands: readonly Command[];
  readonly menus?: readonly Menu[] | undefined;
  readonly controls?: readonly Control[] | undefined;
}

/**
 * Makes what tells whether an answer is asked for that has to be found.
 *
 * Help, reading, citing, leafing, copying and sharing show what is there already; typing offers what stands in lists; a form holds
 * what somebody has written, which must not get lost.
 */
export function createAsksAnew({ commands, menus = [], controls = [] }: Askable): (invocation: Invocation) => boolean {
  const askingCommands = new Set(commands.filter(asks).map(({ declaration }) => declaration.name));
  const askingMenus = new Set(menus.filter(asks).map(({ declaration }) => declaration.name));
  const askingControls = new Set(controls.filter(asks).map(({ name }) => name));
  return (invocation) => {
    switch (invocation.kind) {
      case "command":
        return askingCommands.has(invocation.name);
      case "menu":
        return askingMenus.has(invocation.name);
      case "message":
        return dueTo(invocation) !== "silence";
      case "component":
        return askingControls.has(readControlId(invocation.customId)?.name ?? "");
      case "autocomplete":
      case "modal":
        return false;
    }
  };
}

function asks({ asks: isAsking = false }: { readonly asks?: boolean | undefined }): boolean {
  return isAsking;
}
