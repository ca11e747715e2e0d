import type { Write } from "../community/change.ts";
import { type GuildState, readGuildState } from "../community/guild-state.ts";
import type { RecordKind } from "../community/records.ts";

/**
 * Gives the state that writes lead to; kinds that nothing is written of stay the same maps.
 *
 * @throws Error naming a record that is not as it should be: nothing like it may be stored.
 */
export function applyWrites(state: GuildState, writes: readonly Write[], revision: number): GuildState {
  const written = readGuildState(
    revision,
    writes.flatMap(({ kind, key, after }) => (after === undefined ? [] : [{ kind, key, value: after }])),
  );
  const gone = writes.filter(({ after }) => after === undefined);
  const touched = new Set(writes.map(({ kind }) => kind));
  const merge = <Value>(
    kind: RecordKind,
    old: ReadonlyMap<string, Value>,
    changed: ReadonlyMap<string, Value>,
  ): ReadonlyMap<string, Value> => {
    if (!touched.has(kind)) return old;
    const merged = new Map([...old, ...changed]);
    for (const write of gone) if (write.kind === kind) merged.delete(write.key);
    return new Map([...merged].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  };
  return {
    revision,
    article: merge("article", state.article, written.article),
    draft: merge("draft", state.draft, written.draft),
    taught: merge("taught", state.taught, written.taught),
    words: merge("words", state.words, written.words),
    scope: merge("scope", state.scope, written.scope),
    settings: merge("settings", state.settings, written.settings),
    gap: merge("gap", state.gap, written.gap),
    routine: merge("routine", state.routine, written.routine),
    unread: state.unread?.filter((name) => !writes.some(({ kind, key }) => name === `${kind} ${key}`)),
  };
}
