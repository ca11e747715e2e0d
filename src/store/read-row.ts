import { z } from "zod";
import { type ChangeName, changeNames, type MadeChange, type StoredRecord } from "../community/change.ts";
import { type RecordKind, recordSchemas } from "../community/records.ts";
import type { Row } from "./tables.ts";

const writes = z.array(
  z.object({
    kind: z.custom<RecordKind>((kind) => isRecordKind(kind)),
    key: z.string(),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
  }),
);

/**
 * Reads records; of a kind that a newer program brought nothing is known here, and they are left alone. A damaged one has no
 * value that any kind allows.
 */
export function readRecord({ kind, key, value }: Pick<Row<"records">, "kind" | "key" | "value">): StoredRecord[] {
  return isRecordKind(kind) ? [{ kind, key, value: parseJson(value) }] : [];
}

/** Reads a change, unless it is damaged or of a kind that a newer program brought. */
export function readChange(row: Row<"changes">): MadeChange[] {
  const { guild, id, revision, person, at, name, subject } = row;
  const read = writes.safeParse(parseJson(row.writes));
  if (!isChangeName(name) || !read.success) return [];
  const made = read.data.map(({ kind, key, before, after }) => ({ kind, key, before, after }));
  return [{ id, guild, revision, by: person, at, name, subject, writes: made }];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecordKind(kind: unknown): kind is RecordKind {
  return typeof kind === "string" && Object.hasOwn(recordSchemas, kind);
}

function isChangeName(name: string): name is ChangeName {
  return changeNames.some((known) => known === name);
}
