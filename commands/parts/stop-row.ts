import type { Row } from "../../src/render/component.ts";
import { stopId } from "../../src/render/stop-id.ts";

/** Makes the button that calls a work off, which goes by the invocation that began it. */
export function stopRow(work: string, label: string): Row {
  return {
    kind: "buttons",
    buttons: [{ kind: "action", customId: stopId(work), label, style: "secondary" }],
  };
}
