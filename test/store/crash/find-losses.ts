import type { MadeChange, StoredRecord } from "../../../src/community/change.ts";
import { digest } from "../../../src/store/pack-content.ts";
import type { Store } from "../../../src/store/store.ts";

export interface Findings {
  /** Changes that are there. */
  readonly changes: number;
  /** What was confirmed and is not there, or what is there by halves: a line each. */
  readonly losses: readonly string[];
}

/** Looks for what was lost: every confirmed change must be there, and every change that is there must be there wholly. */
export async function findLosses(store: Store, confirmed: ReadonlyMap<string, ReadonlySet<string>>): Promise<Findings> {
  const losses: string[] = [];
  let changes = 0;
  for (const { id: guild, revision } of await store.guilds()) {
    const made = (await store.changes(guild, Number.MAX_SAFE_INTEGER)).toReversed();
    changes += made.length;
    const first = made[0]?.revision ?? 0;
    if (made.some((change, at) => change.revision !== first + at)) losses.push(`${guild}: the trail has holes`);
    if (revision !== made.at(-1)?.revision) losses.push(`${guild}: ${made.length} changes make revision ${revision}`);
    const { records } = await store.read(guild);
    if (written(records) !== written(replay(made))) losses.push(`${guild}: the records are not what the changes wrote`);
    const there = new Set(made.map(({ id }) => id));
    for (const id of confirmed.get(guild) ?? []) if (!there.has(id)) losses.push(`${guild}: ${id} is lost`);
    for (const hash of new Set(made.flatMap(hashesOf))) {
      const bytes = await store.readContent(guild, hash);
      if (!bytes || (await digest(bytes)) !== hash) losses.push(`${guild}: content ${hash} is lost`);
    }
  }
  return { changes, losses };
}

/** The records that the changes make one after another. */
function replay(changes: readonly MadeChange[]): StoredRecord[] {
  const records = new Map<string, StoredRecord>();
  for (const { kind, key, after } of changes.flatMap(({ writes }) => writes)) {
    if (after === undefined) records.delete(`${kind} ${key}`);
    else records.set(`${kind} ${key}`, { kind, key, value: after });
  }
  return [...records.values()];
}

function written(records: readonly StoredRecord[]): string {
  return records
    .map((record) => JSON.stringify([record.kind, record.key, record.value]))
    .toSorted()
    .join("\n");
}

function hashesOf({ writes }: MadeChange): string[] {
  return JSON.stringify(writes).match(/[\da-f]{64}/gu) ?? [];
}
