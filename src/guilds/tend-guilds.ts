import { day } from "../community/days.ts";
import { guildsToForget, keptSince, type Leaving, nextDue, planDropDrafts } from "../community/due.ts";
import type { Guild } from "../community/guild.ts";
import { isServer, type KeptIndexes } from "../indexes/kept/kept-indexes.ts";
import type { Log } from "../log.ts";
import { eachGuild } from "../store/each-guild.ts";
import type { Store } from "../store/store.ts";
import { type LargeLibraries, namedArticles } from "./large-libraries.ts";
import { madeOfAll } from "./made-of-packed.ts";

export interface TendingOptions {
  readonly store: Store;
  /** A server as it is in memory. */
  readonly find: (guild: string) => Guild;
  /** A server for a moment. */
  readonly visit: (guild: string) => Guild;
  /** Tells a server what is due, unless the bot was removed from it; it never rejects. */
  readonly summarise?: ((guild: Guild) => Promise<unknown>) | undefined;
  /** Indexes that were made before, here or of what other processes changed since. */
  readonly kept?: Pick<KeptIndexes, "retain" | "owners"> | undefined;
  /** The same of large libraries. */
  readonly large?: Pick<LargeLibraries, "retain" | "forget" | "guilds" | "sweep"> | undefined;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long what a server has is kept after the bot was removed from it; 0 means not at all. */
  readonly leftDays: number;
  /** Calls off what is under way, between two servers. */
  readonly signal?: AbortSignal | undefined;
}

/** Tells of any server whether it would be heard of. */
type Covers = (guild: string) => boolean;

/** What has to be done for servers without anybody's asking. */
export interface Tending {
  /** The bot was removed from a server. */
  left(guild: string): Promise<void>;
  /** The bot is in a server. */
  there(guild: string): Promise<void>;
  /** The bot is in just these of the servers that it would hear of: it was removed from others while it was away. */
  known(guilds: ReadonlySet<string>, covers: Covers): Promise<void>;
  /** Forgets what is due: servers that were left, drafts that nobody published, what can no longer be undone. */
  tend(): Promise<void>;
}

export function createTending(options: TendingOptions): Tending {
  const { store, log, now, visit, summarise, leftDays, signal } = options;
  const quietly = createQuietly(log);
  const alone = createAlone(options);
  const forgetIndexes = createForgetIndexes(options);
  const presence = createPresence(options, quietly);
  const forgetDue = createForgetDue(options, { quietly, isPresent: (id) => presence.isPresent(id) });
  return {
    async left(id) {
      if (await presence.left(id)) await forgetDue([{ id, left: now() }]);
    },
    there: (id) => presence.there(id),
    known: (ids, covers) => presence.known(ids, covers),
    async tend() {
      await presence.catchUp();
      await quietly("indexes not forgotten", undefined, () => forgetIndexes());
      await quietly("servers not tended", undefined, async () => {
        const due = { now: now(), leftBy: now() - leftDays * day };
        for await (const one of eachGuild((after) => store.dueGuilds({ ...due, after }))) {
          if (signal?.aborted) return;
          await quietly("server not tended", one.id, () =>
            alone(one.id, async () => {
              if (await forgetDue([one])) return;
              const guild = visit(one.id);
              const oldestUndo = await tendOne(guild, options);
              if (one.left === undefined) await summarise?.(guild);
              await noteTended(guild, oldestUndo, options);
            }),
          );
        }
      });
    },
  };
}

/** Where the bot is, and what is noted of that. */
function createPresence({ store, now, leftDays }: TendingOptions, quietly: Quietly) {
  const present = new Set<string>();
  /** The servers that are noted as left. */
  const gone = new Set<string>();
  /** Of these servers it is not noted yet whether the bot is there: the store was away. */
  let behind: readonly Covers[] = [];

  async function note(id: string, at: number | undefined): Promise<void> {
    await store.markLeft(id, at);
    if (at === undefined) gone.delete(id);
    else gone.add(id);
  }

  /** What is merely missing in a list may come back in the next one, so that nothing is forgotten at once. */
  const missing = () => now() + (leftDays === 0 ? day : 0);

  async function compare(covers: Covers): Promise<void> {
    const isDone = await quietly("servers not compared", undefined, async () => {
      for await (const { id, left: since } of eachGuild((after) => store.guilds(after))) {
        if (!covers(id)) continue;
        if (present.has(id) && since !== undefined) await note(id, undefined);
        else if (!present.has(id) && since === undefined) await note(id, missing());
        else if (!present.has(id)) gone.add(id);
      }
    });
    if (!isDone) behind = [...behind, covers];
  }

  async function noteOrLater(id: string, at: number | undefined): Promise<void> {
    const isDone = await quietly("server not noted", id, () => note(id, at));
    if (!isDone) behind = [...behind, (guild) => guild === id];
  }

  return {
    isPresent: (id: string) => present.has(id),
    /** Gives whether that is noted. */
    async left(id: string): Promise<boolean> {
      present.delete(id);
      await noteOrLater(id, now());
      return gone.has(id);
    },
    /** At the start Discord tells of every server: only of those that were left something is written. */
    async there(id: string): Promise<void> {
      present.add(id);
      if (gone.has(id)) await noteOrLater(id, undefined);
    },
    async known(ids: ReadonlySet<string>, covers: Covers): Promise<void> {
      for (const id of present) if (covers(id) && !ids.has(id)) present.delete(id);
      for (const id of ids) present.add(id);
      await compare(covers);
    },
    async catchUp(): Promise<void> {
      const again = behind;
      behind = [];
      if (again.length > 0) await compare((id) => again.some((covers) => covers(id)));
    },
  };
}

