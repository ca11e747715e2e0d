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
  /** Where reports of gaps go, in servers that have such a channel. */
  gaps: "100000000000000012",
  /** A category, and a channel that stands in it. */
  category: "100000000000000013",
  reading: "100000000000000014",
  /** A role that the asker may have. */
  role: "100000000000000015",
  /** Another server that the bot may be in, and its channel. */
  otherGuild: "100000000000000016",
  otherChannel: "100000000000000017",
  /** The role that Discord makes for the bot. */
  botRole: "100000000000000018",
} as const;

export const botUser = { id: ids.bot, username: "yuanwen", discriminator: "0", avatar: null, bot: true };

export const askerUser = { id: ids.asker, username: "reader", discriminator: "0", avatar: null, global_name: null };

/** See channels, send, in threads too, start threads, read the history, use commands. */
export const everyonePermissions = String(
  [10n, 11n, 16n, 31n, 35n, 38n].reduce((permissions, bit) => permissions | (1n << bit), 0n),
);

/** What Discord tells of the asker's membership beside a message. */
export const askerMember = { roles: [], joined_at: "2026-01-01T00:00:00Z", deaf: false, mute: false, flags: 0 };

export interface GuildChannel {
  readonly id: string;
  /** 0 is a text channel, 4 a category, 15 a forum. */
  readonly type: 0 | 4 | 15;
  readonly name: string;
  /** The category that it stands in. */
  readonly parent_id?: string;
}

const usualChannels: readonly GuildChannel[] = [
  { id: ids.channel, type: 0, name: "general" },
  { id: ids.forum, type: 15, name: "help" },
  { id: ids.category, type: 4, name: "Reading room" },
  { id: ids.reading, type: 0, name: "reading", parent_id: ids.category },
];

export interface GuildRole {
  readonly id: string;
  readonly name: string;
  /** The bot that Discord made it for. */
  readonly botId?: string;
}

const usualRoles: readonly GuildRole[] = [
  { id: ids.role, name: "Teachers" },
  { id: ids.botRole, name: "Yuanwen", botId: ids.bot },
];

/** What may be other than usual about a server. */
export interface GivenGuild {
  readonly id?: string;
  readonly name?: string;
  readonly ownerId?: string;
  readonly channels?: readonly GuildChannel[];
  /** Beside that of everyone. */
  readonly roles?: readonly GuildRole[];
}

export type Guild = ReturnType<typeof guild>;

/** The server as the gateway tells of it. */
export function guild({ channels = usualChannels, ...given }: GivenGuild = {}) {
  return {
    ...guildItself(given),
    member_count: 2,
    channels: channels.map((channel, position) => ({
      ...channel,
      position,
      permission_overwrites: [],
      ...(channel.type === 15 ? { available_tags: [] } : {}),
    })),
    members: [{ ...askerMember, user: botUser }],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
  };
}

/** What is told again when the server changes. */
function guildItself({ id = ids.guild, name = "Readers", ownerId = ids.owner, roles = usualRoles }: GivenGuild) {
  const everyone = roleOf({ id, name: "@everyone" }, everyonePermissions);
  const all = [everyone, ...roles.map((role) => roleOf(role, "0"))];
  return { id, name, owner_id: ownerId, roles: all, emojis: [], stickers: [], features: [] };
}

function roleOf({ id, name, botId }: GuildRole, permissions: string) {
  const made: { readonly managed: boolean; readonly tags?: { readonly bot_id: string } } =
    botId === undefined ? { managed: false } : { managed: true, tags: { bot_id: botId } };
  return { id, name, permissions, position: 0, color: 0, hoist: false, mentionable: false, ...made };
}

/** The event's data when the server's language is another. */
export function guildWithLocale({ id, name, owner_id, roles, emojis, stickers, features }: Guild, locale: string) {
  return { id, name, owner_id, roles, emojis, stickers, features, preferred_locale: locale };
}

/** A file that was uploaded, as Discord tells of it. */
export interface LocalAttachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly title?: string;
}
