import { askerMember, askerUser, botUser, everyonePermissions, ids } from "./world.ts";

/** Where and by whom something is asked. */
export interface Where {
  /** One of Discord's, such as `zh-CN`; absent means `en-US`. */
  readonly locale?: string;
  /** In a direct message instead of a guild. */
  readonly direct?: boolean;
  /** In this channel, of this type; absent means the guild's first. */
  readonly channel?: { readonly id: string; readonly type: number; readonly parent_id?: string };
  /** The asker's permission bits in the channel; absent means those of everyone. */
  readonly permissions?: string;
}

export interface SlashCommand extends Where {
  /** The command's id; Discord gives it one when it is registered. */
  readonly id?: string;
  readonly name: string;
  readonly options?: GivenOptions;
}

/** One of the bot's messages, as far as an interaction tells of it. */
interface OwnMessage {
  readonly id: string;
  readonly content?: string;
  readonly flags?: number;
}

type GivenOptions = Readonly<Record<string, string | number | boolean>>;

const someCommand = "100000000000000009";
const someMenu = "100000000000000010";

const optionTypes = { string: 3, number: 10, boolean: 5 } as const;

/** An interaction without its id and token, which the local Discord gives it. */
export function slashCommand({ id = someCommand, name, options = {}, ...where }: SlashCommand) {
  const data = { id, type: 1, name, options: givenOptions(options) };
  return { ...interaction(where), type: 2, data };
}

/** Somebody types the last of the options. */
export function typing({ id = someCommand, name, options = {}, ...where }: SlashCommand) {
  const given = givenOptions(options);
  const data = { id, type: 1, name, options: given };
  const last = given.at(-1);
  return {
    ...interaction(where),
    type: 4,
    data: { ...data, options: [...given.slice(0, -1), { ...last, focused: true }] },
  };
}

/** A command from a message's context menu. */
export function messageMenu({
  id = someMenu,
  name,
  target,
  ...where
}: Where & { id?: string; name: string; target: { id: string; content: string } }) {
  const resolved = { messages: { [target.id]: { ...target, author: askerUser, type: 0 } } };
  return {
    ...interaction(where),
    type: 2,
    data: { id, type: 3, name, target_id: target.id, resolved },
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
  message: OwnMessage;
}) {
  const data = { custom_id: customId, component_type: values ? 3 : 2, ...(values ? { values } : {}) };
  return { ...interaction(where), type: 3, data, message: ownMessage(message) };
}

/** A form that was filled in; with the message whose component opened it, if one did. */
export function submit({
  customId,
  fields,
  message,
  ...where
}: Where & { customId: string; fields: Readonly<Record<string, string>>; message?: OwnMessage }) {
  const components = Object.entries(fields).map(([custom_id, value], index) => ({
    id: index + 1,
    type: 18,
    component: { id: index + 100, type: 4, custom_id, value },
  }));
  const data = { custom_id: customId, components };
  return { ...interaction(where), type: 5, data, ...(message ? { message: ownMessage(message) } : {}) };
}

function ownMessage(message: OwnMessage) {
  return { content: "", author: botUser, type: 0, ...message };
}

function givenOptions(options: GivenOptions) {
  return Object.entries(options).map(([name, value]) => {
    const kind = typeof value;
    const type = kind === "boolean" ? optionTypes.boolean : kind === "number" ? optionTypes.number : optionTypes.string;
    return { name, value, type };
  });
}

function interaction({ locale = "en-US", direct = false, channel, permissions = everyonePermissions }: Where) {
  const member = { ...askerMember, user: askerUser, permissions };
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
