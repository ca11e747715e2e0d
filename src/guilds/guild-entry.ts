import type { Guild } from "../community/guild.ts";
import type { GuildState } from "../community/guild-state.ts";
import type { Log } from "../log.ts";
import { within } from "../pause.ts";
import type { KeptIndexes } from "../indexes/kept/kept-indexes.ts";
import type { Store } from "../store/store.ts";
import { createLosses } from "./losses.ts";
import { nothingOpened, openArticles, type OpenedLibrary, type Unpack } from "./guild-articles.ts";
import type { LargeLibraries } from "./large-libraries.ts";
import { madeOfAll } from "./made-of-packed.ts";
import { createView, type GuildView, type ViewParts } from "./guild-view.ts";
import { prepareTaught, type TaughtParts } from "./prepare-taught.ts";
import { openGuild } from "./open-guild.ts";

/** One server, as it is kept in memory. */
export interface GuildEntry {
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
  /** Opens the newest state in the background, unless that was done a moment ago. */
  look(): void;
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

/** In milliseconds: what another process changes is seen by questions after so long. */
const LOOK_AFTER = 1000;

/** In milliseconds: whoever changed something waits so long until questions see it. */
const SETTLING = 1500;

export function createEntry(options: EntryOptions): GuildEntry {
  const { unpack, large, log, onState, id } = options;
  const own = openGuild(options);
  let [view, opening]: [GuildView | undefined, Promise<GuildView> | undefined] = [undefined, undefined];
  let looked = -Infinity;
  const losses = createLosses(id, log);
  const articles = { guild: id, readContent: (sha256: string) => own.readOriginal(sha256), unpack, large, log };
  const settle = () => within(openUnseen(), SETTLING);
  const guild = followed(own, settle, { lost: () => losses.names(), onState });

  async function openNewest(): Promise<GuildView> {
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
      view = createView({ state, taught, ...known }, { ...options, guild });
      onState();
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

  const openUnseen = (): Promise<unknown> =>
    open().catch((error: unknown) => log.warn("server not read", { guild: id, error }));

  return {
    guild,
    get view() {
      return view;
    },
    open,
    look() {
      if (opening === undefined && performance.now() - looked > LOOK_AFTER) void openUnseen();
    },
  };
}

/** Of articles that the server no longer has. */
function forgetIndexes({ id, kept }: EntryOptions, state: GuildState, before: GuildView | undefined): void {
  if (before?.state.article !== state.article) kept?.retain(id, madeOfAll(state));
}

interface Following extends Pick<EntryOptions, "onState"> {
  readonly lost: () => readonly string[];
}

/** A server whose changes are followed by something. */
function followed(own: Guild, then: () => Promise<unknown>, { lost, onState }: Following): Guild {
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
    },
    forgetPerson: (person) => own.forgetPerson(person),
  };
}
