import type { APIChannel, Client, GuildBasedChannel } from "discord.js";
import { ChannelType, Routes } from "discord.js";
import type { Channel } from "../invocation.ts";
import type { Log } from "../log.ts";
import { within } from "../pause.ts";
import { BoundedMap } from "./bounded-map.ts";
import { readFault } from "./discord-fault.ts";
import { channelKind } from "./read-channel.ts";
import { shareRequests } from "./share-requests.ts";

/** What is known of a channel that somebody wrote in. */
export interface ChannelFacts {
  readonly kind: Channel["kind"];
  readonly name: string | undefined;
  readonly parentId: string | undefined;
  /** The category that the channel, or the channel of the thread, stands in. */
  readonly categoryId: string | undefined;
  /** Who started a thread. */
  readonly ownerId: string | undefined;
  /** discord.js's own, where the gateway has told of it; of a thread that it has not told of, the parent. */
  readonly channel: GuildBasedChannel | undefined;
}

export type FindChannel = (channelId: string, guildId: string | undefined) => Promise<ChannelFacts>;

/** In milliseconds: what is not known of a channel by then is done without. */
const patience = 2000;

/** Looks channels up in what the gateway told, and over REST those that it did not, such as private threads. */
export function createChannelFacts(client: Client, log: Log): FindChannel {
  const asked = new BoundedMap<ChannelFacts>(1000);
  const share = shareRequests<ChannelFacts | undefined>();

  async function request(channelId: string): Promise<ChannelFacts | undefined> {
    try {
      const facts = readFacts(await client.rest.get(Routes.channel(channelId)));
      asked.set(channelId, facts);
      return facts;
    } catch (error) {
      log.warn("channel not read", { channel: channelId, ...readFault(error) });
      return undefined;
    }
  }

  return async (channelId, guildId) => {
    if (guildId === undefined) return { ...unknown, kind: "direct" };
    const channel = client.channels.cache.get(channelId);
    if (channel && !channel.isDMBased()) return factsOf(channel);
    const found =
      asked.get(channelId) ??
      (await within(
        share(channelId, () => request(channelId)),
        patience,
      ));
    const facts = found ?? unknown;
    const parent = client.channels.cache.get(facts.parentId ?? "");
    if (!parent || parent.isDMBased()) return { ...facts, channel: undefined };
    const isInThread = facts.kind === "thread" && !parent.isThread();
    return { ...facts, channel: parent, categoryId: isInThread ? (parent.parentId ?? undefined) : facts.categoryId };
  };
}

const unknown: ChannelFacts = {
  kind: undefined,
  name: undefined,
  parentId: undefined,
  categoryId: undefined,
  ownerId: undefined,
  channel: undefined,
};

function factsOf(channel: GuildBasedChannel): ChannelFacts {
  const thread = channel.isThread() ? channel : undefined;
  return {
    kind: channelKind(channel.type),
    name: channel.name,
    parentId: thread?.parentId ?? undefined,
    categoryId: (thread ? thread.parent?.parentId : channel.parentId) ?? undefined,
    ownerId: thread?.ownerId ?? undefined,
    channel,
  };
}

function readFacts(value: unknown): ChannelFacts {
  if (!isChannel(value)) return unknown;
  const name = value.name ?? undefined;
  if (!isThread(value)) {
    const categoryId = ("parent_id" in value ? value.parent_id : undefined) ?? undefined;
    return { ...unknown, kind: channelKind(value.type), name, categoryId };
  }
  return { ...unknown, kind: "thread", name, parentId: value.parent_id ?? undefined, ownerId: value.owner_id };
}

/** The three types of threads differ in their type alone. */
type ThreadChannel = Extract<APIChannel, { readonly thread_metadata?: unknown }>;

function isThread(channel: APIChannel): channel is ThreadChannel {
  return [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread].includes(channel.type);
}

function isChannel(value: unknown): value is APIChannel {
  return typeof value === "object" && value !== null && "type" in value && "id" in value;
}
