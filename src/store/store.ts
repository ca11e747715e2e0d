import type { Claims } from "./claims.ts";
import type { Jobs } from "./jobs.ts";
import type { Change, ChangeOutcome, MadeChange, StoredRecord } from "../community/change.ts";

export interface StoredGuild {
  readonly id: string;
  readonly revision: number;
  /** When the bot was removed from it, in milliseconds since 1970; absent while it is there. */
  readonly left?: number | undefined;
}

/** Hears what becomes of servers elsewhere. */
export interface StoreListener {
  /** Another process made this state of a server, 0 where it forgot all about it. */
  readonly changed: (guild: string, revision: number) => void;
  /** Somebody wishes a work called off. */
  readonly stopped?: (guild: string, work: string) => void;
  /** Every change is heard of from now on, and some before may have been missed. */
  readonly begin: () => void;
  /** No change is heard of until `begin` is called again. */
  readonly lose: (error: unknown) => void;
}

export interface DueQuery {
  /** In milliseconds since 1970, as all times here. */
  readonly now: number;
  /** Servers that were left by then are due too. */
  readonly leftBy: number;
  readonly after?: string | undefined;
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
  /** The numbers of several servers' states; of those that nothing is kept about there is none. */
  revisions(guilds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Begins to tell what other processes change, until the store is closed. */
  watch(listener: StoreListener): void;
  /** A server's state and its number, as of one moment. */
  read(guild: string): Promise<{ readonly revision: number; readonly records: readonly StoredRecord[] }>;
  /** Makes a change, unless the state is another by now or the change was made before. */
  change(change: Change): Promise<ChangeOutcome>;
  /** A server's changes, newest first; those whose `writes` are empty have been forgotten and cannot be undone. */
  changes(guild: string, limit: number): Promise<readonly MadeChange[]>;
  findChange(guild: string, id: string): Promise<MadeChange | undefined>;
  /** Bytes that one of the server's own changes brought; those of other servers, or damaged ones, are not given. */
  readContent(guild: string, sha256: string): Promise<Uint8Array | undefined>;
  /** Servers that something is kept about, by their ids, so many at once that memory holds them; `after` goes on behind one of them. */
  guilds(after?: string): Promise<readonly StoredGuild[]>;
  /** The same of those that were changed since they were tended, in which something is due by now, or that were left long enough ago. */
  dueGuilds(due: DueQuery): Promise<readonly StoredGuild[]>;
  /** Notes that nothing is due in a state of a server before another moment; absent means that nothing is at all. */
  noteTended(guild: string, tended: { readonly revision: number; readonly due: number | undefined }): Promise<void>;
  /** Notes that the bot was removed from a server, or is there again; of unknown servers nothing is noted. */
  markLeft(guild: string, at: number | undefined): Promise<void>;
  /** Forgets all about a server. */
  forgetGuild(guild: string): Promise<void>;
  /** Empties the `by` of a person's changes; their id in records is the caller's to change. */
  forgetPerson(guild: string, person: string): Promise<void>;
  /**
   * Takes the `writes` out of changes that are older, which then cannot be undone, and contents that no record and no
   * change's `writes` names any more.
   *
   * @returns when the oldest change was made that can still be undone.
   */
  sweep(guild: string, olderThan: number): Promise<number | undefined>;
  /** Those to a server of databases; absent where there is none. */
  readonly connections?: (() => Connections) | undefined;
  /** What one process alone does. */
  readonly jobs: Jobs;
  /** Absent where each process goes by what it knows itself. */
  readonly claims?: Claims | undefined;
  close(): Promise<void>;
}

/** How many connections there are, and who waits for one. */
export interface Connections {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}
