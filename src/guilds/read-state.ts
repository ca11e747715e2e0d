import { isDeepStrictEqual } from "node:util";
import type { StoredRecord } from "../community/change.ts";
import { type GuildState, readGuildState } from "../community/guild-state.ts";
import type { RecordKind } from "../community/records.ts";

interface Read {
  readonly revision: number;
  readonly records: readonly StoredRecord[];
}

/**
 * Reads a server's records, without those that cannot be read. What is as in an earlier state is the same there and here, so that
 * what was made of it can be kept.
 */
export function readState({ revision, records }: Read, earlier: GuildState): GuildState {
  const isKept = ({ kind, key, value }: StoredRecord) => isDeepStrictEqual(earlier[kind].get(key), value);
  const changed = records.filter((record) => !isKept(record));
  const unread = new Set<StoredRecord>();
  const written = readGuildState(revision, changed, (record) => void unread.add(record));
  const keys = Map.groupBy(
    records.filter((record) => !unread.has(record)),
    ({ kind }) => kind,
  );
  const join = <Value>(kind: RecordKind, old: ReadonlyMap<string, Value>, now: ReadonlyMap<string, Value>) => {
    const there = keys.get(kind) ?? [];
    if (now.size === 0 && there.length === old.size) return old;
    const sorted = there.map(({ key }) => key).toSorted();
    return new Map(
      sorted.flatMap((key) => {
        const value = now.get(key) ?? old.get(key);
        return value === undefined ? [] : [[key, value] as const];
      }),
    );
  };
  return {
    revision,
    article: join("article", earlier.article, written.article),
    draft: join("draft", earlier.draft, written.draft),
    taught: join("taught", earlier.taught, written.taught),
    words: join("words", earlier.words, written.words),
    scope: join("scope", earlier.scope, written.scope),
    settings: join("settings", earlier.settings, written.settings),
    gap: join("gap", earlier.gap, written.gap),
    routine: join("routine", earlier.routine, written.routine),
    unread: unread.size > 0 ? [...unread].map(({ kind, key }) => `${kind} ${key}`).toSorted() : undefined,
  };
}
