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

export function createTending(options: TendingOptions): Tending {
  const { store, log, now } = options;
  const quietly = createQuietly(log);
  const forgetDue = createForgetDue(options, quietly);
  /** The servers that are known to have been left. */
  const gone = new Set<string>();

  async function left(id: string): Promise<void> {
    await quietly("removal not noted", id, async () => {
      await store.markLeft(id, now());
      gone.add(id);
      await forgetDue([{ id, revision: 0, left: now() }]);
    });
  }

  /** At the start Discord tells of every server: only of those that were left something is written. */
  async function there(id: string): Promise<void> {
    if (!gone.has(id)) return;
    await quietly("return not noted", id, async () => {
      await store.markLeft(id, undefined);
      gone.delete(id);
    });
  }

  return {
    left,
    there,
    async known(ids, isOurs) {
      await quietly("servers not compared", undefined, async () => {
        for (const { id, left: since } of await store.guilds()) {
          if (!isOurs(id)) continue;
          if (since !== undefined) gone.add(id);
          if (ids.has(id)) await there(id);
          if (!ids.has(id) && since === undefined) await left(id);
        }
      });
    },
    async tend() {
      await quietly("servers not tended", undefined, async () => {
        const guilds = await store.guilds();
        await forgetDue(guilds);
        for (const { id } of guilds) await quietly("server not tended", id, () => tendOne(id, options));
      });
    },
  };
}

type Quietly = (what: string, guild: string | undefined, act: () => Promise<unknown>) => Promise<void>;

/** What fails is tried again the next time; nobody waits for it. */
function createQuietly(log: Log): Quietly {
  return async (what, guild, act) => {
    try {
      await act();
    } catch (error) {
      log.warn(what, { guild, error });
    }
  };
}

function createForgetDue({ find, log, now, leftDays }: TendingOptions, quietly: Quietly) {
  return async (guilds: readonly StoredGuild[]): Promise<void> => {
    for (const id of guildsToForget(guilds, { now: now(), days: leftDays })) {
      await quietly("server not forgotten", id, async () => {
        await find(id).forget();
        log.info("server forgotten", { guild: id, daysAfterRemoval: leftDays });
      });
    }
  };
}

const DAY = 24 * 60 * 60 * 1000;

async function tendOne(id: string, { store, find, now }: TendingOptions): Promise<void> {
  const day = Math.floor(now() / DAY);
  await find(id).change({ change: `drafts-${day}`, person: "" }, (state) => planDropDrafts(state, now()));
  await store.sweep(id, keptSince(now()));
}
