import type { Kysely, Transaction } from "kysely";
import type { JobKind } from "./jobs.ts";

/** The tables as the newest migration leaves them. */
export interface Tables {
  readonly layout: LayoutTable;
  readonly guilds: GuildsTable;
  readonly records: RecordsTable;
  readonly changes: ChangesTable;
  readonly files: FilesTable;
  readonly jobs: JobsTable;
}

/** One row: which migration was the last. */
interface LayoutTable {
  readonly version: number;
}

interface GuildsTable {
  readonly id: string;
  readonly revision: number;
  /** In milliseconds since 1970; null while the bot is there. */
  readonly left_at: number | null;
  /** The revision that was looked after last, and when the next thing is due in it; null where there is none. */
  readonly tended: number | null;
  readonly due: number | null;
}

interface RecordsTable {
  readonly guild: string;
  readonly kind: string;
  readonly key: string;
  /** JSON. */
  readonly value: string;
}

interface ChangesTable {
  readonly guild: string;
  readonly id: string;
  readonly revision: number;
  readonly person: string;
  readonly at: number;
  readonly name: string;
  readonly subject: string;
  /** JSON, `[]` where they have been forgotten. */
  readonly writes: string;
}

/** What a server's changes brought. */
interface FilesTable {
  readonly guild: string;
  readonly sha256: string;
  /** How `bytes` holds them. */
  readonly packing: string;
  readonly bytes: Uint8Array;
}

/** What one process alone does. */
interface JobsTable {
  readonly guild: string;
  readonly kind: JobKind;
  readonly id: string;
  /** A process. */
  readonly holder: string;
  /** In milliseconds since 1970: others may take it from then on. */
  readonly until: number;
  readonly attempts: number;
  /** 1 where somebody wishes it called off. */
  readonly stopped: number;
  readonly data: string;
}

export type Connected = Kysely<Tables>;
export type Writing = Transaction<Tables>;
export type Row<Name extends keyof Tables> = Tables[Name];
