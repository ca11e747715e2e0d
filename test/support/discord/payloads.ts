/** Ids and objects in Discord's form, as small as discord.js takes them. */
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
const everyonePermissions = String(
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

export interface Where {
  readonly locale?: string;
  /** In a direct message instead of a guild. */
  readonly direct?: boolean;
  /** In this channel, of this type. */
  readonly channel?: { readonly id: string; readonly type: number; readonly parent_id?: string };
}

export interface SlashCommand extends Where {
  readonly name: string;
  readonly options?: Readonly<Record<string, string | number | boolean>>;
}

const optionTypes = { string: 3, number: 10, boolean: 5 } as const;

/** An interaction without its id and token, which the local Discord gives it. */
export function slashCommand({ name, options = {}, ...where }: SlashCommand) {
  const data = { id: "100000000000000009", type: 1, name, options: givenOptions(options) };
  return { ...interaction(where), type: 2, data };
}

/** Somebody types the last of the options. */
export function typing({ name, options = {}, ...where }: SlashCommand) {
  const given = givenOptions(options);
  const data = { id: "100000000000000009", type: 1, name, options: given };
  const last = given.at(-1);
  return {
    ...interaction(where),
    type: 4,
    data: { ...data, options: [...given.slice(0, -1), { ...last, focused: true }] },
  };
}

/** A command from a message's context menu. */
export function messageMenu({
  name,
  target,
  ...where
}: Where & { name: string; target: { id: string; content: string } }) {
  const resolved = { messages: { [target.id]: { ...target, author: askerUser, type: 0 } } };
  return {
    ...interaction(where),
    type: 2,
    data: { id: "100000000000000010", type: 3, name, target_id: target.id, resolved },
  };
}

/** A button, or with values a select menu, below one of the bot's messages. */
export function press({
  customId,
  values,
  message,
  ...where
}: Where & {
  customId: string;
  values?: readonly string[];
  message: { readonly id: string; readonly content?: string; readonly flags?: number };
}) {
  const data = { custom_id: customId, component_type: values ? 3 : 2, ...(values ? { values } : {}) };
  return { ...interaction(where), type: 3, data, message: { content: "", author: botUser, type: 0, ...message } };
}

/** A form that was filled in. */
export function submit({
  customId,
  fields,
  ...where
}: Where & { customId: string; fields: Readonly<Record<string, string>> }) {
  const components = Object.entries(fields).map(([custom_id, value], index) => ({
    id: index + 1,
    type: 18,
    component: { id: index + 100, type: 4, custom_id, value },
  }));
  return { ...interaction(where), type: 5, data: { custom_id: customId, components } };
}

function givenOptions(options: Readonly<Record<string, string | number | boolean>>) {
  return Object.entries(options).map(([name, value]) => {
    const kind = typeof value;
    const type = kind === "boolean" ? optionTypes.boolean : kind === "number" ? optionTypes.number : optionTypes.string;
    return { name, value, type };
  });
}

function interaction({ locale = "en-US", direct = false, channel }: Where) {
  const member = { ...askerMember, user: askerUser, permissions: everyonePermissions };
  const where = direct ? { user: askerUser, context: 1 } : { guild_id: ids.guild, member, context: 0 };
  const channelId = direct ? ids.direct : ids.channel;
  return {
    version: 1,
    application_id: ids.application,
    channel_id: channel?.id ?? channelId,
    channel: channel ?? { id: channelId, type: direct ? 1 : 0 },
    locale,
    app_permissions: everyonePermissions,
    entitlements: [],
    authorizing_integration_owners: { "0": direct ? "0" : ids.guild },
    attachment_size_limit: 10_485_760,
    ...where,
  };
}
