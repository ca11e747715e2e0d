import { botUser, guild, ids } from "../../../src/local-discord/world.ts";

/** A message as far as the local Discord looks into it. */
export interface LocalMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string | undefined;
  readonly type: number;
  readonly content: string;
  readonly author: { readonly id: string };
  readonly mentions: readonly { readonly id: string }[];
  readonly referenced_message?: LocalMessage | undefined;
}

export interface LocalChannel {
  readonly id: string;
  readonly type: number;
  readonly name?: string;
  readonly guild_id?: string | undefined;
  readonly parent_id?: string;
  readonly owner_id?: string;
}

/** The channels, threads and messages there are. */
export class LocalChannels {
  readonly #channels = new Map<string, LocalChannel>();
  readonly #messages = new Map<string, LocalMessage[]>();
  readonly #nonces = new Map<string, LocalMessage>();

  constructor() {
    for (const channel of guild().channels) this.#channels.set(channel.id, { ...channel, guild_id: ids.guild });
    this.#channels.set(ids.direct, { id: ids.direct, type: 1 });
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
      archive_timestamp: timestamp,
    };
    const thread = { id, type: 11, name, parent_id, owner_id, guild_id: ids.guild, thread_metadata, member_count: 1 };
    this.#channels.set(id, thread);
    return thread;
  }

  /** Oldest first. */
  messagesIn(channel: string): readonly LocalMessage[] {
    return this.#messages.get(channel) ?? [];
  }

  findMessage(channel: string, id: string): LocalMessage | undefined {
    return this.messagesIn(channel).find((message) => message.id === id);
  }

  /** Adds a message with all that Discord tells of one. */
  addMessage(given: Pick<LocalMessage, "id" | "channel_id" | "content"> & Partial<LocalMessage>): LocalMessage {
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
      timestamp,
      edited_timestamp: null,
      ...given,
    };
    this.#messages.set(given.channel_id, [...this.messagesIn(given.channel_id), message]);
    return message;
  }

  /** Adds a message unless one with its nonce is there: Discord then gives that one back. */
  addOnce(
    nonce: unknown,
    given: Parameters<LocalChannels["addMessage"]>[0],
  ): { message: LocalMessage; isNew: boolean } {
    const key = `${given.channel_id} ${String(nonce)}`;
    const earlier = nonce === undefined ? undefined : this.#nonces.get(key);
    if (earlier) return { message: earlier, isNew: false };
    const message = this.addMessage(given);
    if (nonce !== undefined) this.#nonces.set(key, message);
    return { message, isNew: true };
  }
}

const timestamp = "2026-11-01T00:00:00.000000+00:00";

/** What a bot without the Message Content intent gets to see of a message. */
export function blank(message: LocalMessage): LocalMessage {
  const isVisible =
    message.guild_id === undefined ||
    message.author.id === ids.bot ||
    message.mentions.some(({ id }) => id === ids.bot);
  const { referenced_message: repliedTo } = message;
  const kept = repliedTo ? { ...message, referenced_message: blank(repliedTo) } : message;
  return isVisible ? kept : { ...kept, content: "" };
}
