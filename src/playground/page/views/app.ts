import { html, type TemplateResult } from "lit";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { boxView } from "./box.ts";
import { chatView } from "./chat.ts";
import { dialogsView } from "./dialogs.ts";
import { sidebarView } from "./sidebar.ts";
import { sourceView } from "./source.ts";

/** The whole page: channels, chat with its message box, and the source beside it. */
export function appView(state: PageState, store: Store): TemplateResult {
  return html`
    <div class="app" data-pane=${state.pane}>
      <nav class="sidebar">${sidebarView(state, store)}</nav>
      <main class="chat">${chatView(state, store)} ${boxView(state, store)}</main>
      <aside class="source">${sourceView(state, store)}</aside>
      ${dialogsView(state, store)}
    </div>
  `;
}
