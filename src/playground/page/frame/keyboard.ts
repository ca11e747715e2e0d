import { openChannel } from "../act.ts";
import { channelsInOrder } from "./channels.ts";
import type { Store } from "../store.ts";

export type Shortcut = "help" | "inspect" | "previous" | "next";

/** What is asked of a keyboard event; also of events that tests make up. */
export interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  /** Where the key was pressed: the event's own path, innermost first. */
  composedPath(): readonly unknown[];
}

/** Tells which of the page's own shortcuts a key is; single letters and signs are none while somebody types. */
export function shortcutOf(event: Pressed): Shortcut | undefined {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return undefined;
  if (altKey && key === "ArrowUp") return "previous";
  if (altKey && key === "ArrowDown") return "next";
  if (altKey || isTyping(event.composedPath()[0])) return undefined;
  if (key === "?" || key === "？") return "help";
  if (key === "{") return "inspect";
  return undefined;
}

function isTyping(target: unknown): boolean {
  if (typeof target !== "object" || target === null) return false;
  const isEditable = "isContentEditable" in target && target.isContentEditable === true;
  const name = "tagName" in target ? String(target.tagName).toLowerCase() : "";
  return isEditable || ["input", "textarea", "select"].includes(name);
}

/** Does what a shortcut is for; tells whether there was anything to do. */
export function useShortcut(store: Store, shortcut: Shortcut): boolean {
  const { modal, inspected, isHelpOpen, preview } = store.state;
  // Behind a dialog nothing moves.
  if (modal || inspected !== undefined || isHelpOpen || preview) return false;
  switch (shortcut) {
    case "help":
      store.update({ isHelpOpen: true });
      return true;
    case "inspect":
      store.update({ inspected: "" });
      return true;
    case "previous":
      return step(store, -1);
    case "next":
      return step(store, 1);
  }
}

function step(store: Store, by: 1 | -1): boolean {
  const order = channelsInOrder(store.state.channels);
  const at = order.findIndex(({ id }) => id === store.state.channelId);
  const channel = order.at((at + by) % order.length);
  if (!channel) return false;
  openChannel(store, channel.id);
  return true;
}
