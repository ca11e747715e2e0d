import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "../../wire.ts";
import { summariseExchange } from "../dialogs/exchanges.ts";
import { icons } from "../frame/icons.ts";
import { nameIn } from "../box/command-options.ts";
import { previewOf } from "./message-facts.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { chatWords } from "../words/chat.ts";
import { avatarOf } from "./avatar.ts";

/** Above a message: what it replies to, or which command made it. */
export function replyLineView(message: Message, store: Store): TemplateResult | typeof nothing {
  const { referenced_message: replied, interaction_metadata: origin } = message;
  if (replied) return repliedView(replied, store);
  if (origin?.name === undefined) return nothing;
  // Of a subcommand Discord's own message names the command alone.
  const exchange = store.state.exchanges.find(({ sent }) => sent.id === origin.id);
  const name = exchange && origin.name.startsWith("/") ? summariseExchange(exchange).name : origin.name;
  return usedView(name, store);
}

function repliedView(replied: Message, store: Store): TemplateResult {
  const { state } = store;
  const { author, id } = replied;
  const label = chatWords[state.locale].repliesTo(author.username);
  return html`<div class="reply-line" slot="reply">
    <img src=${avatarOf(author)} alt="" width="16" height="16" />
    <button type="button" title=${label} @click=${() => goToMessage(store, id)}>
      <strong>@${author.username}</strong> ${previewOf(replied, (mentioned) => nameOf(mentioned, state))}
    </button>
  </div>`;
}

function nameOf(id: string, { reader, bot, channels }: PageState): string {
  const user = [reader, bot].find((each) => each.id === id);
  return user?.username ?? channels.find((each) => each.id === id)?.name ?? id;
}

function usedView(name: string, { state }: Store): TemplateResult {
  const { before, command, after } = chatWords[state.locale].used(state.reader.username, shownName(name, state));
  return html`<div class="reply-line" slot="reply">
    <img src=${avatarOf(state.reader)} alt="" width="16" height="16" />
    <span>${before}<b>${icons.command}${command}</b>${after}</span>
  </div>`;
}

/** In the reader's language: `/提问` of `/ask`. */
function shownName(name: string, { commands, locale }: PageState): string {
  const slash = name.startsWith("/") ? "/" : "";
  const command = commands.find((each) => each.name === name.slice(slash.length));
  return command ? `${slash}${nameIn(locale, command)}` : name;
}

/** One that was said long ago may not be drawn yet. */
function goToMessage(store: Store, id: string): void {
  if (!elementOf(id)) store.update({ earlier: store.state.messages.length });
  requestAnimationFrame(() => focusMessage(elementOf(id)));
}

function elementOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#message-${CSS.escape(id)}`);
}

function focusMessage(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "center" });
  element?.focus({ preventScroll: true });
}
