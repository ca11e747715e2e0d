import { html, nothing, type TemplateResult } from "lit";
import { submit } from "../../../local-discord/interactions.ts";
import type { Modal } from "../../wire.ts";
import { interact, whereIs } from "../act.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { dialogWords } from "../words/dialogs.ts";
import { closeAround, dialogView } from "./dialog-view.ts";
import { problemView } from "../frame/problem-view.ts";

type Opened = NonNullable<PageState["modal"]>;

type Field = Modal["components"][number];

/** The form that the bot opened. */
export function modalView(state: PageState, store: Store): TemplateResult {
  const { locale, modal: opened } = state;
  return dialogView({
    id: "modal",
    title: opened?.modal.title ?? "",
    isOpen: opened !== undefined,
    closeLabel: dialogWords[locale].cancel,
    closesOutside: false,
    closed: () => store.update({ modal: undefined }),
    content: () => (opened ? formView(opened, state, store) : html`${nothing}`),
  });
}

function formView(opened: Opened, state: PageState, store: Store): TemplateResult {
  const words = dialogWords[state.locale];
  return html`
    <form @submit=${(event: SubmitEvent) => void send(event, opened, store)}>
      <div class="fields">${opened.modal.components.map((field, index) => fieldView(field, index === 0))}</div>
      ${problemView(state, store)}
      <footer>
        <button class="plain" type="button" @click=${closeAround}>${words.cancel}</button>
        <button class="primary" type="submit" ?disabled=${state.isWaiting}>${words.submit}</button>
      </footer>
    </form>
  `;
}

function fieldView({ label, component }: Field, isFirst: boolean): TemplateResult {
  const { custom_id: name, style, required, max_length: longest, placeholder, value } = component;
  const id = `field-${name}`;
  const input =
    style === 1
      ? html`<input
          id=${id}
          name=${name}
          type="text"
          autocomplete="off"
          maxlength=${longest}
          placeholder=${placeholder ?? ""}
          ?autofocus=${isFirst}
          ?required=${required}
          .value=${value ?? ""}
        />`
      : html`<textarea
          id=${id}
          name=${name}
          rows="4"
          maxlength=${longest}
          placeholder=${placeholder ?? ""}
          ?autofocus=${isFirst}
          ?required=${required}
          .value=${value ?? ""}
        ></textarea>`;
  const star = required ? html`<span class="star" aria-hidden="true">*</span>` : nothing;
  return html`
    <div class="field">
      <label for=${id}>${label} ${star}</label>
      ${input}
    </div>
  `;
}

/** Closes the form only when the bot has taken it, so that nothing typed is lost. */
async function send(event: SubmitEvent, opened: Opened, store: Store): Promise<void> {
  event.preventDefault();
  const { currentTarget: form } = event;
  if (!(form instanceof HTMLFormElement)) return;
  const { modal, message } = opened;
  const filled = { customId: modal.custom_id, fields: readFields(form), ...(message ? { message } : {}) };
  const exchange = await interact(store, submit({ ...filled, ...whereIs(store.state) }), message);
  const isTaken = exchange && exchange.status >= 200 && exchange.status < 300;
  if (isTaken && store.state.modal === opened) store.update({ modal: undefined });
}

function readFields(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)];
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}
