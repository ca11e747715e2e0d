import type { ResolveInvocation, Resolved } from "../bot.ts";
import { mayManage } from "../command.ts";
import type { Invocation } from "../invocation.ts";
import type { Services } from "../services.ts";
import type { Guild } from "../community/guild.ts";
import { mayAsk, scopeFor } from "../community/scope.ts";
import { type Defaults, settingsOf } from "../community/settings.ts";
import { StoreError } from "../community/store-error.ts";
import { remember } from "../languages/remember.ts";
import type { KeptIndexes } from "../indexes/kept/kept-indexes.ts";
import type { Log } from "../log.ts";
import type { Observe } from "../observer.ts";
import { within } from "../pause.ts";
import type { Library } from "../search/library.ts";
import type { Segment } from "../search/segment.ts";
import { createMemoryBudget } from "../search/memory-budget.ts";
import type { Store } from "../store/store.ts";
import type { Unpack } from "./guild-articles.ts";
import { followChanges } from "./follow-changes.ts";
import { createEntry, type GuildEntry } from "./guild-entry.ts";
import { keepEntries } from "./keep-entries.ts";
import type { GuildView } from "./guild-view.ts";
import { weighView } from "./weigh-guild.ts";
import type { LargeLibraries } from "./large-libraries.ts";
import { createGuildLibraries, type Shared } from "./guild-libraries.ts";

export interface GuildsOptions {
  readonly store: Store;
  readonly shared: Shared;
  /** Of everybody's articles alone: for direct messages, and wherever the bot is no member. */
  readonly plain: Services;
  /** All that can be done with a library of a server. */
  readonly servicesOf: (library: Library) => Services;
  readonly unpack: Unpack;
  /** Indexes that were made before. */
  readonly kept?: Pick<KeptIndexes, "retain"> | undefined;
  /** For servers' own articles that are too many for memory; absent means that none are. */
  readonly large?: LargeLibraries | undefined;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Gives the server that the channel for gaps of the settings stands in, once that is known: others do not report there. */
  readonly gapGuild?: (() => string | undefined) | undefined;
  /** Hears whether the servers that are asked are in memory. */
  readonly observe?: Observe | undefined;
}

/** The servers and what each has of its own. */
export interface Guilds {
  /**
   * Finds what an invocation is answered with; at once where the server is in memory.
   *
   * @throws StoreError where it is not and cannot be read, or not in time.
   */
  readonly resolve: ResolveInvocation;
  /**
   * Opens the newest state of a server.
   *
   * @throws StoreError where it cannot be read.
   */
  open(guild: string): Promise<GuildView>;
  /** What is known of a server without reading anything. */
  known(guild: string): GuildView | undefined;
  /** One server, whether it is in memory or not. */
  find(guild: string): Guild;
  /** What is in memory of all of them. */
  held(): HeldServers;
}

export interface HeldServers {
  /** Those that are answered from. */
  readonly servers: number;
  /** Articles that servers have of their own in memory. */
  readonly articles: number;
  readonly passages: number;
  /** About so many. */
  readonly bytes: number;
  /** Where those lie that are too many for it. */
  readonly segments: readonly Segment[];
}

/** In milliseconds: who waits at Discord gets an answer in time, whoever wrote a message waits longer. */
const PATIENCE = { interaction: 1500, message: 60_000 };
/** In bytes, where no other budget is given. */
const MEMORY = 150_000_000;

export function createGuilds(options: GuildsOptions): Guilds {
  const { plain, observe } = options;
  const memory = options.shared.dictionaries.memory ?? createMemoryBudget(MEMORY);
  // What is known of a library stays, whatever else of its server is changed.
  const servicesOf = remember(options.servicesOf);
  const defaultsIn = (id: string) => defaultsOf(options, id);
  const entries = keepEntries(memory, ({ id, state, onState }) => {
    const libraries = createGuildLibraries(options.shared, plain.library);
    return createEntry({ ...options, id, state, onState, defaultsIn, libraries, servicesOf });
  });
  const entryOf = (id: string) => entries.use(id);

  const following = followChanges({ ...options, find: (id) => entries.known(id), all: () => entries.all() });

  return {
    resolve(invocation) {
      const { guildId, hasBot } = invocation.channel;
      if (guildId === undefined || hasBot === false) return { services: plain };
      const entry = entryOf(guildId);
      observe?.({ kind: "looked", cache: "servers", isHit: entry.view !== undefined });
      if (!entry.view) return openFor(entry, invocation);
      entry.look(following.isFollowing);
      return resolveIn(entry, entry.view, invocation);
    },
    open: (id) => entryOf(id).open(),
    known: (id) => entries.known(id)?.view,
    find: (id) => entryOf(id).guild,
    held: () => sumUp(entries.all().flatMap(({ view }) => (view ? [view] : []))),
  };
}

function sumUp(views: readonly GuildView[]): HeldServers {
  const indexed = views.flatMap((view) => [...view.opened.values()].flatMap((each) => each.indexed ?? []));
  return {
    servers: views.length,
    articles: indexed.length,
    passages: indexed.reduce((sum, { passages }) => sum + passages.length, 0),
    bytes: views.reduce((sum, view) => sum + weighView(view), 0),
    segments: views.flatMap(({ segments }) => segments),
  };
}

async function openFor(entry: GuildEntry, invocation: Invocation): Promise<Resolved> {
  const patience = invocation.kind === "message" ? PATIENCE.message : PATIENCE.interaction;
  const view = await within(entry.open(), patience);
  if (!view) throw new StoreError("opening");
  return resolveIn(entry, view, invocation);
}

function resolveIn(entry: GuildEntry, view: GuildView, { asker, channel }: Invocation): Resolved {
  const isBarred = !mayAsk(scopeFor(view.state, channel), { roles: asker.roles, manages: mayManage(asker) });
  const renew = async (): Promise<Services> => ({ ...(await entry.open()).servicesIn(channel, isBarred), renew });
  const services = { ...view.servicesIn(channel, isBarred), renew };
  return { services, locale: settingsOf(view.state).locale, isBarred };
}

/** What whoever runs the bot has set, as it holds in a server: what is somebody else's does not. */
function defaultsOf({ plain: { defaults }, gapGuild }: GuildsOptions, id: string): Defaults | undefined {
  return defaults && { ...defaults, gapChannel: gapGuild?.() === id ? defaults.gapChannel : undefined };
}
