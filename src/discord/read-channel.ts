import { ChannelType } from "discord.js";
import type { Channel } from "../invocation.ts";

const kinds: Readonly<Partial<Record<ChannelType, Channel["kind"]>>> = {
  [ChannelType.GuildText]: "text",
  [ChannelType.GuildAnnouncement]: "text",
  [ChannelType.AnnouncementThread]: "thread",
  [ChannelType.PublicThread]: "thread",
  [ChannelType.PrivateThread]: "thread",
  [ChannelType.DM]: "direct",
  [ChannelType.GroupDM]: "group",
};

/** Says what can be done in a channel of one of Discord's types. */
export function channelKind(type: ChannelType | undefined): Channel["kind"] {
  return type === undefined ? undefined : (kinds[type] ?? "other");
}
