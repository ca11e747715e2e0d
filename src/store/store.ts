import type { Change, ChangeOutcome, MadeChange, StoredRecord } from "../community/change.ts";

export interface StoredGuild {
  readonly id: string;
  readonly revision: number;
  /** When the bot was removed from it, in milliseconds since 1970; absent while it is there. */
  readonly left?: number | undefined;
}

/**
 * What servers bring, teach and set, kept for good.
 *
 * A change is there wholly once `change` has resolved, whatever happens to the process then, and not at all otherwise. Every
 * function throws StoreError where the store cannot be used.
 */
export interface Store {
  /** The number of a server's state, each another one and never the same again; 0 where nothing is kept. */
  revision(guild: string): Promise<number>;
  /** A server's state and its number, as of one moment. */
  read(guild: string): Promise<{ readonly revision: number; readonly records: readonly StoredRecord[] }>;
  /** Makes a change, unless the state is another by now or the change was made before. */
  change(change: Change): Promise<ChangeOutcome>;
  /** A server's changes, newest first; those whose `writes` are empty have been forgotten and cannot be undone. */
  changes(guild: string, limit: number): Promise<readonly MadeChange[]>;
  findChange(guild: string, id: string): Promise<MadeChange | undefined>;
  /** Bytes that one of the server's own changes brought; those of other servers, or damaged ones, are not given. */
  readContent(guild: string, sha256: string): Promise<Uint8Array | undefined>;
  /** Every server that something is kept about. */
  guilds(): Promise<readonly StoredGuild[]>;
  /** Notes that the bot was removed from a server, or is there again; of unknown servers nothing is noted. */
  markLeft(guild: string, at: number | undefined): Promise<void>;
  /** Forgets all about a server. */
  forgetGuild(guild: string): Promise<void>;
  /** Empties the `by` of a person's changes; their id in records is the caller's to change. */
  forgetPerson(guild: string, person: string): Promise<void>;
  /**
   * Takes the `writes` out of changes that are older, which then cannot be undone, and contents that no record and no
   * change's `writes` names any more.
   */
  sweep(guild: string, olderThan: number): Promise<void>;
  /** Those to a server of databases; absent where there is none. */
  readonly connections?: (() => Connections) | undefined;
  close(): Promise<void>;
}

/** How many connections there are, and who waits for one. */
export interface Connections {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}
