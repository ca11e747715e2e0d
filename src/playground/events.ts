import type { LocalEvent } from "../local-discord/channels.ts";
import type { WorldEvent } from "./wire.ts";

/** What the pages are told: messages and channels as they are, that the shelf is another, and how far a file is read. */
export type PlaygroundEvent = LocalEvent | Extract<WorldEvent, { readonly kind: "shelf" | "reading" }>;

export interface NumberedEvent {
  /** Counted from 1. */
  readonly number: number;
  readonly event: PlaygroundEvent;
}

/** Passes events on to every page that listens, also those that a page missed while it was not connected. */
export interface Events {
  publish(event: PlaygroundEvent): void;
  /** The number of the last one, 0 before the first. */
  last(): number;
  /** Tells of what came after an event, then of all that comes, until the returned function is called. */
  subscribe(after: number, listener: (event: NumberedEvent) => void): () => void;
  /** Resolves when nothing more will come. */
  readonly closed: Promise<void>;
  close(): void;
}

/** A page that was away for longer is loaded anew. */
const mostKept = 1000;

export function createEvents(): Events {
  const kept: NumberedEvent[] = [];
  const listeners = new Set<(event: NumberedEvent) => void>();
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  let last = 0;
  return {
    publish(event) {
      last += 1;
      const numbered = { number: last, event };
      kept.push(numbered);
      if (kept.length > mostKept) kept.shift();
      for (const listener of listeners) listener(numbered);
    },
    last: () => last,
    subscribe(after, listener) {
      for (const numbered of kept.filter(({ number }) => number > after)) listener(numbered);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    closed,
    close: () => close(),
  };
}
