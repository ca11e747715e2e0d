import type { Connected } from "../tables.ts";

/** A step from one layout of the tables to the next. Once it is released it is never edited: the next step is another file. */
export interface Migration {
  readonly name: string;
  /**
   * What takes long, done while older programs go on writing, in transactions of its own; it goes on where it was interrupted.
   *
   * It is not run for a place that is new, nor for any but the first of several steps: `up` does what it did not do.
   */
  readonly ahead?: ((db: Connected, types: ColumnTypes) => Promise<void>) | undefined;
  /** @param types what the databases call differently. */
  readonly up: (db: Connected, types: ColumnTypes) => Promise<void>;
  /** Takes away what only programs of the layout before need, once none is running any more. */
  readonly settle?: ((db: Connected, types: ColumnTypes) => Promise<void>) | undefined;
}

export interface ColumnTypes {
  readonly bytes: "blob" | "bytea";
  /** Into so many parts a table is split by server; 0 where it stays whole. */
  readonly partitions: number;
}
