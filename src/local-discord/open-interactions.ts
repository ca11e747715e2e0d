import { attachmentsAfter, type LocalAttachments } from "./attachments.ts";
import type { SentMessage } from "./bodies.ts";
import { deferredData, givenInteraction, sentMessage, sentResponse } from "./bodies.ts";
import type { GivenInteraction } from "./bodies.ts";
import type { LocalChannels, LocalMessage, NewMessage } from "./channels.ts";
import { isPrivate, privately, withoutReference } from "./channels.ts";
import type { LocalRequest, LocalResponse } from "./routes.ts";
import { discordError, ok } from "./routes.ts";
import { askerUser, botUser } from "./world.ts";

/** An interaction with the id and the token that the local Discord gave it. */
export type SentInteraction = GivenInteraction & { readonly id: string; readonly token: string };

export interface OpenInteractionsOptions {
  readonly channels: LocalChannels;
  readonly newId: () => string;
  readonly attachments: LocalAttachments;
  /** Hears of messages that are new and not private. */
  readonly tell: (message: LocalMessage) => void;
}

/** An interaction under way. */
interface Asked {
  readonly sent: SentInteraction;
  readonly answered: PromiseWithResolvers<unknown>;
  response?: unknown;
  /** What `@original` names. */
  original?: LocalMessage | undefined;
}

/** Discord's own number says that the bot is thinking. */
const loading = 128;

/** Older ones cannot be answered any more. */
const mostAsked = 1000;

/** The interactions that may still be answered, and what becomes of the responses to them. */
export class OpenInteractions {
  readonly #options: OpenInteractionsOptions;
  readonly #asked = new Map<string, Asked>();

  constructor(options: OpenInteractionsOptions) {
    this.#options = options;
  }

  /** Gives an interaction its id and token; `answered` resolves with the first response. */
  open(payload: object): { readonly sent: SentInteraction; readonly answered: Promise<unknown> } {
    const { newId } = this.#options;
    const sent = { ...givenInteraction.parse(payload), id: newId(), token: `aW50ZXJhY3Rpb24_${newId()}` };
    const answered = Promise.withResolvers<unknown>();
    this.#asked.set(sent.token, { sent, answered });
    for (const oldest of this.#asked.keys().take(Math.max(0, this.#asked.size - mostAsked))) this.#asked.delete(oldest);
    return { sent, answered: answered.promise };
  }

  /** Takes the first response over REST. */
  callBack({ id, token }: { readonly id: string; readonly token: string }, response: unknown): LocalResponse {
    const asked = this.#asked.get(token);
    if (asked?.sent.id !== id) return discordError(404, 10062, "Unknown interaction");
    if (asked.response !== undefined) return discordError(400, 40060, "Interaction has already been acknowledged.");
    this.acknowledge(token, response);
    return { status: 204 };
  }

  /** Waits no longer: a response that still comes finds nothing to respond to. */
  giveUp(token: string): void {
    this.#asked.delete(token);
  }

  /** Does what the first response says. */
  acknowledge(token: string, response: unknown): void {
    const asked = this.#asked.get(token);
    if (!asked) return;
    asked.response = response;
    asked.original = this.#carryOut(asked.sent, response);
    asked.answered.resolve(response);
  }

  /** Changes what the first response showed. */
  edit(token: string, { body, files }: Pick<LocalRequest, "body" | "files">): LocalResponse {
    const asked = this.#asked.get(token);
    if (asked?.response === undefined) return discordError(404, 10015, "Unknown Webhook");
    asked.original = asked.original && this.#change(asked.original, sentMessage.parse(body), files);
    return asked.original ? ok(asked.original) : discordError(404, 10008, "Unknown Message");
  }

  /** Gives what the first response shows by now. */
  read(token: string): LocalResponse {
    const asked = this.#asked.get(token);
    if (asked?.response === undefined) return discordError(404, 10015, "Unknown Webhook");
    return asked.original ? ok(asked.original) : discordError(404, 10008, "Unknown Message");
  }

  /** Gives the message that the response made or changed. */
  #carryOut(sent: SentInteraction, response: unknown): LocalMessage | undefined {
    const { type, data } = sentResponse.parse(response);
    if (type === 4) return this.#add(sent, sentMessage.parse(data));
    if (type === 5) {
      const { flags } = deferredData.parse(data);
      return this.#add(sent, { content: "", components: [], flags: flags | loading });
    }
    const used = sent.message && this.#find(sent);
    return type === 7 && used ? this.#change(used, sentMessage.parse(data)) : used;
  }

  #add(sent: SentInteraction, { content, flags, components, attachments: _named, ...rest }: SentMessage): LocalMessage {
    const { channels, newId, tell } = this.#options;
    const message = channels.addMessage({
      ...rest,
      ...originOf(sent, sent.message && this.#find(sent)),
      content,
      flags,
      components,
      id: newId(),
      author: botUser,
      channel_id: sent.channel_id ?? "",
    });
    if (!isPrivate(message)) tell(message);
    return message;
  }

  #change(message: LocalMessage, sent: SentMessage, files: LocalRequest["files"] = []): LocalMessage | undefined {
    const { channels, attachments } = this.#options;
    const { content, flags, components } = sent;
    const added = files.map((file) => attachments.add(message.channel_id, file));
    const kept = message.flags & privately;
    return channels.changeMessage(message, {
      content,
      components,
      flags: (flags & ~loading) | kept,
      attachments: attachmentsAfter(message.attachments, sent.attachments, added),
    });
  }

  /** The message whose component was used. */
  #find({ channel_id: channel = "", message }: SentInteraction): LocalMessage | undefined {
    return this.#options.channels.everythingIn(channel).find(({ id }) => id === message?.id);
  }
}

/** Tells how a message came to be: by a command, or by a component of another message, which it then replies to. */
function originOf(sent: SentInteraction, used: LocalMessage | undefined): Partial<NewMessage> {
  const { id, type, data } = sent;
  const isCommand = type === 2;
  const name = data?.type === 1 ? `/${data.name}` : data?.name;
  const shown = { id, type, user: sent.member?.user ?? askerUser, authorizing_integration_owners: {} };
  const interaction_metadata = isCommand ? { ...shown, name } : shown;
  if (isCommand) return { interaction_metadata, type: data?.type === 1 ? 20 : 23 };
  if (!used) return { interaction_metadata };
  const message_reference = { message_id: used.id, channel_id: used.channel_id };
  return { interaction_metadata, type: 19, message_reference, referenced_message: withoutReference(used) };
}
