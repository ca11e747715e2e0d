/** Ids and objects in Discord's form, as small as discord.js takes them. */
export const ids = {
  application: "100000000000000001",
  bot: "100000000000000002",
  guild: "100000000000000003",
  channel: "100000000000000004",
  asker: "100000000000000005",
} as const;

export const botUser = { id: ids.bot, username: "yuanwen", discriminator: "0", avatar: null, bot: true };

const askerUser = { id: ids.asker, username: "reader", discriminator: "0", avatar: null, global_name: null };

export function guild(id: string = ids.guild) {
  return {
    id,
    name: "Readers",
    owner_id: ids.asker,
    member_count: 2,
    roles: [
      {
        id,
        name: "@everyone",
        permissions: "0",
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
      },
    ],
    channels: [{ id: ids.channel, type: 0, name: "general", position: 0, permission_overwrites: [] }],
    members: [],
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

export interface SlashCommand {
  readonly name: string;
  readonly options?: Readonly<Record<string, string | number | boolean>>;
  readonly locale?: string;
  /** In a direct message instead of a guild. */
  readonly direct?: boolean;
}

const optionTypes = { string: 3, number: 10, boolean: 5 } as const;

/** An interaction without its id and token, which the local Discord gives it. */
export function slashCommand({ name, options = {}, locale = "en-US", direct = false }: SlashCommand) {
  const given = Object.entries(options).map(([option, value]) => ({
    name: option,
    value,
    type:
      value === true || value === false
        ? optionTypes.boolean
        : typeof value === "number"
          ? optionTypes.number
          : optionTypes.string,
  }));
  const member = {
    user: askerUser,
    roles: [],
    permissions: "2147483648",
    joined_at: "2026-01-01T00:00:00Z",
    deaf: false,
    mute: false,
    flags: 0,
  };
  const where = direct ? { user: askerUser, context: 1 } : { guild_id: ids.guild, member, context: 0 };
  return {
    type: 2,
    version: 1,
    application_id: ids.application,
    channel_id: ids.channel,
    channel: { id: ids.channel, type: direct ? 1 : 0 },
    locale,
    app_permissions: "2147483648",
    entitlements: [],
    authorizing_integration_owners: { "0": ids.guild },
    attachment_size_limit: 10_485_760,
    data: { id: "100000000000000009", type: 1, name, options: given },
    ...where,
  };
}
