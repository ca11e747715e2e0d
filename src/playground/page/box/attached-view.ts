import { html, nothing, type TemplateResult } from "lit";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { boxWords } from "../words/box.ts";
import { attach, detach } from "./box-actions.ts";

/** The files that the next message brings along. */
export function attachedView({ attached, locale }: PageState, store: Store): TemplateResult | typeof nothing {
  if (attached.length === 0) return nothing;
  const words = boxWords[locale];
  return html`<ul class="attached" aria-label=${words.attached}>
    ${attached.map(
      ({ id, filename }) => html`
        <li>
          <span>${filename}</span>
          <button
            type="button"
            class="pill-remove"
            aria-label=${words.remove(filename)}
            title=${words.remove(filename)}
            @click=${() => detach(store, id)}
          >
            ✕
          </button>
        </li>
      `,
    )}
  </ul>`;
}

/** Opens the browser's own dialog for files that the next message brings along. */
export function attachView({ locale }: PageState, store: Store): TemplateResult {
  const words = boxWords[locale];
  const choose = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const [chosen] = currentTarget.files ?? [];
    currentTarget.value = "";
    if (chosen) void attach(store, chosen);
  };
  return html`
    <button type="button" class="box-attach" aria-label=${words.attach} title=${words.attach} @click=${pressInput}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d="M12 5v14M5 12h14" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
      </svg>
    </button>
    <input type="file" hidden aria-label=${words.attach} @change=${choose} />
  `;
}

function pressInput({ currentTarget }: Event): void {
  const input = currentTarget instanceof Element ? currentTarget.nextElementSibling : undefined;
  if (input instanceof HTMLInputElement) input.click();
}
