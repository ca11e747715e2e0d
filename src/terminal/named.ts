import { z } from "zod";
import { codeOf } from "../article/read-file.ts";
import { UsageError } from "./terminal.ts";

/**
 * Reads a file; whatever is wrong with it is a mistake of whoever named it.
 *
 * @throws UsageError
 */
export async function named<Read>(file: string, read: () => Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    throw new UsageError(`${file}: ${explain(error)}`);
  }
}

/** In one line, whatever is missing: a file of something else misses most. */
function explain(error: unknown): string {
  // The system's own words repeat the whole path.
  const code = error instanceof Error && "syscall" in error ? codeOf(error) : "";
  if (code !== "") return code === " (ENOENT)" ? "there is no such file" : `cannot be read${code}`;
  if (!(error instanceof z.ZodError)) return oneLine(error instanceof Error ? error.message : String(error));
  const [first, ...others] = error.issues.map((issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`);
  return others.length === 0 ? `${first}` : `${first} (and ${others.length} more)`;
}

/** What is said of JSON repeats a piece of it, line breaks included. */
function oneLine(message: string): string {
  return message.replaceAll(/\s+/gu, " ");
}
