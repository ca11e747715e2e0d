/** Why the store cannot be read or written: told to people in their language, by these names. */
export type StoreProblem =
  /** The database does not answer. */
  | "unavailable"
  /** It cannot be written to: a folder or file that is read-only. */
  | "read-only"
  /** No room on the disk. */
  | "full"
  /** Others are writing, again and again. */
  | "busy"
  /** What a server has is still being read. */
  | "opening";

/** The store cannot be used; nothing was changed. */
export class StoreError extends Error {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, cause?: unknown) {
    super(`the store is ${problem}`, { cause });
    this.name = "StoreError";
    this.problem = problem;
  }
}
