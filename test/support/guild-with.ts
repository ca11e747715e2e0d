import type { StoredRecord } from "../../src/community/change.ts";
import type { Guild } from "../../src/community/guild.ts";
import { openGuild } from "../../src/guilds/open-guild.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore } from "./open-store.ts";

/** Opens a server that has these records, in a store of its own unless one is given. */
export async function guildWith(records: readonly StoredRecord[] = [], id = "4", given?: Store): Promise<Guild> {
  const store = given ?? (await openTestStore());
  const guild = openGuild({ id, store, now: () => 1000 });
  const writes = records.map(({ kind, key, value }) => ({ kind, key, before: undefined, after: value }));
  if (writes.length > 0) {
    const plan = { kind: "change", name: "imported", subject: "", writes } as const;
    await guild.change({ change: "imported", person: "" }, () => plan);
  }
  return guild;
}
