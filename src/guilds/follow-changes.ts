import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";

/** A server in memory. */
export interface Followed {
  readonly id: string;
  /** Of the state that questions are answered from; 0 where nothing is known or kept. */
  readonly revision: number;
  /** Opens the newest state in the background, where it is another one than this. */
  renew(revision: number): void;
}

export interface FollowOptions {
  readonly store: Pick<Store, "watch" | "revisions">;
  readonly find: (guild: string) => Followed | undefined;
  readonly all: () => readonly Followed[];
  readonly log: Pick<Log, "info" | "warn">;
}

export interface Following {
  /** Whether each change elsewhere is heard of; where it is not, somebody has to look. */
  readonly isFollowing: boolean;
}

/** In milliseconds: where the states could not be compared they are again after so long. */
const AGAIN = 1000;

/** Follows what other processes change in the servers that are in memory. */
export function followChanges({ store, find, all, log }: FollowOptions): Following {
  let [isHearing, isCaughtUp, wasLost] = [false, false, false];
  let comparing: Promise<void> | undefined;

  /** What was changed while nobody heard it, in one query. */
  async function compare(): Promise<void> {
    for (;;) {
      if (!isHearing || isCaughtUp) return;
      isCaughtUp = true;
      const followed = all();
      try {
        const revisions = await store.revisions(followed.map(({ id }) => id));
        for (const each of followed) each.renew(revisions.get(each.id) ?? 0);
      } catch {
        isCaughtUp = false;
        await pause(AGAIN);
      }
    }
  }

  store.watch({
    changed: (guild, revision) => find(guild)?.renew(revision),
    begin() {
      if (wasLost) log.info("changes heard again");
      [isHearing, isCaughtUp, wasLost] = [true, false, false];
      comparing ??= compare().finally(() => (comparing = undefined));
    },
    lose(error) {
      if (!wasLost) log.warn("changes not heard", { error, instead: "looked for once a second" });
      [isHearing, isCaughtUp, wasLost] = [false, false, true];
    },
  });
  return {
    get isFollowing() {
      return isHearing && isCaughtUp && comparing === undefined;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, milliseconds).unref();
  return promise;
}
