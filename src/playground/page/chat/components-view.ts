import { html, nothing, type TemplateResult } from "lit";
import { press } from "../../../local-discord/interactions.ts";
import type { ActionRow, Button, Message, Select } from "../../wire.ts";
import { interact, whereIs } from "../act.ts";
import type { Store } from "../store.ts";
import { chatWords } from "../words/chat.ts";

/** What can be pressed and chosen below a message. */
export function componentsView(message: Message, store: Store): TemplateResult | typeof nothing {
  if (message.components.length === 0) return nothing;
  return html`<div class="rows" slot="components">
    ${message.components.map((row) => rowView(row, message, store))}
  </div>`;
}

function rowView(row: ActionRow, message: Message, store: Store): TemplateResult {
  return html`<div class="row">
    ${row.components.map((component) =>
      component.type === 2 ? buttonView(component, message, store) : selectView(component, message, store),
    )}
  </div>`;
}

function buttonView(button: Button, message: Message, store: Store): TemplateResult {
  const { style, label, url, disabled = false } = button;
  if (style === 5) return linkView(label, url);
  const { isWaiting } = store.state;
  // Where the browser knew of it, a button that ends being of use while it is pressed would lose the focus.
  return html`<button
    type="button"
    class="component"
    data-style=${style}
    ?data-disabled=${disabled}
    aria-disabled=${disabled || isWaiting ? "true" : nothing}
    @click=${() => (disabled ? undefined : use(store, message, { customId: button.custom_id }))}
  >
    ${label}
  </button>`;
}

function linkView(label: string, url: string | undefined): TemplateResult {
  const isSafe = url !== undefined && /^https?:\/\//iu.test(url);
  return html`<a
    class="component"
    data-style="5"
    href=${isSafe ? url : nothing}
    target="_blank"
    rel="noopener noreferrer"
    >${label}<svg class="outward" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M6 3H3v10h10v-3M9 3h4v4M13 3 7 9" /></svg
  ></a>`;
}

function selectView(select: Select, message: Message, store: Store): TemplateResult {
  const placeholder = select.placeholder ?? chatWords[store.state.locale].choose;
  const isChosen = select.options.some((option) => option.default);
  return html`<select
    class="component"
    aria-label=${placeholder}
    @keydown=${openByKey}
    @change=${(event: Event) => choose(event, store, message)}
    data-custom-id=${select.custom_id}
  >
    <option value="" disabled hidden ?selected=${!isChosen} .selected=${!isChosen}>${placeholder}</option>
    ${select.options.map(
      ({ label, value, description, default: isDefault = false }) =>
        html`<option value=${value} ?selected=${isDefault} .selected=${isDefault}>
          ${label}${description ? html`<small class="description">${description}</small>` : nothing}
        </option>`,
    )}
  </select>`;
}

/** A closed list would send something with every key; it is opened instead, and what is chosen there is sent. */
function openByKey(event: KeyboardEvent): void {
  const { currentTarget, key, altKey, ctrlKey, metaKey } = event;
  if (!(currentTarget instanceof HTMLSelectElement) || currentTarget.matches(":open")) return;
  const isMoving = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|Page(?:Up|Down))$/u.test(key);
  const isTyped = Array.from(key).length === 1 && key !== " ";
  if ((!isMoving && !isTyped) || altKey || ctrlKey || metaKey) return;
  event.preventDefault();
  currentTarget.showPicker();
}

function choose({ currentTarget }: Event, store: Store, message: Message): void {
  if (!(currentTarget instanceof HTMLSelectElement)) return;
  const { value } = currentTarget;
  const given = [...currentTarget.options].findIndex((option) => option.defaultSelected);
  // What is chosen from now on is for the bot to say; the same may be chosen again.
  currentTarget.selectedIndex = Math.max(0, given);
  use(store, message, { customId: currentTarget.dataset["customId"], values: [value] });
}

interface Used {
  readonly customId: string | undefined;
  /** Of a select menu. */
  readonly values?: readonly string[];
}

function use(store: Store, message: Message, { customId, ...chosen }: Used): void {
  if (store.state.isWaiting || customId === undefined) return;
  const { id, content, flags } = message;
  const interaction = press({ customId, ...chosen, message: { id, content, flags }, ...whereIs(store.state) });
  void interact(store, interaction, message);
}
