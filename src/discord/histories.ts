import type { APIMessage } from "discord.js";
import { InteractionType, MessageType, Routes } from "discord.js";
import { BoundedMap } from "./bounded-map.ts";
import type { Sender } from "./carry-out.ts";
import type { ChannelFacts } from "./channel-facts.ts";
import { readFault } from "./discord-fault.ts";
import type { HeardMessage } from "./read-message.ts";

/** What the bot itself said in a channel, read from Discord: no store is needed, and a restart changes nothing. */
export interface History {
  /** The bot's own messages, oldest first. */
  readonly own: readonly APIMessage[];
  /** Whether somebody asked the bot here with a command, for all to see. */
  readonly wasAsked: boolean;
}

export interface Histories {
  /** Notices an answer to a command, which makes a thread one that the bot listens in. */
  notice(message: HeardMessage): void;
  /** Reads what stands before a message, only where it can matter: in direct messages and in threads. */
  before(message: HeardMessage, facts: ChannelFacts): Promise<History | undefined>;
}

/** Discord gives at most 100 messages at once; what lies further back is no context of a question any more. */
const messagesRead = "50";

/** Reads the bot's own messages, which it may read whatever it is allowed otherwise. */
export function createHistories({ rest, log, botId }: Sender & { readonly botId: string }): Histories {
  const asked = new BoundedMap<boolean>(10_000);

  async function read(channelId: string, before: string): Promise<History> {
    const query = new URLSearchParams({ limit: messagesRead, before });
    const found = await rest.get(Routes.channelMessages(channelId), { query });
    const messages = Array.isArray(found) ? found.filter(isMessage).toReversed() : [];
    const own = messages.map(starterOf).filter(({ author }) => author.id === botId);
    const wasAsked = asked.get(channelId) === true || own.some(isAnswerToCommand);
    asked.set(channelId, wasAsked);
    return { own, wasAsked };
  }

  return {
    notice(message) {
      if (message.author.id === botId && isAnswerToCommand(message)) asked.set(message.channel_id, true);
    },
    async before(message, { kind, ownerId }) {
      const { channel_id: channelId, content, mentions } = message;
      if (kind !== "direct" && kind !== "thread") return undefined;
      const isOthers = kind === "thread" && ownerId !== botId && !mentions.some(({ id }) => id === botId);
      if (isOthers && (content === "" || asked.get(channelId) === false)) return undefined;
      try {
        return await read(channelId, message.id);
      } catch (error) {
        log.warn("history not read", { channel: channelId, ...readFault(error) });
        return undefined;
      }
    },
  };
}

function isAnswerToCommand(message: APIMessage): boolean {
  return message.interaction_metadata?.type === InteractionType.ApplicationCommand;
}

/** The first message of a thread stands for the message that it was started on. */
function starterOf(message: APIMessage): APIMessage {
  return (message.type === MessageType.ThreadStarterMessage && message.referenced_message) || message;
}

function isMessage(value: unknown): value is APIMessage {
  return typeof value === "object" && value !== null && "author" in value && "content" in value;
}
