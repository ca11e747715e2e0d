import path from "node:path";
import type { Config } from "../config.ts";
import { BackupError } from "../store/backup/backup-line.ts";
import { restore } from "../store/open-store.ts";
import { describeCounts, storePlace } from "./store-place.ts";
import { type ExitCode, type Terminal, UsageError } from "./terminal.ts";

interface Surroundings {
  readonly config: Config;
  readonly terminal: Terminal;
}

/** Puts a backup into the store of the settings. */
export async function restoreFrom(
  file: string,
  options: { readonly replace?: boolean },
  { config, terminal }: Surroundings,
): Promise<ExitCode> {
  const from = { file: path.resolve(terminal.directory, file), isReplacing: options.replace === true };
  try {
    const counts = await restore(storePlace(config, terminal), from);
    terminal.output.write(`restored from ${file}: ${describeCounts(counts)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof BackupError) throw new UsageError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}
