import { writeControlId } from "./control-id.ts";
import type { MessageReply, UpdateReply } from "./reply.ts";

/** Writes the custom id of the button that calls a work off, which goes by the invocation that began it. */
export function stopId(work: string): string {
  return writeControlId("stop", [work]);
}

/** Tells whether a message has that button. */
export function canStop({ components = [] }: MessageReply | UpdateReply, work: string): boolean {
  const id = stopId(work);
  return components.some(
    (row) => row.kind === "buttons" && row.buttons.some((button) => button.kind === "action" && button.customId === id),
  );
}
