import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import type { Channel, Message } from "../../wire.ts";
import { openChannel } from "../act.ts";
import { channelTitle } from "./channel-title.ts";
import { icons } from "../frame/icons.ts";
import { membersPlace } from "../frame/room.ts";
import { beginsDay, type Clock, clockFor, isOwnNews, messagesAtOnce } from "./message-facts.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { chatWords } from "../words/chat.ts";
import { membersWords } from "../words/members.ts";
import { messageMenuView } from "./message-menu-view.ts";
import { messageView } from "./message-view.ts";
import { kindOf, welcomeView } from "./welcome-view.ts";

/** The channel that is open: what it is, and what was said in it. */
export function chatView(state: PageState, store: Store): TemplateResult {
  const channel = state.channels.find(({ id }) => id === state.channelId);
  if (!channel) return html``;
  const { messages, channels, commands, exchanges, isWaiting, locale, theme, inUse, channelId, earlier } = state;
  return html`
    ${headerView(channel, state, store)}
    ${guard([messages, channels, commands, exchanges, isWaiting, locale, theme, inUse, channelId, earlier], () =>
      // Another channel is another log: what stands in it already is not read out.
      keyed(channel.id, logView(channel, state, store)),
    )}
    ${messageMenuView(state, store)}
  `;
}

function headerView(channel: Channel, state: PageState, store: Store): TemplateResult {
  const say = chatWords[state.locale];
  const kind = kindOf(channel);
  const parent = kind === "thread" ? state.channels.find(({ id }) => id === channel.parent_id) : undefined;
  const topic = parent ? say.topic.thread(channelTitle(parent, state)) : say.topic[kind === "thread" ? "text" : kind];
  return html`<header class="chat-header" data-kind=${kind}>
    ${
      parent
        ? html`<button type="button" class="parent" title=${say.toParent} @click=${() => openChannel(store, parent.id)}>
              ${channelTitle(parent, state)}</button
            ><span class="between" aria-hidden="true">›</span>`
        : nothing
    }
    ${parent ? nothing : signOf(kind)}
    <h2>${kind === "text" ? channel.name : kind === "direct" ? state.bot.username : channelTitle(channel, state)}</h2>
    <p class="topic">${topic}</p>
    ${membersToggle(state, store)}
  </header>`;
}

/** The sign that a channel's name begins with stands in its picture here. */
function signOf(kind: ReturnType<typeof kindOf>): TemplateResult {
  return kind === "direct" ? icons.at : icons.hash;
}

function membersToggle(state: PageState, store: Store): TemplateResult {
  const isShown = membersPlace({ ...state, choice: state.membersChoice }) !== "none";
  const say = membersWords[state.locale];
  const label = isShown ? say.hideMembers : say.showMembers;
  return html`<button
    type="button"
    class="tool"
    id="toggle-members"
    title=${label}
    aria-label=${label}
    aria-expanded=${isShown}
    aria-controls=${isShown ? "members" : nothing}
    @click=${() => store.update({ membersChoice: !isShown })}
  >
    ${icons.members}
  </button>`;
}

function logView(channel: Channel, state: PageState, store: Store): TemplateResult {
  const say = chatWords[state.locale];
  const all = state.messages.filter(({ channel_id: id }) => id === channel.id);
  const hidden = Math.max(0, all.length - messagesAtOnce - state.earlier);
  const messages = all.slice(hidden);
  const newest = messages.at(-1);
  const clock = clockFor(state.locale);
  const places = messages.map((message, index) => ({ message, previous: messages[index - 1] }));
  return html`<chat-log
    role="log"
    aria-live="polite"
    aria-label=${say.messages(channelTitle(channel, state))}
    .newest=${newest?.id}
    .isOwn=${newest !== undefined && isOwnNews(newest, state)}
    .label=${say.newMessages}
    @keydown=${moveAmongMessages}
  >
    ${hidden > 0 ? earlierView(hidden, store) : welcomeView(channel, store)}
    <discord-messages no-background ?light-theme=${state.theme === "light"}>
      ${repeat(
        places,
        ({ message }) => message.id,
        ({ message, previous }) => html`
          ${beginsDay(message, previous) ? dayView(message, clock) : nothing}
          ${messageView(message, { previous, isNewest: message === newest, clock }, store)}
        `,
      )}
    </discord-messages>
    <p class="waiting" aria-hidden="true" ?hidden=${!state.isWaiting}>
      <span class="dots"><i></i><i></i><i></i></span>${say.waiting(state.bot.username)}
    </p>
  </chat-log>`;
}

function dayView({ timestamp }: Message, clock: Clock): TemplateResult {
  return html`<p class="day"><time datetime=${timestamp}>${clock.day(new Date(timestamp))}</time></p>`;
}

/** A long chat is drawn from its end; the rest comes as it is wanted. */
function earlierView(hidden: number, store: Store): TemplateResult {
  const { earlier, locale } = store.state;
  const show = () => store.update({ earlier: earlier + messagesAtOnce });
  return html`<button type="button" class="hint-button" id="earlier" @click=${show}>
    ${chatWords[locale].earlier(hidden)}
  </button>`;
}

/** Arrow keys go from message to message; within one they do what they always do. */
function moveAmongMessages(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !target.matches(".message")) return;
  const messages = [...(target.parentElement?.querySelectorAll<HTMLElement>(".message") ?? [])];
  const at = messages.indexOf(target);
  const next = { ArrowUp: Math.max(0, at - 1), ArrowDown: at + 1, Home: 0, End: messages.length - 1 }[key];
  if (next === undefined || event.altKey) return;
  event.preventDefault();
  messages[next]?.focus();
  messages[next]?.scrollIntoView({ block: "nearest" });
}
