import type { RecordKind } from "./records.ts";

/** A record as the store has it; its value is parsed by whoever reads it. */
export interface StoredRecord {
  readonly kind: RecordKind;
  readonly key: string;
  readonly value: unknown;
}

/** What a record is before and after a change; absent where there is none. */
export interface Write {
  readonly kind: RecordKind;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Bytes that are kept once, however many servers have them. */
export interface Content {
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Kinds of changes, as the trail names them. */
export const changeNames = [
  "article-drafted",
  "draft-dropped",
  "article-published",
  "article-replaced",
  "article-rolled-back",
  "article-removed",
  "article-renamed",
  "scope-set",
  "words-added",
  "words-removed",
  "taught",
  "taught-removed",
  "settings-set",
  "gap-sent",
  "gap-taken-back",
  "gap-settled",
  "routine-done",
  "person-forgotten",
  "imported",
  "undone",
] as const;
export type ChangeName = (typeof changeNames)[number];

/** What is to be changed in one server: all of it or nothing. */
export interface Change {
  /** Of the interaction that asked for it: a change is made once, however often it is asked for. */
  readonly id: string;
  readonly guild: string;
  /** The state that it was worked out from; another one by now makes a conflict. */
  readonly revision: number;
  /** Discord's id of whoever asked for it; empty at the terminal. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: ChangeName;
  /** What it was about, for people: an article's id, a question; at most 200 characters. */
  readonly subject: string;
  readonly writes: readonly Write[];
  readonly contents: readonly Content[];
}

/** A change as the trail keeps it. */
export interface MadeChange extends Omit<Change, "contents" | "revision"> {
  /** The state that it made. */
  readonly revision: number;
}

export type ChangeOutcome =
  | { readonly kind: "made"; readonly revision: number }
  /** It was made before. */
  | { readonly kind: "repeated"; readonly revision: number }
  /** Something else was changed in between. */
  | { readonly kind: "conflict"; readonly revision: number };

/** What somebody who looked at a state wants changed, or why it cannot be. */
export type Plan<Refusal> =
  | ({ readonly kind: "change" } & Pick<Change, "name" | "subject" | "writes"> & {
        readonly contents?: readonly Content[] | undefined;
      })
  | { readonly kind: "refused"; readonly refusal: Refusal };
