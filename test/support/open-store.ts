import { openStore } from "../../src/store/open-store.ts";
import { inMemory } from "../../src/store/sqlite/sqlite-database.ts";
import type { Store } from "../../src/store/store.ts";

/** Opens an empty store of the test's own; it needs no closing. */
export async function openTestStore(): Promise<Store> {
  return openStore({ file: inMemory });
}
