import { UnusableIndex } from "../unusable-index.ts";

/** SQLite's primary result codes, sqlite.org/rescode.html. */
const codes = {
  perm: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notDatabase: 26,
};

/** Thrown where a file is not as it was written. */
export class DamagedIndex extends Error {}

/** Whether a file is to be made anew. */
export function isDamaged(error: unknown): boolean {
  const code = codeOf(error);
  return error instanceof DamagedIndex || code === codes.corrupt || code === codes.notDatabase || isMissingTable(error);
}

/** Whether it may be read where it could not be opened to write. */
export function isUnwritable(error: unknown): boolean {
  const code = codeOf(error);
  return code === codes.readOnly || code === codes.cannotOpen || code === codes.perm || isSystemError(error);
}

/** Tells in one line what keeps an index from being used; other faults stay what they are. */
export function explainIndexError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof UnusableIndex) return error;
  const explain = (problem: string, isBroken = false): UnusableIndex =>
    new UnusableIndex(`${file} ${problem} (${error.message})`, { cause: error, isDamaged: isBroken });
  const code = codeOf(error);
  if (code === codes.full || isSystemError(error, "ENOSPC", "EDQUOT")) return explain("has no room left on its disk");
  if (code === codes.busy || code === codes.locked) return explain("is being written by another process; try again");
  if (isUnwritable(error)) return explain("cannot be written; YUANWEN_INDEXES names another folder");
  if (code === codes.io) return explain("cannot be read or written");
  return isDamaged(error) ? explain("is damaged; delete it, and it is made again at the next start", true) : error;
}

function codeOf(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : undefined;
}

/** A file with our mark and without our tables. */
function isMissingTable(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && /^no such (?:table|column)/u.test(error.message);
}

/** What making a folder or a file may meet. */
function isSystemError(error: unknown, ...which: readonly string[]): boolean {
  const known = which.length > 0 ? which : ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT"];
  return error instanceof Error && "code" in error && known.includes(String(error.code));
}
