import type { Guild } from "../community/guild.ts";
import type { GuildState } from "../community/guild-state.ts";
import type { Log } from "../log.ts";
import { within } from "../pause.ts";
import type { KeptIndexes } from "../indexes/kept/kept-indexes.ts";
import type { Store } from "../store/store.ts";
import type { Followed } from "./follow-changes.ts";
import { createLosses, type Losses } from "./losses.ts";
import { nothingOpened, openArticles, type OpenedLibrary, type Unpack } from "./guild-articles.ts";
import type { LargeLibraries } from "./large-libraries.ts";
import { madeOfAll } from "./made-of-packed.ts";
import { createView, type GuildView, type ViewParts } from "./guild-view.ts";
import { prepareTaught, type TaughtParts } from "./prepare-taught.ts";
import { openGuild } from "./open-guild.ts";

/** One server, as it is kept in memory. */
export interface GuildEntry extends Followed {
  /** Whose changes are seen by the next question. */
  readonly guild: Guild;
  /** What questions are answered from; absent until it is first opened. */
  readonly view: GuildView | undefined;
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
  /** Indexes that were made before; what the server no longer has is forgotten there, too. */
  readonly kept?: Pick<KeptIndexes, "retain"> | undefined;
  /** For articles that are too many for memory. */
  readonly large?: LargeLibraries | undefined;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly state?: GuildState | undefined;
  /** Hears when another state is known, or answered from. */
  readonly onState: () => void;
}

/** In milliseconds: where nobody tells what another process changes, questions see it after so long. */
const LOOK_AFTER = 1000;

/** In milliseconds: whoever changed something waits so long until questions see it. */
const SETTLING = 1500;

export function createEntry(options: EntryOptions): GuildEntry {
  const { id } = options;
  const own = openGuild(options);
  const losses = createLosses(id, options.log);
  const settle = () => within(views.openUnseen(), SETTLING);
  const guild = followed(own, settle, {
    lost: () => losses.names(),
    onState: options.onState,
    forgotten: () => forgetLarge(options),
  });
  const views = createViews({ options, own, losses, guild });
  return {
    id,
    guild,
    get view() {
      return views.view();
    },
    get revision() {
      return views.revision();
    },
    open: () => views.open(),
    look(isFollowing) {
      if (!isFollowing || views.isBehind() || losses.isDue()) views.look();
    },
    renew(told) {
      if (views.revision() !== told || views.isOpening()) void views.renew(told);
    },
  };
}

interface ViewsParts {
  readonly options: EntryOptions;
  readonly own: Guild;
  readonly losses: Losses;
  /** As others see it. */
  readonly guild: Guild;
}

/** What questions are answered from, one state after the other. */
function createViews({ options, own, losses, guild }: ViewsParts) {
  const { log, id } = options;
  const openNewest = createOpenNewest({ options, own, losses, guild });
  let [view, opening]: [GuildView | undefined, Promise<GuildView> | undefined] = [undefined, undefined];
  let [looked, isBehind] = [-Infinity, false];

  function open(): Promise<GuildView> {
    looked = performance.now();
    opening ??= openNewest(view, (made) => (view = made)).finally(() => {
      opening = undefined;
    });
    return opening;
  }

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
  return {
    view: () => view,
    revision,
    isOpening: () => opening !== undefined,
    /** Whether something is known to be newer and could not be read. */
    isBehind: () => isBehind,
    open,
    openUnseen,
    look() {
      if (opening === undefined && performance.now() - looked > LOOK_AFTER) void openUnseen();
    },
    async renew(told: number): Promise<void> {
      // What is being opened may have been read before.
      await opening?.catch(() => {});
      if (revision() === told) return;
      // Of a server that left memory only the settings are known, until it is asked again.
      if (!view && own.state.revision < 0) return;
      if (view) await openUnseen();
      else await guild.fresh().catch(() => {});
    },
  };
}

/** Makes what opens the newest state, again where it is another one by then. */
function createOpenNewest({ options, own, losses, guild }: ViewsParts) {
  const { id: server, unpack, large, log } = options;
  const readContent = (sha256: string) => own.readOriginal(sha256);
  const articles = { guild: server, readContent, unpack, large, log };
  return async (view: GuildView | undefined, note: (made: GuildView) => void): Promise<GuildView> => {
    // What was opened stays, whatever else is changed meanwhile.
    let known: OpenedLibrary = view ?? nothingOpened;
    for (;;) {
      const state = await own.fresh();
      if (view?.state === state && !losses.isDue()) return view;
      const { lost, ...library } = await openArticles(state, known, articles);
      known = library;
      if (own.state !== state) continue;
      const taught = await prepareTaught({ state, opened: known.opened }, options, view);
      if (own.state !== state) continue;
      losses.note(state, lost);
      forgetIndexes(options, state, view);
      const made = createView({ ...known, state, taught }, { ...options, guild });
      note(made);
      options.onState();
      return made;
    }
  };
}

/** What cannot be forgotten now is looked for again within hours. */
async function forgetLarge({ id, large, log }: EntryOptions): Promise<void> {
  try {
    await large?.forget(id);
  } catch (error) {
    log.warn("index of a server not forgotten", { guild: id, error });
  }
}

/** Of articles that the server no longer has. */
function forgetIndexes({ id, kept }: EntryOptions, state: GuildState, before: GuildView | undefined): void {
  if (before?.state.article !== state.article) kept?.retain(id, madeOfAll(state));
}

interface Following extends Pick<EntryOptions, "onState"> {
  readonly lost: () => readonly string[];
  readonly forgotten: () => Promise<void>;
}

/** A server whose changes are followed by something. */
function followed(own: Guild, then: () => Promise<unknown>, { lost, onState, forgotten }: Following): Guild {
  return {
    id: own.id,
    get state() {
      return own.state;
    },
    unreadable: () => [...own.unreadable(), ...lost().map((article) => `article ${article}`)],
    async fresh() {
      const state = await own.fresh();
      onState();
      return state;
    },
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
      await forgotten();
    },
    forgetPerson: (person) => own.forgetPerson(person),
  };
}
