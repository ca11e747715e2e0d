import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { ArticleError } from "./article-error.ts";
import { tooLarge } from "./decode-text.ts";

/**
 * Reads a whole file that may be written, replaced or taken away meanwhile; never more than so many bytes.
 *
 * @throws ArticleError when it cannot be read, is too large, no file, or was changed while it was read.
 */
export async function readFile(file: string, maximumBytes: number): Promise<Buffer> {
  const handle = await openOrExplain(file);
  try {
    return await readWhole(file, handle, maximumBytes);
  } finally {
    await handle.close();
  }
}

/** The same, or `undefined` where there is no such file. */
export async function readFileIfThere(file: string, maximumBytes: number): Promise<Buffer | undefined> {
  return readFile(file, maximumBytes).catch((error: unknown) => {
    if (error instanceof ArticleError && codeOf(error.cause) === " (ENOENT)") return undefined;
    throw error;
  });
}

/** A system's code as errors show it, such as ` (EACCES)`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
}

/** A pipe would be waited for until somebody writes into it. */
async function openOrExplain(file: string): Promise<FileHandle> {
  return open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => explain(file, error));
}

async function readWhole(file: string, handle: FileHandle, maximumBytes: number): Promise<Buffer> {
  const before = await handle.stat();
  if (before.isDirectory()) throw new ArticleError(file, "cannot be read (EISDIR)");
  if (!before.isFile()) throw new ArticleError(file, "is no file");
  if (before.size > maximumBytes) throw new ArticleError(file, tooLarge(before.size, maximumBytes));
  // One more, so that what was added shows.
  const bytes = Buffer.alloc(before.size + 1);
  const length = await fill(bytes, handle).catch((error: unknown) => explain(file, error));
  const after = await handle.stat();
  if (length !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    throw new ArticleError(file, "was changed while it was read; start again once it is written");
  }
  return bytes.subarray(0, length);
}

async function fill(bytes: Buffer, handle: FileHandle): Promise<number> {
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

function explain(file: string, error: unknown): never {
  throw new ArticleError(file, `cannot be read${codeOf(error)}`, { cause: error });
}
