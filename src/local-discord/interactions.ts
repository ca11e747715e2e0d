import type { LocalAttachment } from "./world.ts";
import { askerMember, askerUser, botUser, everyonePermissions, ids } from "./world.ts";

/** Where and by whom something is asked. */
export interface Where {
  /** One of Discord's, such as `zh-CN`; absent means `en-US`. */
  readonly locale?: string;
  /** In a direct message instead of a guild. */
  readonly direct?: boolean;
  /** In another server; its channel must be given too. */
  readonly guild?: string;
  /** In this channel, of this type; absent means the guild's first. */
  readonly channel?: { readonly id: string; readonly type: number; readonly parent_id?: string | null };
  /** The asker's permission bits in the channel; absent means those of everyone. */
  readonly permissions?: string;
  /** The ids of the asker's roles; absent means none. */
  readonly roles?: readonly string[];
  /** Who asks; absent means the asker. */
  readonly user?: { readonly id: string };
}

export interface SlashCommand extends Where {
  /** The command's id; Discord gives it one when it is registered. */
  readonly id?: string;
  readonly name: string;
  /** With the name of its group in front, if it stands in one: `forum add`. */
  readonly subcommand?: string;
  readonly options?: GivenOptions;
  /** Discord's types of options where a value does not tell: 4 whole numbers, 6 people, 7 channels, 8 roles. */
  readonly types?: Readonly<Record<string, number>>;
  /** By the names of their options. */
  readonly attachments?: Readonly<Record<string, LocalAttachment>>;
}

/** One of the bot's messages, as far as an interaction tells of it. */
interface OwnMessage {
  readonly id: string;
  readonly content?: string;
  readonly flags?: number;
}

/** A message as its context menu tells of it; absent means that the asker wrote it. */
interface Target {
  readonly id: string;
  readonly content: string;
  readonly author?: object;
  readonly components?: readonly object[];
  readonly attachments?: readonly LocalAttachment[];
  readonly embeds?: readonly object[];
  readonly message_snapshots?: readonly object[];
  readonly mentions?: readonly object[];
  readonly poll?: object;
}

type GivenOptions = Readonly<Record<string, string | number | boolean>>;

const someCommand = "100000000000000009";
const someMenu = "100000000000000010";

const optionTypes = { subcommand: 1, group: 2, string: 3, boolean: 5, number: 10, attachment: 11 } as const;

/** An interaction without its id and token, which the local Discord gives it. */
export function slashCommand({ id = someCommand, name, ...given }: SlashCommand) {
  const { subcommand, options, types, attachments = {}, ...where } = given;
  const files = Object.entries(attachments).map(([option, { id: file }]) => {
    return { name: option, value: file, type: optionTypes.attachment };
  });
  const all = [...givenOptions(options, types), ...files];
  const data = { id, type: 1, name, options: belowSubcommand(subcommand, all), ...resolve(attachments) };
  return { ...interaction(where), type: 2, data };
}

/** Somebody types the last of the options. */
export function typing({
  id = someCommand,
  name,
  subcommand,
  options,
  types,
  ...where
}: Omit<SlashCommand, "attachments">) {
  const given = givenOptions(options, types);
  const focused = given.map((option, index) => (index === given.length - 1 ? { ...option, focused: true } : option));
  const data = { id, type: 1, name, options: belowSubcommand(subcommand, focused) };
  return { ...interaction(where), type: 4, data };
}

/** A command from a message's context menu. */
export function messageMenu({
  id = someMenu,
  name,
  target,
  ...where
}: Where & { id?: string; name: string; target: Target }) {
  const resolved = { messages: { [target.id]: { author: askerUser, type: 0, ...target } } };
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

function givenOptions(options: GivenOptions = {}, types: SlashCommand["types"] = {}): readonly object[] {
  return Object.entries(options).map(([name, value]) => ({ name, value, type: types[name] ?? typeOf(value) }));
}

function typeOf(value: GivenOptions[string]): number {
  if (typeof value === "boolean") return optionTypes.boolean;
  return typeof value === "number" ? optionTypes.number : optionTypes.string;
}

function belowSubcommand(subcommand: string | undefined, options: readonly object[]): readonly object[] {
  const [first, second] = subcommand?.split(" ") ?? [];
  if (first === undefined) return options;
  if (second === undefined) return [{ type: optionTypes.subcommand, name: first, options }];
  return [{ type: optionTypes.group, name: first, options: belowSubcommand(second, options) }];
}

function resolve(attachments: Readonly<Record<string, LocalAttachment>>): object {
  const files = Object.values(attachments);
  return files.length === 0
    ? {}
    : { resolved: { attachments: Object.fromEntries(files.map((file) => [file.id, file])) } };
}

function interaction(given: Where) {
  const { locale = "en-US", direct = false, guild = ids.guild, channel, user = askerUser } = given;
  const { permissions = everyonePermissions, roles = [] } = given;
  const member = { ...askerMember, user: { ...askerUser, ...user }, roles, permissions };
  const where = direct ? { user: member.user, context: 1 } : { guild_id: guild, member, context: 0 };
  const channelId = direct ? ids.direct : ids.channel;
  return {
    version: 1,
    application_id: ids.application,
    channel_id: channel?.id ?? channelId,
    channel: channel ?? { id: channelId, type: direct ? 1 : 0 },
    locale,
    app_permissions: everyonePermissions,
    entitlements: [],
    authorizing_integration_owners: { "0": direct ? "0" : guild },
    attachment_size_limit: 10_485_760,
    ...where,
  };
}
