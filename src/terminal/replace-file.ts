import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { UsageError } from "./terminal.ts";

/** A file that is being written beside the one whose place it takes when it is whole. */
export interface Replacement {
  /** @throws UsageError where there is no room for it. */
  readonly write: (text: string | Uint8Array) => Promise<void>;
  /** Puts it in its place. */
  readonly finish: () => Promise<void>;
  /** Leaves what was there as it was. */
  readonly abandon: () => Promise<void>;
}

/**
 * Begins a file: whoever is killed or finds the disk full leaves the old one, or none, and never half a one under its name.
 *
 * What is no file, such as `/dev/stdout`, is written into, and so is a file in a folder where no other can be made.
 *
 * @param place as errors show it.
 * @param mode of a file that was not there before.
 *
 * @throws UsageError where it cannot be written.
 */
export async function beginReplacement(place: string, directory: string, mode?: number): Promise<Replacement> {
  const target = path.resolve(directory, place);
  const file = await realpath(target).catch(() => target);
  const partial = partialOf(file);
  const explain = (error: unknown): never => {
    throw new UsageError(`${place}: cannot be written${codeOf(error)}`, { cause: error });
  };
  const facts = await stat(file).catch(() => undefined);
  const isFile = facts === undefined || facts.isFile();
  const beside = isFile ? await open(partial, "w", facts?.mode ?? mode).catch(() => undefined) : undefined;
  const handle = beside ?? (await open(file, "w").catch(explain));
  return {
    write: async (text) => handle.appendFile(text).catch(explain),
    async finish() {
      if (!beside) return handle.close();
      await settle(handle).catch(explain);
      await rename(partial, file).catch(explain);
    },
    async abandon() {
      await handle.close();
      if (beside) await rm(partial, { force: true });
    },
  };
}

/** Where a file stands while it is written. */
export function partialOf(file: string): string {
  return `${file}.partial`;
}

/** Replaces a file at once. */
export async function replaceFile(place: string, directory: string, content: string | Uint8Array): Promise<void> {
  await fillReplacement(await beginReplacement(place, directory), ({ write }) => write(content));
}

/** Finishes a replacement when it is filled, and abandons it where that fails. */
export async function fillReplacement<Result>(
  replacement: Replacement,
  fill: (replacement: Replacement) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await fill(replacement);
    await replacement.finish();
    return result;
  } catch (error) {
    await replacement.abandon().catch(() => {});
    throw error;
  }
}

/** On the disk and not on its way there, so that the name never stands for less. */
async function settle(handle: FileHandle): Promise<void> {
  await handle.sync();
  await handle.close();
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
}
