import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { Message } from "../../wire.ts";
import { openChannel } from "../act.ts";
import { type Clock, exchangeOf, isContinued, isPrivate } from "./message-facts.ts";
import { startReply } from "../box/start-reply.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { chatWords } from "../words/chat.ts";
import { attachmentsView } from "./attachments-view.ts";
import { avatarOf } from "./avatar.ts";
import { componentsView } from "./components-view.ts";
import { markdownView } from "./markdown-view.ts";
import { reactionsView } from "./reactions-view.ts";
import { replyLineView } from "./reply-line-view.ts";
import { openMenuAt, openMenuBelow } from "./message-menu-view.ts";

export interface Place {
  /** The message before. */
  readonly previous: Message | undefined;
  readonly isNewest: boolean;
  readonly clock: Clock;
}

/** One message with all that belongs to it. */
export function messageView(message: Message, place: Place, store: Store): TemplateResult {
  const { state } = store;
  const say = chatWords[state.locale];
  const { author, content } = message;
  const isShort = isContinued(message, place.previous);
  const time = isShort ? place.clock.time(new Date(message.timestamp)) : timeOf(message, place.clock, state);
  // White space counts around these.
  const text = guard([content, author.bot, state.locale, state.channels], () => markdownView(message, store));
  const edited = message.edited_timestamp === null ? nothing : html`<span class="edited">${say.edited}</span>`;
  return html`<discord-message
    id="message-${message.id}"
    class="message ${isPrivate(message) ? "is-private" : ""}"
    role="article"
    aria-label=${say.message(author.username, time)}
    tabindex=${place.isNewest ? 0 : -1}
    data-message=${message.id}
    author=${author.username}
    avatar=${avatarOf(author)}
    ?bot=${author.bot}
    ?message-body-only=${isShort}
    .timestamp=${time}
    @contextmenu=${(event: MouseEvent) => openMenuAt(event, store, message)}
    @keydown=${(event: KeyboardEvent) => openMenuBelow(event, store, message)}
  >
    ${replyLineView(message, store)} ${toolbarView(message, store)}
    <span class="markdown">${text}${edited}</span>
    ${attachmentsView(message, store)} ${componentsView(message, store)} ${reactionsView(message, store)}
    ${threadView(message, store)} ${privateView(message, store)}
  </discord-message>`;
}

function timeOf({ timestamp }: Message, clock: Clock, { locale }: PageState): string {
  const at = new Date(timestamp);
  const isToday = at.toDateString() === new Date().toDateString();
  return isToday ? chatWords[locale].today(clock.time(at)) : clock.dateAndTime(at);
}

function toolbarView(message: Message, store: Store): TemplateResult {
  const say = chatWords[store.state.locale];
  const exchange = exchangeOf(message, store.state.exchanges);
  return html`<div class="toolbar" slot="reply" role="group" aria-label=${say.actions}>
    ${isPrivate(message) ? nothing : toolView(say.reply, replyIcon, () => startReply(store, message.id))}
    ${exchange ? toolView(say.json, "{ }", () => store.update({ inspected: exchange.sent.id })) : nothing}
    ${toolView(say.more, "⋯", (event) => openMenuBelow(event, store, message))}
  </div>`;
}

function toolView(label: string, icon: unknown, press: (event: Event) => void): TemplateResult {
  return html`<button type="button" aria-label=${label} title=${label} @click=${press}>${icon}</button>`;
}

const replyIcon = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path d="M6 3 2 7l4 4M2 7h7a5 5 0 0 1 5 5v1" />
</svg>`;

/** A thread has the id of the message that it was started on. */
function threadView({ id }: Message, store: Store): TemplateResult | typeof nothing {
  const { channels, messages, locale } = store.state;
  const thread = channels.find((channel) => channel.type === 11 && channel.id === id);
  if (!thread) return nothing;
  const say = chatWords[locale];
  const name = thread.name ?? "";
  const replies = messages.filter(({ channel_id: channel }) => channel === id).length;
  return html`<button
    type="button"
    class="thread-link"
    slot="thread"
    title=${say.openThread(name)}
    @click=${() => openChannel(store, id)}
  >
    <strong>${name}</strong><span>${say.thread(replies)} ›</span>
  </button>`;
}

function privateView(message: Message, store: Store): TemplateResult | typeof nothing {
  if (!isPrivate(message)) return nothing;
  const say = chatWords[store.state.locale];
  const dismiss = () => store.update({ messages: store.state.messages.filter(({ id }) => id !== message.id) });
  return html`<p class="private-note" slot="thread">
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M1.500 8s2.500-4.500 6.500-4.500S14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8Z" />
      <circle cx="8" cy="8" r="2" />
    </svg>
    ${say.onlyYou} · <button type="button" @click=${dismiss}>${say.dismiss}</button>
  </p>`;
}
