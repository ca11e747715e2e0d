import type { Ears } from "./hearing.ts";
import type { StoreListener } from "./store.ts";

/** What is said to other processes of a change. */
export function writeChanged(guild: string, revision: number): string {
  return `changed ${guild} ${revision}`;
}

/** Reads what other processes say; what a newer program says is left alone. */
export function earsOf({ changed, begin, lose }: StoreListener): Ears {
  return {
    hear(message) {
      const [kind, guild = "", revision = ""] = message.split(" ");
      if (kind === "changed") changed(guild, Number(revision));
    },
    begin,
    lose,
  };
}
