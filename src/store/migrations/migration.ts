import type { Connected } from "../tables.ts";

/** A step from one layout of the tables to the next. Once it is released it is never edited: the next step is another file. */
export interface Migration {
  readonly name: string;
  /** @param types what the databases call differently. */
  readonly up: (db: Connected, types: ColumnTypes) => Promise<void>;
}

export interface ColumnTypes {
  readonly bytes: "blob" | "bytea";
}
