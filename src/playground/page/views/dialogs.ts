import { html, type TemplateResult } from "lit";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { dropTargetView } from "./drop.ts";
import { helpView } from "./help.ts";
import { inspectorView } from "./inspector.ts";
import { modalView } from "./modal.ts";
import { previewView } from "./preview.ts";

/** What opens above the page. */
export function dialogsView(state: PageState, store: Store): TemplateResult {
  return html`${modalView(state, store)} ${inspectorView(state, store)} ${helpView(state, store)}
  ${previewView(state, store)} ${dropTargetView(state)}`;
}
