import { html, nothing, type TemplateResult } from "lit";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { layoutWords } from "../words/layout.ts";

/** Says what went wrong. A lost connection cannot be closed: it goes when the server is back. */
export function problemView({ locale, problem, isConnected }: PageState, store: Store): TemplateResult {
  const words = layoutWords[locale];
  if (!isConnected) return html`<div class="problem" role="alert"><p>${words.unreachable}</p></div>`;
  if (problem === undefined) return html`${nothing}`;
  return html`
    <div class="problem" role="alert">
      <p>${problem}</p>
      <button type="button" @click=${() => store.update({ problem: undefined })}>${words.close}</button>
    </div>
  `;
}
