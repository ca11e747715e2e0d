import { StoreError } from "../community/store-error.ts";
import type { JobKind, JobStep, Observe, StoreOperation, StoreResult } from "../observer.ts";
import type { Claims } from "./claims.ts";
import type { Jobs } from "./jobs.ts";
import type { Store } from "./store.ts";

/** Whether a store answers, as far as it was asked. */
export interface StoreHealth {
  /** Whether it did not answer when it was last asked. While it does not, it is asked in the background, so that this changes by itself. */
  isAway(): boolean;
  /** Whether what other processes change is told, rather than looked for. */
  isWatched(): boolean;
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

  const jobs = observe ? tellingJobs(store.jobs, observe) : store.jobs;
  const watching = noteWatching(store);
  const observed: Store = {
    ...tellingStore(store, told),
    jobs,
    claims: store.claims && tellingClaims(store.claims, told),
    watch: watching.watch,
  };

  return {
    store: observed,
    health: {
      isWatched: () => watching.isWatched(),
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

/** Notes whether changes are heard of, whoever watches. */
function noteWatching(store: Store): Pick<Store, "watch"> & Pick<StoreHealth, "isWatched"> {
  let isWatched = false;
  return {
    isWatched: () => isWatched,
    watch: (listener) =>
      store.watch({
        ...listener,
        begin() {
          isWatched = true;
          listener.begin();
        },
        lose(error) {
          isWatched = false;
          listener.lose(error);
        },
      }),
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
    revisions: (guilds) => told("revisions", store.revisions(guilds)),
    guilds: (after) => told("guilds", store.guilds(after)),
    dueGuilds: (due) => told("dueGuilds", store.dueGuilds(due)),
    noteTended: (guild, tended) => told("noteTended", store.noteTended(guild, tended)),
    markLeft: (guild, at) => told("markLeft", store.markLeft(guild, at)),
    forgetGuild: (guild) => told("forgetGuild", store.forgetGuild(guild)),
    forgetPerson: (guild, person) => told("forgetPerson", store.forgetPerson(guild, person)),
    sweep: (guild, olderThan) => told("sweep", store.sweep(guild, olderThan)),
  };
}

function tellingClaims(claims: Claims, told: Told): Claims {
  return {
    get isNeeded() {
      return claims.isNeeded;
    },
    claim: (claim) => told("claim", claims.claim(claim)),
    release: (guild, asker) => claims.release(guild, asker),
    sweep: () => claims.sweep(),
  };
}

function tellingJobs(jobs: Jobs, observe: Observe): Jobs {
  const tell = (of: JobKind, step: JobStep) => observe({ kind: "job", of, step });
  return {
    ...jobs,
    async take(job, term) {
      const taken = await jobs.take(job, term);
      tell(job.kind, taken ? "taken" : "elsewhere");
      return taken;
    },
    async takeOver(kind, term) {
      const taken = await jobs.takeOver(kind, term);
      if (taken) tell(kind, "taken over");
      return taken;
    },
    async renew(job, until) {
      const renewed = await jobs.renew(job, until);
      if (renewed === "lost") tell(job.kind, "lost");
      return renewed;
    },
    async finish(job, rest) {
      await jobs.finish(job, rest);
      tell(job.kind, "finished");
    },
  };
}
