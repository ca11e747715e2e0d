import { isDeepStrictEqual } from "node:util";
import type { StoredRecord } from "../community/change.ts";
import { type GuildState, readGuildState } from "../community/guild-state.ts";
import { recordSchemas } from "../community/records.ts";

interface Read {
  readonly revision: number;
  readonly records: readonly StoredRecord[];
}

/**
 * Reads a server's records, without those that cannot be read. What is as in an earlier state is the same there and here, so that
 * what was made of it can be kept.
 */
export function readState({ revision, records }: Read, earlier: GuildState): GuildState {
  const unread = records.filter(({ kind, value }) => !recordSchemas[kind].safeParse(value).success);
  const state = readGuildState(
    revision,
    records.filter((record) => !unread.includes(record)),
  );
  return {
    revision,
    article: keepSame(earlier.article, state.article),
    draft: keepSame(earlier.draft, state.draft),
    taught: keepSame(earlier.taught, state.taught),
    words: keepSame(earlier.words, state.words),
    scope: keepSame(earlier.scope, state.scope),
    settings: keepSame(earlier.settings, state.settings),
    gap: keepSame(earlier.gap, state.gap),
    routine: keepSame(earlier.routine, state.routine),
    unread: unread.length > 0 ? unread.map(({ kind, key }) => `${kind} ${key}`).toSorted() : undefined,
  };
}

function keepSame<Value>(earlier: ReadonlyMap<string, Value>, now: ReadonlyMap<string, Value>): typeof now {
  const kept = new Map(
    [...now].map(([key, value]) => {
      const before = earlier.get(key);
      return [key, before !== undefined && isDeepStrictEqual(before, value) ? before : value];
    }),
  );
  const isSame = kept.size === earlier.size && [...kept].every(([key, value]) => earlier.get(key) === value);
  return isSame ? earlier : kept;
}
