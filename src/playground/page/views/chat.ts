import { html, type TemplateResult } from "lit";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";

export function chatView(_state: PageState, _store: Store): TemplateResult {
  return html``;
}
