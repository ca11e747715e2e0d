import type { Bot } from "../bot.ts";
import type { MessageInvocation } from "../invocation.ts";
import type { Mentioned } from "../render/markup/mention-name.ts";
import { showMarkup } from "../render/markup/show-markup.ts";
import type { Sender } from "./carry-out.ts";
import type { ChannelFacts } from "./channel-facts.ts";
import { deliver } from "./deliver.ts";
import type { Histories, History } from "./histories.ts";
import type { HeardMessage, OwnIds } from "./read-message.ts";
import { readText } from "./read-text.ts";
import { readWriter } from "./read-writer.ts";

export interface MessageAnsweringOptions extends Sender {
  readonly bot: Bot;
  readonly histories: Histories;
  /** Of the server that a message stands in. */
  readonly ownIds: (message: HeardMessage) => OwnIds;
  /** Aborted when the process leaves: nobody waits for anything any more. */
  readonly leaving?: AbortSignal | undefined;
}

/** How a message came to be answered. */
export interface Heard {
  /** Of the event. */
  readonly id: string;
  readonly addressed: MessageInvocation["addressed"];
  readonly facts: ChannelFacts;
  /** Where it was read already. */
  readonly learnt?: History | undefined;
}

/** Makes what hands a message to the bot and sends its reply. */
export function createMessageAnswerer({ bot, rest, log, leaving, histories, ownIds }: MessageAnsweringOptions) {
  return async (message: HeardMessage, { id, addressed, facts, learnt }: Heard): Promise<void> => {
    const own = ownIds(message);
    const title = addressed === "forum-post" && facts.name !== undefined ? showMarkup(facts.name) : undefined;
    const readEarlier = async () => {
      const history = learnt ?? (hasContext(addressed, facts) ? await histories.before(message) : undefined);
      return earlierThan(message, history, own.botId);
    };
    const text = readText(message, { ...own, nameOf: (kind, of) => nameIn(facts, kind, of) });
    const asked = { addressed, title, earlier: [], ...text, ...readWriter(message, facts), id };
    const reply = await bot.respond({ kind: "message", ...asked }, readEarlier, leaving);
    const isAddressed = addressed !== "none";
    await deliver(reply, { message, eventId: id, isAddressed, locale: asked.locale }, { rest, log });
  };
}

/** In a channel for many only what was replied to belongs to a question. */
function hasContext(addressed: MessageInvocation["addressed"], { kind }: ChannelFacts): boolean {
  return addressed !== "none" && (kind === "direct" || kind === "thread");
}

/** What was replied to comes last, as the nearest. */
function earlierThan(
  { referenced_message: repliedTo }: HeardMessage,
  history: History | undefined,
  botId: string,
): string[] {
  const own = (history ?? []).filter(({ id }) => id !== repliedTo?.id);
  return [...own, ...(repliedTo?.author.id === botId ? [repliedTo] : [])].map(({ content }) => content);
}

/** Roles and channels have their names from the server; people's come with the message. */
function nameIn({ channel }: ChannelFacts, kind: Mentioned, id: string): string | undefined {
  if (kind === "user") return undefined;
  return (kind === "role" ? channel?.guild.roles.cache.get(id) : channel?.guild.channels.cache.get(id))?.name;
}
