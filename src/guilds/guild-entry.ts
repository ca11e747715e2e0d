import type { Guild } from "../community/guild.ts";
import type { GuildState } from "../community/guild-state.ts";
import type { Log } from "../log.ts";
import { within } from "../pause.ts";
import type { Store } from "../store/store.ts";
import type { Followed } from "./follow-changes.ts";
import { createLosses } from "./losses.ts";
import { openArticles, type OpenedArticles, type Unpack } from "./guild-articles.ts";
import { createView, type GuildView, type ViewParts } from "./guild-view.ts";
import { prepareTaught, type TaughtParts } from "./prepare-taught.ts";
import { openGuild } from "./open-guild.ts";

/** One server, as it is kept in memory. */
export interface GuildEntry extends Followed {
  /** Whose changes are seen by the next question. */
  readonly guild: Guild;
  /** What questions are answered from; absent until it is first opened. */
  readonly view: GuildView | undefined;
  /** About how many bytes it takes in memory. */
  readonly weight: number;
  /**
   * Opens the newest state.
   *
   * @throws StoreError where the store cannot be read.
   */
  open(): Promise<GuildView>;
  /** Opens the newest state in the background, unless nothing can be new there or that was done a moment ago. */
  look(isFollowing: boolean): void;
}

export interface EntryOptions extends Omit<ViewParts, "guild">, TaughtParts {
  readonly id: string;
  readonly store: Store;
  readonly unpack: Unpack;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly state?: GuildState | undefined;
  /** Hears when another state is answered from. */
  readonly onView: () => void;
}

/** In milliseconds: where nobody tells what another process changes, questions see it after so long. */
const LOOK_AFTER = 1000;

/** In milliseconds: whoever changed something waits so long until questions see it. */
const SETTLING = 1500;

export function createEntry(options: EntryOptions): GuildEntry {
  const { unpack, log, onView, id } = options;
  const own = openGuild(options);
  let [view, opening]: [GuildView | undefined, Promise<GuildView> | undefined] = [undefined, undefined];
  let looked = -Infinity;
  const losses = createLosses(id, log);
  const articles = { readContent: (sha256: string) => own.readOriginal(sha256), unpack };
  const settle = () => within(openUnseen(), SETTLING);
  const guild = followed(own, settle, () => losses.names());

  async function openNewest(): Promise<GuildView> {
    // What was opened stays, whatever else is changed meanwhile.
    let known: OpenedArticles = view?.opened ?? new Map();
    for (;;) {
      const state = await own.fresh();
      if (view?.state === state && !losses.isDue()) return view;
      const { opened, lost } = await openArticles(state, known, articles);
      known = opened;
      if (own.state !== state) continue;
      const taught = await prepareTaught({ state, opened }, options, view);
      if (own.state !== state) continue;
      losses.note(state, lost);
      view = createView({ state, opened, taught }, { ...options, guild });
      onView();
      return view;
    }
  }

  function open(): Promise<GuildView> {
    looked = performance.now();
    opening ??= openNewest().finally(() => {
      opening = undefined;
    });
    return opening;
  }

  /** Whether something is known to be newer and could not be read. */
  let isBehind = false;
  async function openUnseen(): Promise<void> {
    try {
      await open();
      isBehind = false;
    } catch (error) {
      isBehind = true;
      log.warn("server not read", { guild: id, error });
    }
  }

  const revision = () => (view?.state ?? own.state).revision;
  async function renew(told: number): Promise<void> {
    // What is being opened may have been read before.
    await opening?.catch(() => {});
    if (revision() === told) return;
    if (view) await openUnseen();
    else await own.fresh();
  }

  return {
    guild,
    get view() {
      return view;
    },
    get weight() {
      return view?.weight ?? 0;
    },
    open,
    look(isFollowing) {
      if (isFollowing && !isBehind && !losses.isDue()) return;
      if (opening === undefined && performance.now() - looked > LOOK_AFTER) void openUnseen();
    },
    id,
    get revision() {
      return revision();
    },
    renew(told) {
      if (revision() !== told || opening) void renew(told).catch(() => {});
    },
  };
}

/** A server whose changes are followed by something. */
function followed(own: Guild, then: () => Promise<unknown>, lost: () => readonly string[]): Guild {
  return {
    id: own.id,
    get state() {
      return own.state;
    },
    unreadable: () => [...own.unreadable(), ...lost().map((article) => `article ${article}`)],
    fresh: () => own.fresh(),
    async change(author, plan) {
      const changed = await own.change(author, plan);
      if (changed.kind === "made") await then();
      return changed;
    },
    async undo(author, change) {
      const undone = await own.undo(author, change);
      if (undone.kind === "made") await then();
      return undone;
    },
    changes: (limit) => own.changes(limit),
    readVersion: (hash) => own.readVersion(hash),
    readOriginal: (sha256) => own.readOriginal(sha256),
    async forget() {
      await own.forget();
      await then();
    },
    forgetPerson: (person) => own.forgetPerson(person),
  };
}
