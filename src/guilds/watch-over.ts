import { day } from "../community/days.ts";
import { serverScope } from "../community/scope.ts";
import { isForum, settingsOf } from "../community/settings.ts";
import type { Defaults } from "../community/settings.ts";
import type { Guild } from "../community/guild.ts";
import type { Log } from "../log.ts";
import type { MessageReply } from "../render/reply.ts";
import type { Store } from "../store/store.ts";
import type { Guilds } from "./create-guilds.ts";
import { type Answers, keepFinishing } from "./finish-works.ts";
import { openGuild } from "./open-guild.ts";
import { createTending, type TendingOptions } from "./tend-guilds.ts";
import { runWeeklySummaries } from "./weekly-summaries.ts";

export interface WatchOptions extends Pick<TendingOptions, "kept" | "large"> {
  readonly guilds: Guilds;
  readonly store: Store;
  readonly defaults: Defaults;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Tells somebody whose work ended with its process; absent means that nobody can be told. */
  readonly answers?: Answers | undefined;
  /** Says something in a channel; absent means that nobody can be told anything. */
  readonly send?: ((channelId: string, message: MessageReply) => Promise<unknown>) | undefined;
}

/** Gives the ids of all servers that the bot is in; nothing where that cannot be found out. */
export type ListGuilds = () => Promise<readonly string[] | undefined>;

/** What happens in servers without anybody's asking. */
export interface WatchedGuilds {
  /** Tells the forums whose new posts get a first answer. */
  isForum(guild: string, channel: string): boolean;
  /** Tells whether what is asked somewhere may depend on the category of the channel. */
  needsCategory(guild: string): Promise<boolean>;
  onGuildsKnown(guilds: readonly string[], covers: (guild: string) => boolean): void;
  onGuildThere(guild: string): void;
  onGuildLeft(guild: string): void;
  /**
   * Does what is due now and every ten minutes or so, until it is closed.
   *
   * @param listGuilds is asked once a day; absent where Discord tells of servers by itself.
   */
  begin(listGuilds?: ListGuilds): void;
  /** Resolves when nothing of it uses the store any more. */
  close(): Promise<void>;
}

/** In milliseconds: often, so that little is due at once, and not with other processes at the same moment. */
const ROUND = 10 * 60 * 1000;

/** Watches over the servers that the bot is in. */
export function watchOver(options: WatchOptions): WatchedGuilds {
  const { guilds, store, kept, large, defaults, log, now, send, answers } = options;
  const find = (id: string) => guilds.find(id);
  // Whoever looks after all servers leaves in memory those that people ask.
  const visit = (id: string) => openGuild({ id, store, now });
  const summarise = send && ((guild: Guild) => runWeeklySummaries({ guilds: [guild], send, now, log }));
  const closing = new AbortController();
  const { leftDays } = defaults;
  const parts = { store, kept, large, find, visit, summarise, leftDays, signal: closing.signal };
  const tending = createTending({ ...parts, log, now });
  let [timer, last]: [NodeJS.Timeout | undefined, Promise<unknown>] = [undefined, Promise.resolve()];
  let finishing: ReturnType<typeof keepFinishing> | undefined;

  /** One thing after the other: they all go through all servers. */
  function queue(act: () => Promise<unknown>): void {
    last = last.then(act).catch((error: unknown) => log.warn("servers not tended", { error }));
  }

  const list = createList(options, (ids) => tending.known(ids, () => true));

  return {
    isForum: (guild, channel) => isForum(settingsOf(find(guild).state), defaults, channel),
    async needsCategory(guild) {
      const state =
        guilds.known(guild)?.state ??
        (await find(guild)
          .fresh()
          .catch(() => undefined));
      return state === undefined || [...state.scope.keys()].some((key) => key !== serverScope);
    },
    onGuildsKnown: (ids, covers) => queue(() => tending.known(new Set(ids), covers)),
    onGuildThere(id) {
      queue(async () => {
        await tending.there(id);
        // Which forums it has must be known before somebody posts in one.
        await find(id).fresh();
      });
    },
    onGuildLeft: (id) => queue(() => tending.left(id)),
    begin(listGuilds) {
      const act = async () => {
        if (listGuilds) await list(listGuilds);
        await tending.tend();
      };
      queue(act);
      timer = setInterval(() => queue(act), ROUND * (0.9 + Math.random() / 5)).unref();
      if (answers) finishing = keepFinishing({ store, answers, log, now });
    },
    async close() {
      closing.abort();
      clearInterval(timer);
      await finishing?.close();
      await last;
    },
  };
}

/** What fails is tried again the next time; until then nothing is known to be left. */
function createList({ store, now }: WatchOptions, hear: (guilds: ReadonlySet<string>) => Promise<void>) {
  let listed = -Infinity;
  return async (listGuilds: ListGuilds): Promise<void> => {
    if (now() - listed < day || (await store.guilds()).length === 0) return;
    const ids = await listGuilds();
    if (!ids) return;
    listed = now();
    await hear(new Set(ids));
  };
}
