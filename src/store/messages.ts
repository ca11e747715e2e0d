import type { Ears } from "./hearing.ts";
import type { StoreListener } from "./store.ts";

/** What is said to other processes of a change. */
export function writeChanged(guild: string, revision: number): string {
  return `changed ${guild} ${revision}`;
}

/** What is said of a work that somebody wishes called off. */
export function writeStopped(guild: string, work: string): string {
  return `stopped ${guild} ${work}`;
}

/** What is said where all may be another. */
export const everythingChanged = "everything";

/** Reads what other processes say; what a newer program says is left alone. */
export function earsOf({ changed, stopped, begin, lose }: StoreListener): Ears {
  return {
    hear(message) {
      const [kind, guild = "", what = ""] = message.split(" ");
      if (kind === "changed") changed(guild, Number(what));
      if (kind === everythingChanged) begin();
      if (kind === "stopped") stopped?.(guild, what);
    },
    begin,
    lose,
  };
}
