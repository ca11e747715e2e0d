import { html, nothing, type TemplateResult } from "lit";
import { choose } from "./box-actions.ts";
import { boxIds } from "./box-focus.ts";
import { completionOf, type Offer } from "./completion.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { boxWords } from "../words/box.ts";

/** The list of completions above the message box; the keyboard stays in the field that it belongs to. */
export function completionListView(state: PageState, store: Store): TemplateResult {
  const list = completionOf(state);
  return html`
    ${
      list
        ? html`
            <div class="completion" @mousedown=${(event: Event) => event.preventDefault()}>
              <p class="completion-title" aria-hidden="true">${list.title}</p>
              <ul id=${boxIds.list} role="listbox" aria-label=${list.title}>
                ${list.offers.map((offer, place) => offerView(store, offer, { place, isActive: place === list.active }))}
              </ul>
            </div>
          `
        : nothing
    }
    <p class="unseen" role="status">${list ? boxWords[state.locale].found(list.offers.length) : ""}</p>
  `;
}

function offerView(
  store: Store,
  offer: Offer,
  { place, isActive }: { readonly place: number; readonly isActive: boolean },
): TemplateResult {
  return html`
    <li
      id=${boxIds.offer(place)}
      class="offer"
      role="option"
      data-kind=${offer.kind}
      aria-selected=${isActive}
      @click=${() => choose(store, offer)}
    >
      <span class="offer-label">${offer.label}</span>
      ${offer.detail === "" ? nothing : html`<span class="offer-detail">${offer.detail}</span>`}
    </li>
  `;
}
