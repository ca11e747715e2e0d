import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { PageState, Pane } from "../state.ts";
import type { Store } from "../store.ts";
import { layoutWords } from "../words/layout.ts";
import { sidebarWords } from "../words/sidebar.ts";
import { avatarOf } from "../chat/avatar.ts";
import { boxView } from "../box/box-view.ts";
import { chatView } from "../chat/chat-view.ts";
import { dialogsView } from "../dialogs/dialogs-view.ts";
import { membersView } from "./members-view.ts";
import { problemView } from "./problem-view.ts";
import { separatorView } from "./separator-view.ts";
import { sidebarView } from "./sidebar-view.ts";
import { sourceView } from "../source/source-view.ts";

const panes: readonly Pane[] = ["channels", "chat", "source"];

/** The whole page: channels, chat with its message box, and the source beside it. */
export function appView(state: PageState, store: Store): TemplateResult {
  const words = layoutWords[state.locale];
  return html`
    <a class="skip" href="#chat" @click=${() => store.update({ pane: "chat" })}>${words.skip}</a>
    <div
      class="app"
      data-pane=${state.pane}
      data-source=${state.isSourceOpen ? "open" : "folded"}
      ${ref((app) => setWidth(app, state))}
    >
      ${barView(state, store)} ${state.modal ? nothing : problemView(state, store)}
      <nav class="sidebar" id="sidebar" aria-label=${sidebarWords[state.locale].channels}>
        ${sidebarView(state, store)}
      </nav>
      <main class="chat" id="chat" tabindex="-1" aria-label=${words.pane.chat}>
        ${chatView(state, store)} ${boxView(state, store)} ${membersView(state)} ${separatorView(state, store)}
      </main>
      <aside class="source" id="source" aria-label=${words.pane.source}>${sourceView(state, store)}</aside>
    </div>
    ${dialogsView(state, store)}
  `;
}

function barView(state: PageState, store: Store): TemplateResult {
  const { locale, isSourceOpen } = state;
  const words = layoutWords[locale];
  return html`
    <header class="bar">
      <h1>
        <img src=${avatarOf(state.bot)} alt="" width="20" height="20" />Yuanwen 原文 <small>${words.playground}</small>
      </h1>
      ${panesView(state, store)}
      <div class="actions">
        <button
          class="plain"
          type="button"
          id="inspect"
          title=${words.inspect}
          aria-haspopup="dialog"
          @click=${() => store.update({ inspected: "" })}
        >
          <code aria-hidden="true">{}</code> JSON<span class="unseen">: ${words.inspect}</span>
        </button>
        <button
          class="plain fold"
          type="button"
          aria-expanded=${isSourceOpen}
          aria-controls="source"
          @click=${() => store.update({ isSourceOpen: !isSourceOpen })}
        >
          ${isSourceOpen ? words.hideSource : words.showSource}
        </button>
      </div>
    </header>
  `;
}

/** Where not all panes stand side by side, these choose. */
function panesView({ locale, pane, unread }: PageState, store: Store): TemplateResult {
  const words = layoutWords[locale];
  return html`<div class="panes" role="group" aria-label=${words.panes}>
    ${panes.map(
      (each) => html`
        <button
          type="button"
          data-pane=${each}
          aria-pressed=${each === pane}
          @click=${() => store.update({ pane: each })}
        >
          ${words.pane[each]}
          ${
            each === "channels" && unread.length > 0
              ? html`<span class="dot"><span class="unseen">${sidebarWords[locale].unread}</span></span>`
              : nothing
          }
        </button>
      `,
    )}
  </div>`;
}

/** By script, since inline styles are forbidden here. */
function setWidth(app: Element | undefined, { isSourceOpen, sourceShare }: PageState): void {
  if (!(app instanceof HTMLElement)) return;
  if (isSourceOpen) app.style.setProperty("--source-width", `${sourceShare}%`);
  else app.style.removeProperty("--source-width");
}
