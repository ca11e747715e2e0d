import type { Environment } from "../config.ts";

/** What a terminal command is given to work with. */
export interface Terminal {
  readonly environment: Environment;
  /** Where `.env` is looked for and relative paths begin. */
  readonly directory: string;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
  /** Milliseconds from any beginning. */
  readonly now: () => number;
}

/** 0: done or answered; 1: declined, a figure below its floor, or a store that cannot be used; 2: wrong use or bad input; 3: unsure. */
export type ExitCode = 0 | 1 | 2 | 3;

/** A mistake of whoever typed the command: its message is shown as it is. */
export class UsageError extends Error {}
