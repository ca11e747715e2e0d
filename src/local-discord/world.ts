/** The ids of a small Discord: one server, whoever reads in it, and the bot. */
export const ids = {
  application: "100000000000000001",
  bot: "100000000000000002",
  guild: "100000000000000003",
  channel: "100000000000000004",
  asker: "100000000000000005",
  /** A forum. */
  forum: "100000000000000006",
  /** The asker's direct messages with the bot. */
  direct: "100000000000000007",
  otherBot: "100000000000000008",
  owner: "100000000000000011",
} as const;

export const botUser = { id: ids.bot, username: "yuanwen", discriminator: "0", avatar: null, bot: true };

export const askerUser = { id: ids.asker, username: "reader", discriminator: "0", avatar: null, global_name: null };

/** See channels, send, in threads too, start threads, read the history, use commands. */
export const everyonePermissions = String(
  [10n, 11n, 16n, 31n, 35n, 38n].reduce((permissions, bit) => permissions | (1n << bit), 0n),
);

/** What Discord tells of the asker's membership beside a message. */
export const askerMember = { roles: [], joined_at: "2026-01-01T00:00:00Z", deaf: false, mute: false, flags: 0 };

export function guild(id: string = ids.guild) {
  return {
    id,
    name: "Readers",
    owner_id: ids.owner,
    member_count: 2,
    roles: [
      {
        id,
        name: "@everyone",
        permissions: everyonePermissions,
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
      },
    ],
    channels: [
      { id: ids.channel, type: 0, name: "general", position: 0, permission_overwrites: [] },
      { id: ids.forum, type: 15, name: "help", position: 1, permission_overwrites: [], available_tags: [] },
    ],
    members: [{ ...askerMember, user: botUser }],
    threads: [],
    emojis: [],
    stickers: [],
    features: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
  };
}
