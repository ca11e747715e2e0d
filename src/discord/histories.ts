import type { APIMessage } from "discord.js";
import { InteractionType, MessageType, Routes } from "discord.js";
import { within } from "../pause.ts";
import { BoundedMap } from "./bounded-map.ts";
import type { Sender } from "./carry-out.ts";
import { readFault } from "./discord-fault.ts";
import type { HeardMessage } from "./read-message.ts";
import { shareRequests } from "./share-requests.ts";

/** The bot's own messages in a channel, oldest first, read from Discord: no store is needed, a restart changes nothing. */
export type History = readonly APIMessage[];

export interface Histories {
  /** Notices an answer to a command, which makes a thread one that the bot listens in. */
  notice(message: HeardMessage): void;
  /** Whether somebody asked the bot in a channel with a command, for all to see, as far as that is known. */
  wasAsked(channelId: string): boolean | undefined;
  /**
   * Reads what stands before a message, at most so much and for so long as a conversation's context is worth; gives
   * nothing where Discord takes longer. What was found out of the channel is remembered all the same.
   */
  before(message: HeardMessage): Promise<History | undefined>;
  /** Whether the bot replied to a message; said too where Discord does not tell. */
  isAnswered(message: HeardMessage): Promise<boolean>;
  /** As `before`, for what `wasAsked` tells afterwards; many who write at once cause one request, whose finder has it. */
  learn(message: HeardMessage): Promise<History | undefined>;
}

export interface HistoriesOptions extends Sender {
  readonly botId: string;
  /** In milliseconds; absent means two seconds, after which people think that nobody is there. */
  readonly patience?: number | undefined;
}

/** Discord gives at most 100 messages at once; what lies further back is no context of a question any more. */
const messagesRead = "50";

const defaultPatience = 2000;

/** Reads the bot's own messages, which it may read whatever it is allowed otherwise. */
export function createHistories({ rest, log, botId, patience = defaultPatience }: HistoriesOptions): Histories {
  const asked = new BoundedMap<boolean>(10_000);
  const share = shareRequests<History | undefined>();

  async function read(channelId: string, end: string): Promise<History> {
    const query = new URLSearchParams({ limit: messagesRead, before: end });
    const found = await rest.get(Routes.channelMessages(channelId), { query });
    const messages = Array.isArray(found) ? found.filter(isMessage).toReversed() : [];
    const own = messages.map(starterOf).filter(({ author }) => author.id === botId);
    asked.set(channelId, asked.get(channelId) === true || own.some(isAnswerToCommand));
    return own;
  }

  async function before({ channel_id: channelId, id }: HeardMessage): Promise<History | undefined> {
    const reading = read(channelId, id).catch((error: unknown) => {
      log.warn("history not read", { channel: channelId, ...readFault(error) });
      return undefined;
    });
    return within(reading, patience);
  }

  return {
    notice(message) {
      if (message.author.id === botId && isAnswerToCommand(message)) asked.set(message.channel_id, true);
    },
    wasAsked: (channelId) => asked.get(channelId),
    before,
    async isAnswered({ channel_id: channelId, id }) {
      const query = new URLSearchParams({ limit: messagesRead, after: id });
      const found = await rest.get(Routes.channelMessages(channelId), { query }).catch((error: unknown) => {
        log.warn("history not read", { channel: channelId, ...readFault(error) });
      });
      if (!Array.isArray(found)) return true;
      return found
        .filter(isMessage)
        .some(({ author, message_reference: to }) => author.id === botId && to?.message_id === id);
    },
    async learn(message) {
      let isOwn = false;
      const found = await share(message.channel_id, () => {
        isOwn = true;
        return before(message);
      });
      return isOwn ? found : undefined;
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
