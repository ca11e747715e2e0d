import type { Guild, LocalAttachment } from "./world.ts";
import { botUser, ids } from "./world.ts";

/** A message as far as the local Discord looks into it. */
export interface LocalMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string | undefined;
  readonly type: number;
  readonly content: string;
  readonly author: { readonly id: string; readonly username?: string; readonly bot?: boolean };
  readonly mentions: readonly { readonly id: string }[];
  readonly mention_roles?: readonly string[] | undefined;
  readonly embeds?: readonly object[] | undefined;
  /** Messages that it forwards. */
  readonly message_snapshots?: readonly { readonly message: object }[] | undefined;
  readonly sticker_items?: readonly object[] | undefined;
  readonly poll?: object | undefined;
  /** 64 is one that only the asker sees. */
  readonly flags: number;
  readonly components: readonly object[];
  readonly attachments: readonly LocalAttachment[];
  /** ISO 8601. */
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly message_reference?: object | undefined;
  readonly reactions?: readonly LocalReaction[] | undefined;
  readonly referenced_message?: LocalMessage | undefined;
  /** Of an answer to an interaction; with the name of a command as people see it. */
  readonly interaction_metadata?:
    | { readonly id: string; readonly type: number; readonly name?: string | undefined; readonly user: object }
    | undefined;
}

/** As the bot sees it: `me` is its own. */
export interface LocalReaction {
  readonly emoji: { readonly id: string | null; readonly name: string };
  readonly count: number;
  readonly me: boolean;
}

/** What may be given of a new message; the rest is as Discord has it. */
export type NewMessage = Pick<LocalMessage, "id" | "channel_id" | "content"> & Partial<LocalMessage>;

export interface LocalChannel {
  readonly id: string;
  readonly type: number;
  readonly name?: string;
  readonly guild_id?: string | undefined;
  readonly parent_id?: string;
  readonly owner_id?: string;
  /** Of a thread: without the message that it stands on. */
  readonly total_message_sent?: number;
}

/** Something that everybody may see, or the reader alone. */
export type LocalEvent =
  /** A new message, or one that changed. */
  | { readonly kind: "message"; readonly message: LocalMessage }
  | { readonly kind: "channel"; readonly channel: LocalChannel };

export interface LocalChannelsOptions {
  readonly guild: Guild;
  readonly now: () => Date;
}

/** Says that only the asker sees a message. */
export const privately = 64;

/** The channels, threads and messages there are; private messages are kept apart from what bots may read. */
export class LocalChannels {
  readonly #channels = new Map<string, LocalChannel>();
  readonly #messages = new Map<string, LocalMessage[]>();
  readonly #nonces = new Map<string, LocalMessage>();
  readonly #listeners = new Set<(event: LocalEvent) => void>();
  readonly #now: () => Date;

  constructor({ guild, now }: LocalChannelsOptions) {
    this.#now = now;
    this.addGuild(guild);
    this.#channels.set(ids.direct, { id: ids.direct, type: 1 });
  }

  /** Adds the channels of a server. */
  addGuild({ id, channels }: Guild): void {
    for (const channel of channels) this.#channels.set(channel.id, { ...channel, guild_id: id });
  }

