import { StoreError } from "../community/store-error.ts";
import type { Observe, StoreOperation, StoreResult } from "../observer.ts";
import type { Store } from "./store.ts";

/** Whether a store answers, as far as it was asked. */
export interface StoreHealth {
  /** Whether it did not answer when it was last asked. While it does not, it is asked in the background, so that this changes by itself. */
  isAway(): boolean;
}

/** In milliseconds: a store that is away is asked no more often. */
const LOOK_AFTER = 1000;

/** A store that tells what is done with it, how that ended and how long it took; and whether it answers. */
export function observeStore(store: Store, observe?: Observe): { readonly store: Store; readonly health: StoreHealth } {
  let isAway: boolean | undefined;
  let looked = -Infinity;

  async function told<Result>(operation: StoreOperation, work: Promise<Result>): Promise<Result> {
    const since = performance.now();
    const end = (result: StoreResult) => {
      isAway = result === "unavailable";
      observe?.({ kind: "stored", operation, result, seconds: (performance.now() - since) / 1000 });
    };
    try {
      const result = await work;
      end("ok");
      return result;
    } catch (error) {
      end(error instanceof StoreError ? error.problem : "fault");
      throw error;
    }
  }

  const observed = tellingStore(store, told);

  return {
    store: observed,
    health: {
      isAway() {
        if (isAway !== false && performance.now() - looked > LOOK_AFTER) {
          looked = performance.now();
          // No server has this id; to look for it takes one row of an index.
          observed.revision("0").catch(() => {});
        }
        return isAway === true;
      },
    },
  };
}

type Told = <Result>(operation: StoreOperation, work: Promise<Result>) => Promise<Result>;

function tellingStore(store: Store, told: Told): Store {
  return {
    ...store,
    revision: (guild) => told("revision", store.revision(guild)),
    read: (guild) => told("read", store.read(guild)),
    change: (change) => told("change", store.change(change)),
    changes: (guild, limit) => told("changes", store.changes(guild, limit)),
    findChange: (guild, id) => told("findChange", store.findChange(guild, id)),
    readContent: (guild, sha256) => told("readContent", store.readContent(guild, sha256)),
    guilds: () => told("guilds", store.guilds()),
    markLeft: (guild, at) => told("markLeft", store.markLeft(guild, at)),
    forgetGuild: (guild) => told("forgetGuild", store.forgetGuild(guild)),
    forgetPerson: (guild, person) => told("forgetPerson", store.forgetPerson(guild, person)),
    sweep: (guild, olderThan) => told("sweep", store.sweep(guild, olderThan)),
  };
}
