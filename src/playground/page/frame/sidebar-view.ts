import { html, nothing, type TemplateResult } from "lit";
import type { Channel } from "../../wire.ts";
import { openChannel } from "../act.ts";
import { listChannels, type ChannelGroup } from "./channels.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { sidebarWords } from "../words/sidebar.ts";
import { icons } from "./icons.ts";
import { membersWords } from "../words/members.ts";
import { settingsView } from "./settings-view.ts";

interface Page {
  readonly state: PageState;
  readonly store: Store;
}

/** The server with its channels, the direct messages, and the reader's settings below. */
export function sidebarView(state: PageState, store: Store): TemplateResult {
  const words = sidebarWords[state.locale];
  const { groups, direct } = listChannels(state.channels);
  const page = { state, store };
  return html`
    ${railView(page)}
    <h2 class="guild">${state.guildName}</h2>
    <div class="channels">
      <h3 id="text-channels">${words.textChannels}</h3>
      <ul aria-labelledby="text-channels">
        ${groups.map((group) => groupView(group, page))}
      </ul>
      <h3 id="direct-messages">${words.directMessages}</h3>
      <ul aria-labelledby="direct-messages">
        ${direct.map(
          (channel) =>
            html`<li>${channelView({ ...channel, name: channel.name ?? state.bot.username }, "@", page)}</li>`,
        )}
      </ul>
      <details class="about">
        <summary>${words.about.title}</summary>
        ${words.about.lines.map((line) => html`<p>${line}</p>`)}
      </details>
    </div>
    ${settingsView(state, store)}
  `;
}

/** The servers, which is one here, and the direct messages above, as pictures. */
function railView({ state, store }: Page): TemplateResult {
  const { channels, channelId, guildName, unread, locale } = state;
  const { groups, direct } = listChannels(channels);
  const own = direct.map(({ id }) => id);
  const here = groups.flatMap(({ channel, threads }) => [channel.id, ...threads.map(({ id }) => id)]);
  const server = html`<span class="letter" aria-hidden="true">${Array.from(guildName)[0]}</span>`;
  const items = [
    { name: sidebarWords[locale].directMessages, picture: icons.chat, ids: own },
    { name: guildName, picture: server, ids: here },
  ];
  return html`<ul class="rail" aria-label=${membersWords[locale].servers}>
    ${items.map(({ name, picture, ids: [first, ...others] }) => {
      const ids = first === undefined ? [] : [first, ...others];
      const isOpen = ids.includes(channelId);
      return html`<li ?data-open=${isOpen} ?data-unread=${ids.some((id) => unread.includes(id))}>
        <button
          type="button"
          title=${name}
          aria-label=${name}
          aria-current=${isOpen ? "true" : nothing}
          ?disabled=${first === undefined}
          @click=${() => (first === undefined || isOpen ? undefined : openChannel(store, first))}
        >
          ${picture}
        </button>
      </li>`;
    })}
  </ul>`;
}

function groupView({ channel, threads }: ChannelGroup, page: Page): TemplateResult {
  const words = sidebarWords[page.state.locale];
  const list = html`
    <ul class="threads" aria-label=${words.threadsOf(channel.name ?? "")}>
      ${threads.map((thread) => html`<li>${channelView(thread, "", page)}</li>`)}
    </ul>
  `;
  return html`<li>${channelView(channel, "#", page)} ${threads.length > 0 ? list : nothing}</li>`;
}

function channelView({ id, name = "" }: Channel, sign: string, { state, store }: Page): TemplateResult {
  const isOpen = id === state.channelId;
  const isUnread = state.unread.includes(id);
  return html`
    <button
      class="channel"
      type="button"
      data-channel=${id}
      title=${name}
      aria-current=${isOpen ? "page" : nothing}
      ?data-unread=${isUnread}
      @click=${() => openChannel(store, id)}
    >
      ${sign === "" ? icons.thread : sign === "@" ? icons.at : icons.hash}
      <span class="name">${name}</span>
      ${
        isUnread
          ? html`<span class="dot"><span class="unseen">${sidebarWords[state.locale].unread}</span></span>`
          : nothing
      }
    </button>
  `;
}
