import { html, nothing, type TemplateResult } from "lit";
import type { Message, RegisteredCommand } from "../../wire.ts";
import { interact, whereIs } from "../act.ts";
import { commandsHere } from "../box/box-actions.ts";
import { nameIn } from "../box/command-options.ts";
import { composeMenu } from "../box/compose-command.ts";
import { exchangeOf, isPrivate } from "./message-facts.ts";
import { startReply } from "../box/start-reply.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { chatWords } from "../words/chat.ts";
import { popup } from "./popup.ts";

/** The menu of the message that `state.menu` names. */
export function messageMenuView({ menu, locale, exchanges }: PageState, store: Store): TemplateResult | typeof nothing {
  if (!menu) return nothing;
  const commands = commandsHere(store);
  const say = chatWords[locale];
  const { message, x, y } = menu;
  const apps = commands.filter(({ type }) => type === 3);
  const exchange = exchangeOf(message, exchanges);
  const closed = () => store.update({ menu: undefined });
  return html`<div
    class="menu"
    popover="auto"
    role="menu"
    aria-label=${say.actions}
    ${popup({ opening: menu, x, y, closed })}
    @keydown=${moveInMenu}
    @contextmenu=${(event: Event) => event.preventDefault()}
  >
    ${isPrivate(message) ? nothing : itemView(say.reply, () => startReply(store, message.id))}
    ${itemView(say.copyText, () => void copyText(store, message))}
    ${exchange ? itemView(say.json, () => store.update({ inspected: exchange.sent.id })) : nothing}
    ${apps.length === 0 ? nothing : appsView(apps, message, store)}
  </div>`;
}

function appsView(apps: readonly RegisteredCommand[], message: Message, store: Store): TemplateResult {
  const { locale } = store.state;
  return html`<div role="group" aria-labelledby="menu-apps">
    <span id="menu-apps" class="menu-title" role="presentation">${chatWords[locale].apps}</span>
    ${apps.map((app) => itemView(nameIn(locale, app), () => runApp(app, message, store)))}
  </div>`;
}

function itemView(label: string, run: () => void): TemplateResult {
  const choose = ({ currentTarget }: Event) => {
    const menu = currentTarget instanceof Element ? currentTarget.closest<HTMLElement>("[popover]") : null;
    // First, so that the focus goes back before something else takes it.
    menu?.hidePopover();
    run();
  };
  return html`<button type="button" role="menuitem" tabindex="-1" @click=${choose}>${label}</button>`;
}

function runApp({ id, name }: RegisteredCommand, message: Message, store: Store): void {
  void interact(store, composeMenu({ id, name, message }, whereIs(store.state)));
}

async function copyText(store: Store, { content }: Message): Promise<void> {
  try {
    await navigator.clipboard.writeText(content);
  } catch {
    store.update({ problem: chatWords[store.state.locale].cannotCopy });
  }
}

function moveInMenu(event: KeyboardEvent): void {
  const { currentTarget, key } = event;
  if (!(currentTarget instanceof HTMLElement)) return;
  if (key === "Tab") {
    event.preventDefault();
    currentTarget.hidePopover();
    return;
  }
  const items = [...currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.findIndex((item) => item === document.activeElement);
  const next = { ArrowDown: (at + 1) % items.length, ArrowUp: at - 1, Home: 0, End: -1 }[key];
  if (next === undefined) return;
  event.preventDefault();
  items.at(next)?.focus();
}

/** Opens the menu where the mouse is; on links the browser's own is of more use. */
export function openMenuAt(event: MouseEvent, store: Store, message: Message): void {
  const { target, currentTarget, clientX, clientY } = event;
  if (target instanceof Element && target.closest("a")) return;
  event.preventDefault();
  open(store, message, { element: currentTarget, x: clientX, y: clientY });
}

/** Opens the menu below a button, or below the beginning of a message for the keys that are meant for menus. */
export function openMenuBelow(event: Event, store: Store, message: Message): void {
  const isKey = event instanceof KeyboardEvent;
  if (isKey && event.key !== "ContextMenu" && !(event.key === "F10" && event.shiftKey)) return;
  const { currentTarget } = event;
  if (!(currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const { left, bottom, top } = currentTarget.getBoundingClientRect();
  // Of a long message the beginning may be out of sight.
  const above = currentTarget.closest("chat-log")?.getBoundingClientRect().top ?? 0;
  const place = isKey ? { x: left + 72, y: Math.max(top, above) + 24 } : { x: left, y: bottom + 4 };
  open(store, message, { element: currentTarget.closest(".message"), ...place });
}

interface Opening {
  readonly element: EventTarget | null;
  readonly x: number;
  readonly y: number;
}

/** The message takes the focus, since it gets it back afterwards; its buttons may be hidden by then. */
function open(store: Store, message: Message, { element, x, y }: Opening): void {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
  store.update({ menu: { message, x, y } });
}
