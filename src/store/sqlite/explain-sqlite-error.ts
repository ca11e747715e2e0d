import { StoreError, type StoreProblem } from "../../community/store-error.ts";
import { UnusableStore } from "../unusable-store.ts";

const CANNOT_OPEN = 14;
/** SQLite's primary result codes, sqlite.org/rescode.html. */
const problems: ReadonlyMap<number, StoreProblem> = new Map([
  [5, "busy"],
  [6, "busy"],
  [8, "read-only"],
  [10, "unavailable"],
  [13, "full"],
  [CANNOT_OPEN, "unavailable"],
]);
/** Extended ones that mean something else: writing beyond a quota, no room for the shared memory, a row that just went. */
const extended: ReadonlyMap<number, StoreProblem> = new Map([
  [778, "full"],
  [4874, "full"],
  [787, "busy"],
]);
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** Tells what a database's or a folder's error means; gives nothing where it is a fault of ours. */
export function explainSqliteError(error: unknown, place: string): StoreError | undefined {
  if (!(error instanceof Error)) return undefined;
  const result = "errcode" in error && typeof error.errcode === "number" ? error.errcode : undefined;
  if (result !== undefined) {
    const primary = result & 0xff;
    if (primary === NOT_A_DATABASE || primary === CORRUPT) {
      return new UnusableStore(
        `${place} is broken or no database (${error.message}): move it away or restore a backup`,
        error,
      );
    }
    const problem = extended.get(result) ?? problems.get(primary);
    return problem && new StoreError(problem, error);
  }
  const problem = "code" in error ? fileProblems.get(String(error.code)) : undefined;
  return problem && new StoreError(problem, error);
}

/** What making the folder and the file may meet, and a file that was closed since another took its place. */
const fileProblems: ReadonlyMap<string, StoreProblem> = new Map([
  ["EACCES", "read-only"],
  ["EPERM", "read-only"],
  ["EROFS", "read-only"],
  ["ENOSPC", "full"],
  ["EDQUOT", "full"],
  ["ENOTDIR", "unavailable"],
  ["EEXIST", "unavailable"],
  ["EISDIR", "unavailable"],
  ["EMFILE", "unavailable"],
  ["EIO", "unavailable"],
  ["ERR_INVALID_STATE", "busy"],
]);

/** Whether it may still be read where it could not be opened to write. */
export function mayBeReadable(error: unknown): boolean {
  const result = error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : 0;
  return result === CANNOT_OPEN || problems.get(result) === "read-only";
}
