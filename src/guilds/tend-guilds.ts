import { guildsToForget, keptSince, planDropDrafts } from "../community/due.ts";
import type { Guild } from "../community/guild.ts";
import type { Log } from "../log.ts";
import type { Store, StoredGuild } from "../store/store.ts";

export interface TendingOptions {
  readonly store: Store;
  readonly find: (guild: string) => Guild;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long what a server has is kept after the bot was removed from it; 0 means not at all. */
  readonly leftDays: number;
}

/** What has to be done for servers without anybody's asking. */
export interface Tending {
  /** The bot was removed from a server. */
  left(guild: string): Promise<void>;
  /** The bot is in a server. */
  there(guild: string): Promise<void>;
  /**
   * The bot is in just these of the servers that it would hear of: it was removed from others while it was away.
   *
   * @param isOurs tells which servers it would hear of.
   */
  known(guilds: ReadonlySet<string>, isOurs: (guild: string) => boolean): Promise<void>;
  /** Forgets what is due: servers that were left, drafts that nobody published, what can no longer be undone. */
  tend(): Promise<void>;
}

export function createTending({ store, find, log, now, leftDays }: TendingOptions): Tending {
  /** What fails is tried again the next time; nobody waits for it. */
  async function quietly(what: string, guild: string | undefined, act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      log.warn(what, { guild, error });
    }
  }

  async function forgetDue(guilds: readonly StoredGuild[]): Promise<void> {
    for (const id of guildsToForget(guilds, { now: now(), days: leftDays })) {
      await quietly("server not forgotten", id, async () => {
        await find(id).forget();
        log.info("server forgotten", { guild: id, daysAfterRemoval: leftDays });
      });
    }
  }

  async function left(id: string): Promise<void> {
    await quietly("removal not noted", id, async () => {
      await store.markLeft(id, now());
      if (leftDays === 0) await forgetDue([{ id, revision: 0, left: now() }]);
    });
  }

  const there = (id: string) => quietly("return not noted", id, () => store.markLeft(id, undefined));

  return {
    left,
    there,
    async known(ids, isOurs) {
      await quietly("servers not compared", undefined, async () => {
        for (const { id, left: since } of await store.guilds()) {
          if (!isOurs(id)) continue;
          if (ids.has(id) && since !== undefined) await there(id);
          if (!ids.has(id) && since === undefined) await left(id);
        }
      });
    },
    async tend() {
      await quietly("servers not tended", undefined, async () => {
        const guilds = await store.guilds();
        await forgetDue(guilds);
        for (const { id } of guilds) await quietly("server not tended", id, () => tendOne(id));
      });
    },
  };

  async function tendOne(id: string): Promise<void> {
    const day = Math.floor(now() / DAY);
    await find(id).change({ change: `drafts-${day}`, person: "" }, (state) => planDropDrafts(state, now()));
    await store.sweep(id, keptSince(now()));
  }
}

const DAY = 24 * 60 * 60 * 1000;
