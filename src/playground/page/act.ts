import { showReading } from "./files/open-files.ts";
import type { Where } from "../../local-discord/interactions.ts";
import { everyonePermissions, ids } from "../../local-discord/world.ts";
import { type Allowed, pageCommands } from "./box/page-commands.ts";
import type { Channel, Exchange, Message, Modal, WorldEvent } from "../wire.ts";
import {
  fetchShelf,
  fetchWorld,
  postInteraction,
  postLocale,
  postMessage,
  ServerAway,
  ServerProblem,
} from "./server.ts";
import { isOwnNews } from "./chat/message-facts.ts";
import { followAnswer, releaseSource } from "./source/follow-answer.ts";
import { controlOf } from "./dialogs/exchanges.ts";
import { rolesOfPeople } from "./frame/members.ts";
import type { PageState } from "./state.ts";
import type { Store } from "./store.ts";
import { layoutWords } from "./words/layout.ts";

/** How many exchanges are kept to be looked at. */
export const exchangesKept = 200;

/** Everything: the reader owns the server. */
const ownerPermissions = (1n << 51n) - 1n;

/** What the reader may do where they are, as whoever they chose to be. */
export function mayHere({ standing, channelId }: Pick<PageState, "standing" | "channelId">): Allowed {
  return {
    permissions: standing === "manager" ? ownerPermissions : BigInt(everyonePermissions),
    isDirect: channelId === ids.direct,
  };
}

/** Says for an interaction where the reader is. */
export function whereIs(state: PageState): Where {
  const { channelId, channels, locale, roles, standing } = state;
  const channel = channels.find(({ id }) => id === channelId);
  const direct = channelId === ids.direct;
  return {
    locale: locale === "en" ? "en-US" : locale,
    direct,
    permissions: String(mayHere(state).permissions),
    roles: standing === "helper" ? rolesOfPeople(roles).map(({ id }) => id) : [],
    ...(channel && !direct ? { channel: placeOf(channel) } : {}),
  };
}

function placeOf({ id, type, parent_id }: Channel) {
  return parent_id === undefined ? { id, type } : { id, type, parent_id };
}

/**
 * Sends an interaction through the bot's front door. Messages that come of it arrive as events; a form is opened here.
 *
 * `message` is the one whose component was used.
 */
export async function interact(store: Store, interaction: object, message?: Message): Promise<Exchange | undefined> {
  const control = controlOf(interaction, { message, modal: store.state.modal?.modal });
  store.update({ isWaiting: true, problem: undefined });
  releaseSource(store);
  const exchange = await attempt(store, () => postInteraction(interaction));
  store.update({ isWaiting: false });
  if (!exchange) return undefined;
  store.update({ exchanges: [...store.state.exchanges, { ...exchange, control }].slice(-exchangesKept) });
  const { response, status, isLate } = exchange;
  const words = layoutWords[store.state.locale];
  if (response?.type === 9) store.update({ modal: { modal: readModal(response), message } });
  if (isLate) store.update({ problem: words.tooLate(store.state.bot.username) });
  else if (status === 0) store.update({ problem: words.botUnreachable });
  if (!response && status >= 400) store.update({ problem: words.botRefused(status) });
  return exchange;
}

function readModal({ data }: { readonly data?: unknown }): Modal {
  // The bot's own response, in the form of `Modal`: see write-response.ts.
  const modal: Modal = JSON.parse(JSON.stringify(data));
  return modal;
}

/** Says something in the channel that is open; tells whether it could be sent. */
export async function say(store: Store, content: string): Promise<boolean> {
  const { channelId, replyTo, attached } = store.state;
  releaseSource(store);
  const message = { channel: channelId, content, attachments: attached.map(({ id }) => id) };
  const said = await attempt(store, () => postMessage({ ...message, ...(replyTo === undefined ? {} : { replyTo }) }));
  if (said && store.state.attached === attached) store.update({ attached: [] });
  if (said && store.state.replyTo === replyTo) store.update({ replyTo: undefined });
  return said !== undefined;
}

/** Opens a channel, a thread or the direct messages. */
export function openChannel(store: Store, channelId: string): void {
  const unread = store.state.unread.filter((id) => id !== channelId);
  const draft = { kind: "text", text: "" } as const;
  store.update({ channelId, unread, earlier: 0, pane: "chat", draft, replyTo: undefined, menu: undefined });
}

/** Takes over all that happened while the server was away; it may even have been started anew. */
export async function reload(store: Store): Promise<void> {
  const found = await attempt(store, () => Promise.all([fetchWorld(), fetchShelf()]));
  if (!found) return;
  const [{ reader, bot, channels, roles, messages, commands: registered }, shelf] = found;
  const commands = pageCommands(registered, { channels, roles });
  const unread = store.state.unread.filter((id) => channels.some((channel) => channel.id === id));
  const known = { reader, bot, channels, roles, messages, unread, commands };
  store.update({ ...known, ...shelf, isConnected: true, problem: undefined });
  if (channels.every(({ id }) => id !== store.state.channelId)) openChannel(store, ids.channel);
  await attempt(store, () => postLocale({ locale: store.state.locale }));
}

/** Takes over what happened. */
export async function hear(store: Store, event: WorldEvent): Promise<void> {
  switch (event.kind) {
    case "message": {
      const { messages, reader, channelId } = store.state;
      const { message } = event;
      const known = messages.find(({ id }) => id === message.id);
      store.update({ messages: withMessage(messages, message), unread: withUnread(store, event) });
      const isAnswer = message.author.id !== reader.id && isOwnNews(message, store.state);
      const isSeen = message.channel_id === channelId && message.content !== known?.content;
      if (isAnswer && isSeen && store.state.messages.includes(message)) followAnswer(store, message);
      return;
    }
    case "channel": {
      const { commands, roles } = store.state;
      const channels = withChannel(store.state.channels, event.channel);
      store.update({ channels, commands: pageCommands(commands, { channels, roles }) });
      return;
    }
    case "shelf": {
      const shelf = await attempt(store, fetchShelf);
      if (shelf) store.update(shelf);
      return;
    }
    case "reading":
      showReading(store, event);
  }
}

/** Shows what went wrong instead of throwing it. */
export async function attempt<Result>(store: Store, work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error;
    const isAway = error instanceof ServerAway;
    store.update({ problem: isAway ? layoutWords[store.state.locale].unreachable : error.message });
    return undefined;
  }
}

/** Marks a channel that is not open, unless the message only changed or is the reader's own. */
function withUnread({ state }: Store, { message }: { readonly message: Message }): readonly string[] {
  const { channel_id: channelId, author } = message;
  const isNew = state.messages.every(({ id }) => id !== message.id);
  if (!isNew || channelId === state.channelId || author.id === state.reader.id) return state.unread;
  return state.unread.includes(channelId) ? state.unread : [...state.unread, channelId];
}

/** What changes and is not there was dismissed. */
function withMessage(messages: readonly Message[], message: Message): readonly Message[] {
  const at = messages.findIndex(({ id }) => id === message.id);
  if (at === -1) return message.edited_timestamp === null ? [...messages, message] : messages;
  return messages.with(at, message);
}

function withChannel(channels: readonly Channel[], channel: Channel): readonly Channel[] {
  const at = channels.findIndex(({ id }) => id === channel.id);
  return at === -1 ? [...channels, channel] : channels.with(at, channel);
}
