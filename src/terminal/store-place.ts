import { count } from "./count.ts";
import path from "node:path";
import type { Config } from "../config.ts";
import type { BackupCounts } from "../store/backup/backup-line.ts";
import type { StorePlace } from "../store/open-store.ts";
import type { Terminal } from "./terminal.ts";

/** Where the settings say that things are kept. */
export function storePlace({ store }: Config, { directory }: Terminal): StorePlace {
  return { url: store.url, file: path.resolve(directory, store.file) };
}

/** Says how much was copied. */
export function describeCounts({ guilds, records, changes, contents }: BackupCounts): string {
  return [count(guilds, "server"), count(records, "record"), count(changes, "change"), count(contents, "content")].join(
    ", ",
  );
}