  /** Tells of all that happens from now on, until the returned function is called. */
  subscribe(listener: (event: LocalEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  all(): readonly LocalChannel[] {
    return [...this.#channels.values()];
  }

  find(id: string): LocalChannel | undefined {
    return this.#channels.get(id);
  }

  /** Adds a thread; it has the id of the message that it is started on. */
  addThread(given: {
    readonly id: string;
    readonly name: string;
    readonly parentId: string;
    readonly ownerId: string;
  }) {
    const { id, name, parentId: parent_id, ownerId: owner_id } = given;
    const thread_metadata = {
      archived: false,
      locked: false,
      auto_archive_duration: 1440,
      archive_timestamp: this.#time(),
    };
    const thread = {
      id,
      type: 11,
      name,
      parent_id,
      owner_id,
      guild_id: this.#channels.get(parent_id)?.guild_id,
      thread_metadata,
      member_count: 1,
    };
    this.#channels.set(id, { ...thread, total_message_sent: 0 });
    this.#emit({ kind: "channel", channel: thread });
    return thread;
  }

  /** Oldest first, without private ones. */
  messagesIn(channel: string): readonly LocalMessage[] {
    return this.everythingIn(channel).filter((message) => !isPrivate(message));
  }

  /** Oldest first, private ones too. */
  everythingIn(channel: string): readonly LocalMessage[] {
    return this.#messages.get(channel) ?? [];
  }

  /** Of all channels, private ones too, oldest first. */
  everything(): readonly LocalMessage[] {
    return [...this.#messages.values()].flat().toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
  }

  /** Finds one that is not private. */
  findMessage(channel: string, id: string): LocalMessage | undefined {
    return this.messagesIn(channel).find((message) => message.id === id);
  }

  /** Adds a message with all that Discord tells of one. */
  addMessage(given: NewMessage): LocalMessage {
    const message = {
      type: 0,
      author: botUser,
      guild_id: this.#channels.get(given.channel_id)?.guild_id,
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      attachments: [],
      embeds: [],
      components: [],
      pinned: false,
      tts: false,
      flags: 0,
      timestamp: this.#time(),
      edited_timestamp: null,
      ...given,
    };
    const channel = this.#messages.get(given.channel_id) ?? [];
    channel.push(message);
    this.#messages.set(given.channel_id, channel);
    this.#count(given.channel_id);
    this.#emit({ kind: "message", message });
    return message;
  }

  /** Changes a message, private ones too; gives nothing where there is no such one. */
  changeMessage(
    { channel_id, id }: Pick<LocalMessage, "channel_id" | "id">,
    change: Partial<LocalMessage>,
  ): LocalMessage | undefined {
    const channel = this.#messages.get(channel_id) ?? [];
    const at = channel.findIndex((message) => message.id === id);
    const before = channel[at];
    if (!before) return undefined;
    const message = { ...before, ...change, id, channel_id, edited_timestamp: this.#time() };
    channel[at] = message;
    this.#emit({ kind: "message", message });
    return message;
  }

  /** Adds the bot's reaction to a message, or takes it away; gives nothing where there is no such message. */
  react(
    { channel_id, id }: Pick<LocalMessage, "channel_id" | "id">,
    emoji: LocalReaction["emoji"],
    isAdded: boolean,
  ): LocalMessage | undefined {
    const channel = this.#messages.get(channel_id) ?? [];
    const at = channel.findIndex((message) => message.id === id && !isPrivate(message));
    const before = channel[at];
    if (!before) return undefined;
    const others = (before.reactions ?? []).filter(
      (each) => each.emoji.name !== emoji.name || each.emoji.id !== emoji.id,
    );
    const reactions = isAdded ? [...others, { emoji, count: 1, me: true }] : others;
    const message = { ...before, reactions };
    channel[at] = message;
    this.#emit({ kind: "message", message });
    return message;
  }

  /** Adds a message unless one with its nonce is there: Discord then gives that one back. */
  addOnce(nonce: unknown, given: NewMessage): { message: LocalMessage; isNew: boolean } {
    const key = `${given.channel_id} ${String(nonce)}`;
    const earlier = nonce === undefined ? undefined : this.#nonces.get(key);
    if (earlier) return { message: earlier, isNew: false };
    const message = this.addMessage(given);
    if (nonce !== undefined) this.#nonces.set(key, message);
    return { message, isNew: true };
  }

  #count(channelId: string): void {
    const channel = this.#channels.get(channelId);
    if (channel?.total_message_sent === undefined) return;
    this.#channels.set(channelId, { ...channel, total_message_sent: channel.total_message_sent + 1 });
  }

  #time(): string {
    return this.#now().toISOString();
  }

  #emit(event: LocalEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

export function isPrivate({ flags }: Pick<LocalMessage, "flags">): boolean {
  return (flags & privately) !== 0;
}

/** Discord shows what a message replies to, but not what that one replied to. */
export function withoutReference(message: LocalMessage): LocalMessage {
  return { ...message, referenced_message: undefined };
}

const nothingToSee = { content: "", components: [], attachments: [], embeds: [], poll: undefined };

/** What a bot without the Message Content intent gets to see of a message. */
export function blank(message: LocalMessage): LocalMessage {
  const isVisible =
    message.guild_id === undefined ||
    message.author.id === ids.bot ||
    message.mentions.some(({ id }) => id === ids.bot);
  const { referenced_message: repliedTo } = message;
  const kept = repliedTo ? { ...message, referenced_message: blank(repliedTo) } : message;
  return isVisible ? kept : { ...kept, ...nothingToSee };
}
