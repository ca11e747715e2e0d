import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { BackupError, type BackupLine, backupLine, FORMAT, firstLine } from "./backup-line.ts";

/**
 * Reads a backup line by line, and at its end whether it is whole.
 *
 * @throws BackupError
 */
export async function* readBackup(file: string): AsyncGenerator<BackupLine> {
  const hash = createHash("sha256");
  let lines = 0;
  let isWhole = false;
  for await (const text of linesOf(file)) {
    if (isWhole) throw new BackupError("more stands behind its end");
    const line = lines === 0 ? readFirst(text) : readLine(text, lines + 1);
    if (line && "end" in line) {
      isWhole = line.end.lines === lines && line.end.sha256 === hash.digest("hex");
      if (!isWhole) throw new BackupError("was altered: it is not what was written");
      continue;
    }
    hash.update(`${text}\n`);
    lines += 1;
    if (line) yield line;
  }
  if (!isWhole) throw new BackupError(lines === 0 ? "is no backup of this program" : "was cut off: its end is missing");
}

async function* linesOf(file: string): AsyncGenerator<string> {
  // Errors come out of the last one, where the lines are read.
  const bytes = pipeline(createReadStream(file), createGunzip(), () => {});
  try {
    yield* createInterface({ input: bytes, crlfDelay: Infinity });
    if (bytes.errored) throw bytes.errored;
  } catch (error) {
    throw explain(bytes.errored ?? error);
  }
}

function explain(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new BackupError("is not there");
  if (code === "EISDIR") return new BackupError("is a folder");
  if (/^E[A-Z]+$/u.test(code)) return new BackupError(`cannot be read (${code})`);
  if (code === "Z_BUF_ERROR") return new BackupError("was cut off: its end is missing");
  if (code.startsWith("Z_")) return new BackupError("is no backup of this program, or was altered");
  return error;
}

/** Nothing to keep; tells what the other lines are. */
function readFirst(text: string): undefined {
  const first = firstLine.safeParse(parse(text));
  if (!first.success) throw new BackupError("is no backup of this program");
  if (first.data.format <= FORMAT) return undefined;
  throw new BackupError(
    `was made by a newer version of this program (format ${first.data.format}; this one knows ${FORMAT}): restore it with that one`,
  );
}

function readLine(text: string, at: number): BackupLine {
  const line = backupLine.safeParse(parse(text));
  if (line.success) return line.data;
  throw new BackupError(`was altered: line ${at} is none that was written`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
