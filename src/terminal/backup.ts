import { BackupError } from "../store/backup/backup-line.ts";
import { backUp } from "../store/open-store.ts";
import type { Config } from "../config.ts";
import { describeCounts, storePlace } from "./store-place.ts";
import { beginReplacement, fillReplacement } from "./replace-file.ts";
import { type ExitCode, type Terminal, UsageError } from "./terminal.ts";

/** For nobody else to read, as the store. */
const PRIVATE = 0o600;

/** Writes a backup, and the file's name only when it is whole. */
export async function backup(file: string, config: Config, terminal: Terminal): Promise<ExitCode> {
  const target = await beginReplacement(file, terminal.directory, PRIVATE);
  try {
    const counts = await fillReplacement(target, ({ write }) => backUp(storePlace(config, terminal), write));
    terminal.output.write(`${file}: ${describeCounts(counts)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof BackupError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
