import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { Article } from "../../../article/article.ts";
import { placeBeside } from "./selection.ts";
import { askAboutTaken, checkTaken, citeTaken, copyReference, limitOf, release } from "./source-actions.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { takeText } from "./taken-text.ts";
import { sourceWords } from "../words/source.ts";

/** What can be done with the text that is marked, beside it. */
export function sourceToolbarView(
  article: Article,
  { source, locale }: PageState,
  store: Store,
): TemplateResult | typeof nothing {
  const taken = source.taken && takeText(article, source.taken);
  if (!taken) return nothing;
  const { reference } = taken;
  const say = sourceWords[locale];
  const limit = limitOf(store, "verify", "quote");
  return html`
    <div
      class="source-toolbar"
      role="toolbar"
      aria-label=${say.taken}
      ${ref(place)}
      @mousedown=${keepSelection}
      @keydown=${(event: KeyboardEvent) => leave(event, store)}
    >
      ${reference === undefined ? nothing : html`<span class="source-toolbar-reference">${reference}</span>`}
      <button type="button" class="primary" @click=${() => checkTaken(store, taken)}>${say.check}</button>
      <button type="button" @click=${() => askAboutTaken(store, taken)}>${say.ask}</button>
      ${
        reference === undefined
          ? nothing
          : html`
              <button type="button" @click=${() => citeTaken(store, article, reference)}>${say.cite}</button>
              <button type="button" @click=${() => void copyReference(store, reference)}>${say.copy}</button>
            `
      }
      ${taken.text.length > limit ? html`<small>${say.shortened(limit)}</small>` : nothing}
    </div>
  `;
}

/** The toolbar is measured once it stands in the page. */
function place(element: Element | undefined): void {
  if (!(element instanceof HTMLElement)) return;
  requestAnimationFrame(() => {
    const frame = element.closest<HTMLElement>("[data-source-scroll]");
    if (frame) placeBeside(element, frame);
  });
}

function keepSelection(event: Event): void {
  event.preventDefault();
}

/** Escape goes back to where the text was taken; arrow keys go from button to button. */
function leave(event: KeyboardEvent, store: Store): void {
  const { currentTarget, target, key } = event;
  if (!(currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  if (key === "Escape") {
    const start = document.getSelection()?.getRangeAt(0).startContainer.parentElement;
    const number = start?.closest("[data-sentence]")?.querySelector<HTMLElement>(".sentence-number");
    release(store);
    number?.focus({ preventScroll: true });
    return;
  }
  const by = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const buttons = [...currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button === target);
  buttons.at((at + by) % buttons.length)?.focus();
}