/** Gives whether it was done. */
type Quietly = (what: string, guild: string | undefined, act: () => Promise<unknown>) => Promise<boolean>;

/** What fails is tried again the next time; nobody waits for it. */
function createQuietly(log: Log): Quietly {
  return async (what, guild, act) => {
    try {
      await act();
      return true;
    } catch (error) {
      log.warn(what, { guild, error });
      return false;
    }
  };
}

/** In milliseconds: so long one server may take, and so long nobody else looks after it again. */
const [LEASE, REST] = [10 * 60_000, 50 * 60_000];

/** Of all processes one looks after a server, once in a while. */
function createAlone({ store, now }: TendingOptions) {
  return async (guild: string, act: () => Promise<void>): Promise<void> => {
    const job = { guild, kind: "tend", id: "" } as const;
    if (!(await store.jobs.take(job, { now: now(), until: now() + LEASE }))) return;
    await act();
    await store.jobs.finish(job, now() + REST);
  };
}

interface Forgetting {
  readonly quietly: Quietly;
  readonly isPresent: (guild: string) => boolean;
}

/** Gives whether all of them are forgotten. */
function createForgetDue({ find, log, now, leftDays }: TendingOptions, { quietly, isPresent }: Forgetting) {
  return async (guilds: readonly Leaving[]): Promise<boolean> => {
    const due = guildsToForget(guilds, { now: now(), days: leftDays }).filter((id) => !isPresent(id));
    let forgotten = 0;
    for (const id of due) {
      const isDone = await quietly("server not forgotten", id, async () => {
        await find(id).forget();
        log.info("server forgotten", { guild: id, daysAfterRemoval: leftDays });
      });
      if (isDone) forgotten += 1;
    }
    return forgotten === guilds.length;
  };
}

/** Gives when the oldest change was made that can still be undone. */
async function tendOne(guild: Guild, { store, now }: TendingOptions): Promise<number | undefined> {
  const today = Math.floor(now() / day);
  // Of most servers nothing is due, and a change that is refused asks the store for more.
  if (planDropDrafts(await guild.fresh(), now()).kind === "change") {
    await guild.change({ change: `drafts-${today}`, person: "" }, (state) => planDropDrafts(state, now()));
  }
  return store.sweep(guild.id, keptSince(now()));
}

/** Whoever changes the server later makes it due by that alone. */
async function noteTended(guild: Guild, oldestUndo: number | undefined, { store, now }: TendingOptions): Promise<void> {
  const state = await guild.fresh();
  await store.noteTended(guild.id, { revision: state.revision, due: nextDue(state, now(), oldestUndo) });
}

/**
 * Takes out of indexes what no server has any more: each process has its own, so that each looks by itself, at those that it has;
 * what several share is looked at by all of them, since each knows what it uses.
 */
function createForgetIndexes({ kept, large, store, visit, now, signal }: TendingOptions): () => Promise<void> {
  let last = -Infinity;
  return async () => {
    if (now() - last < REST) return;
    const owners = new Set([...(kept?.owners() ?? []).filter(isServer), ...((await large?.guilds()) ?? [])]);
    const there = await store.revisions([...owners]);
    for (const id of owners) {
      if (signal?.aborted) return;
      const state = there.has(id) ? await visit(id).fresh() : undefined;
      kept?.retain(id, state ? madeOfAll(state) : new Set());
      if (state && state.article.size > 0) await large?.retain(id, namedArticles(state));
      else await large?.forget(id);
    }
    await large?.sweep?.();
    last = now();
  };
}
