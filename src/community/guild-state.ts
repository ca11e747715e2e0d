import { z } from "zod";
import type { StoredRecord, Write } from "./change.ts";
import {
  type ArticleRecord,
  type DraftRecord,
  type GapRecord,
  type RecordKind,
  recordSchemas,
  type RoutineRecord,
  type ScopeRecord,
  type SettingsRecord,
  type TaughtRecord,
  type WordsRecord,
} from "./records.ts";

/** All that is kept about one server, by kind and key. */
export interface GuildState {
  /** Counts the changes; 0 where nothing is kept. */
  readonly revision: number;
  readonly article: ReadonlyMap<string, ArticleRecord>;
  readonly draft: ReadonlyMap<string, DraftRecord>;
  readonly taught: ReadonlyMap<string, TaughtRecord>;
  readonly words: ReadonlyMap<string, WordsRecord>;
  readonly scope: ReadonlyMap<string, ScopeRecord>;
  readonly settings: ReadonlyMap<string, SettingsRecord>;
  readonly gap: ReadonlyMap<string, GapRecord>;
  readonly routine: ReadonlyMap<string, RoutineRecord>;
  /** Records that are damaged or of another form, such as `article rules`: all else goes on without them. */
  readonly unread?: readonly string[] | undefined;
}

export const emptyState: GuildState = {
  revision: 0,
  article: new Map(),
  draft: new Map(),
  taught: new Map(),
  words: new Map(),
  scope: new Map(),
  settings: new Map(),
  gap: new Map(),
  routine: new Map(),
};

/**
 * Reads a server's records, in the order of their keys.
 *
 * @param skip hears of every record that is not as it should be, which is left out then.
 *
 * @throws Error naming the first such record where nobody hears of it.
 */
export function readGuildState(
  revision: number,
  records: readonly StoredRecord[],
  skip?: (record: StoredRecord) => void,
): GuildState {
  const sorted = records.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const all = <Schema extends z.ZodType>(kind: RecordKind, schema: Schema): ReadonlyMap<string, z.output<Schema>> => {
    const own = sorted.filter((record) => record.kind === kind);
    return new Map(
      own.flatMap((record) => readRecord(record, schema, skip).map((value) => [record.key, value] as const)),
    );
  };
  return {
    revision,
    article: all("article", recordSchemas.article),
    draft: all("draft", recordSchemas.draft),
    taught: all("taught", recordSchemas.taught),
    words: all("words", recordSchemas.words),
    scope: all("scope", recordSchemas.scope),
    settings: all("settings", recordSchemas.settings),
    gap: all("gap", recordSchemas.gap),
    routine: all("routine", recordSchemas.routine),
  };
}

/** Gives nothing where the record is left out. */
function readRecord<Schema extends z.ZodType>(
  record: StoredRecord,
  schema: Schema,
  skip: ((record: StoredRecord) => void) | undefined,
): z.output<Schema>[] {
  const read = schema.safeParse(record.value);
  if (read.success) return [read.data];
  if (!skip) throw new Error(`record ${record.kind} "${record.key}": ${z.prettifyError(read.error)}`);
  skip(record);
  return [];
}

/** Writes a record, in place of the one that a state has; nothing takes it away. */
export function writeRecord<Kind extends RecordKind>(
  state: GuildState,
  kind: Kind,
  record: { readonly key: string; readonly value: z.output<(typeof recordSchemas)[Kind]> | undefined },
): Write {
  return { kind, key: record.key, before: state[kind].get(record.key), after: record.value };
}
