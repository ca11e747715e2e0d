import type { Control } from "../command.ts";
import type { Invocation } from "../invocation.ts";
import { readControlId } from "../render/control-id.ts";

/**
 * Makes what tells whether an answer of its own is asked for, rather than another look at one that is there.
 *
 * Leafing, more context, copying and sharing show what was found already; typing offers what stands in lists; a form
 * holds what somebody has written, which must not get lost.
 */
export function createAsksAnew(controls: readonly Control[]): (invocation: Invocation) => boolean {
  const asking = new Set(controls.filter(({ asks }) => asks === true).map(({ name }) => name));
  return (invocation) => {
    switch (invocation.kind) {
      case "command":
      case "menu":
        return true;
      case "message":
        return invocation.addressed !== "none";
      case "component":
        return asking.has(readControlId(invocation.customId)?.name ?? "");
      case "autocomplete":
      case "modal":
        return false;
    }
  };
}
