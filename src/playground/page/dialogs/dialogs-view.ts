import { html, type TemplateResult } from "lit";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { dropTargetView } from "../files/drop-views.ts";
import { helpView } from "../frame/help-view.ts";
import { inspectorView } from "./inspector-view.ts";
import { modalView } from "./modal-view.ts";
import { previewView } from "../files/preview-view.ts";

/** What opens above the page. */
export function dialogsView(state: PageState, store: Store): TemplateResult {
  return html`${modalView(state, store)} ${inspectorView(state, store)} ${helpView(state, store)}
  ${previewView(state, store)} ${dropTargetView(state)}`;
}
