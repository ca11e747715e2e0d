import { isDeepStrictEqual } from "node:util";
import type { MadeChange, Plan, StoredRecord } from "../../src/community/change.ts";
import type { Author, Changed, Guild } from "../../src/community/guild.ts";
import { emptyState, type GuildState, readGuildState } from "../../src/community/guild-state.ts";

/** What a server has of its own, kept nowhere: for tests of what is done with it. Files are none. */
export function memoryGuild(given: readonly StoredRecord[] = [], id = "4"): Guild {
  const made: MadeChange[] = [];
  const records = new Map(given.map((record) => [`${record.kind} ${record.key}`, record]));
  let state = given.length === 0 ? emptyState : readGuildState(1, given);

  async function change<Refusal>(author: Author, plan: (seen: GuildState) => Plan<Refusal>): Promise<Changed<Refusal>> {
    const earlier = made.find((each) => each.id === author.change);
    if (earlier) return { kind: "made", change: earlier, state };
    const planned = plan(state);
    if (planned.kind === "refused") return planned;
    const { name, subject, writes } = planned;
    for (const { kind, key, after } of writes) {
      if (after === undefined) records.delete(`${kind} ${key}`);
      else records.set(`${kind} ${key}`, { kind, key, value: after });
    }
    state = readGuildState(state.revision + 1, [...records.values()]);
    const identity = { id: author.change, guild: id, revision: state.revision, by: author.person, at: 0 };
    const done: MadeChange = { ...identity, name, subject, writes };
    made.unshift(done);
    return { kind: "made", change: done, state };
  }

  return {
    id,
    get state() {
      return state;
    },
    fresh: async () => state,
    change,
    async undo(author, undone) {
      const found = made.find((each) => each.id === undone);
      if (!found) return { kind: "refused", refusal: "unknown" };
      const writes = found.writes.map(({ kind, key, before, after }) => ({ kind, key, before: after, after: before }));
      return change(author, (seen) =>
        writes.every(({ kind, key, before }) => isDeepStrictEqual(seen[kind].get(key), before))
          ? { kind: "change", name: "undone", subject: found.subject, writes }
          : { kind: "refused", refusal: "changed-since" },
      );
    },
    changes: async (limit) => made.slice(0, limit),
    readVersion: async () => undefined,
    readOriginal: async () => undefined,
    async forget() {
      state = emptyState;
      records.clear();
      made.length = 0;
    },
    async forgetPerson() {},
  };
}
