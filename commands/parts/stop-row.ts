import type { Row } from "../../src/render/component.ts";
import { writeControlId } from "../../src/render/control-id.ts";

/** Makes the button that calls a work off, which goes by the invocation that began it. */
export function stopRow(work: string, label: string): Row {
  return {
    kind: "buttons",
    buttons: [{ kind: "action", customId: writeControlId("stop", [work]), label, style: "secondary" }],
  };
}
