import { focusDraft } from "./box-focus.ts";
import type { Store } from "../store.ts";

/** Lets the next message be a reply to this one, with the focus where it is written. */
export function startReply(store: Store, messageId: string): void {
  store.update({ replyTo: messageId, pane: "chat" });
  focusDraft(store.state.draft);
}
