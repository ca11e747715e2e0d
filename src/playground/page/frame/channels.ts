import type { Channel } from "../../wire.ts";

const types = { text: 0, direct: 1, thread: 11 } as const;

/** A text channel with the threads that were started in it. */
export interface ChannelGroup {
  readonly channel: Channel;
  /** Newest first. */
  readonly threads: readonly Channel[];
}

export interface ChannelList {
  readonly groups: readonly ChannelGroup[];
  readonly direct: readonly Channel[];
}

/** Sorts channels as the sidebar shows them; what can be no place to talk in, such as a forum, is left out. */
export function listChannels(channels: readonly Channel[]): ChannelList {
  const threads = channels.filter(({ type }) => type === types.thread).toSorted(newestFirst);
  const texts = channels.filter(({ type }) => type === types.text);
  return {
    groups: texts.map((channel) => ({
      channel,
      threads: threads.filter(({ parent_id: parent }) => parent === channel.id),
    })),
    direct: channels.filter(({ type }) => type === types.direct),
  };
}

/** All channels and threads from top to bottom. */
export function channelsInOrder(channels: readonly Channel[]): readonly Channel[] {
  const { groups, direct } = listChannels(channels);
  return [...groups.flatMap(({ channel, threads }) => [channel, ...threads]), ...direct];
}

/** Snowflakes grow with time. */
function newestFirst(one: Channel, other: Channel): number {
  return Number(BigInt(other.id) - BigInt(one.id));
}
