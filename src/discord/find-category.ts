import type { APIInteraction, Client, REST } from "discord.js";
import { Routes } from "discord.js";
import { createExpiringMap } from "../admission/expiring-map.ts";
import type { Invocation } from "../invocation.ts";
import type { Log } from "../log.ts";
import { within } from "../pause.ts";
import { isPassing, readFault } from "./discord-fault.ts";
import { shareRequests } from "./share-requests.ts";

/** Gives the category that a channel, which is no thread, stands in, where it stands in one and that is known. */
export type FindCategory = (channelId: string) => string | undefined | Promise<string | undefined>;

export interface AddingCategory {
  /** Asked where an interaction does not tell the category of its channel; absent means that it stays unknown. */
  readonly findCategory?: FindCategory | undefined;
  /** Whether anything in a server depends on categories; absent means yes. */
  readonly needsCategory?: ((guildId: string) => boolean | Promise<boolean>) | undefined;
}

/** Adds the category to an invocation whose interaction does not tell it: of a thread Discord tells the parent alone. */
export async function addCategory<Asked extends Invocation>(
  invocation: Asked,
  interaction: APIInteraction,
  { findCategory, needsCategory = () => true }: AddingCategory,
): Promise<Asked> {
  const { channel } = invocation;
  const id = channel.kind === "thread" ? channel.parentId : channel.id;
  const isTold = channel.kind !== "thread" && interaction.channel !== undefined && "parent_id" in interaction.channel;
  if (!findCategory || id === undefined || isTold || channel.guildId === undefined || !channel.hasBot)
    return invocation;
  if (!(await needsCategory(channel.guildId))) return invocation;
  return { ...invocation, channel: { ...channel, categoryId: await findCategory(id) } };
}

/** Looks in what the gateway has told. */
export function categoryFromCache({ channels }: Client): FindCategory {
  return (channelId) => {
    const channel = channels.cache.get(channelId);
    return channel && !channel.isDMBased() && !channel.isThread() ? (channel.parentId ?? undefined) : undefined;
  };
}

export interface AskingOptions {
  readonly rest: REST;
  readonly log: Log;
  /** In milliseconds: Discord is waited for no longer; absent means half a second. */
  readonly patience?: number | undefined;
  /** In milliseconds, and never set back; absent means the process's own clock. */
  readonly now?: (() => number) | undefined;
}

/** In milliseconds: a channel that is moved is noticed by then. */
const lifetime = 600_000;
const mostRemembered = 10_000;

/** Asks Discord, and remembers for a while what it said. */
export function askForCategory({
  rest,
  log,
  patience = 500,
  now = () => performance.now(),
}: AskingOptions): FindCategory {
  const known = createExpiringMap<{ readonly category: string | undefined }>({ lifetime, limit: mostRemembered, now });
  const share = shareRequests<string | undefined>();

  async function request(channelId: string): Promise<string | undefined> {
    try {
      const category = readParent(await rest.get(Routes.channel(channelId)));
      known.set(channelId, { category });
      return category;
    } catch (error) {
      // What Discord will say again is remembered; where it was merely away, the next one asks.
      if (!isPassing(error)) known.set(channelId, { category: undefined });
      log.warn("channel not read", { channel: channelId, ...readFault(error) });
      return undefined;
    }
  }

  return (channelId) => {
    const found = known.get(channelId);
    return found
      ? found.category
      : within(
          share(channelId, () => request(channelId)),
          patience,
        );
  };
}

function readParent(channel: unknown): string | undefined {
  if (typeof channel !== "object" || channel === null || !("parent_id" in channel)) return undefined;
  return typeof channel.parent_id === "string" ? channel.parent_id : undefined;
}
