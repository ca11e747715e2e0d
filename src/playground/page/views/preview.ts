import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { runCommand } from "../start-command.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import type { LeftOutReason } from "../../../article/article.ts";
import type { Preview } from "../../wire.ts";
import { type FilesWords, filesWords } from "../words/files.ts";
import { sourceWords } from "../words/source.ts";

/** What is listed of headings and of what is left out. */
const mostListed = 6;

/** Tells what was found in a file that has just been opened, and what can be asked. */
export function previewView({ preview, locale, inUse }: PageState, store: Store): TemplateResult | typeof nothing {
  if (!preview) return nothing;
  const say = filesWords[locale];
  const close = () => store.update({ preview: undefined });
  const ask = (question: string) => {
    store.update({ preview: undefined, pane: "chat" });
    void runCommand(store, "ask", { question });
  };
  const start = () => {
    store.update({ preview: undefined, pane: "chat" });
    requestAnimationFrame(() => document.querySelector<HTMLElement>("#chat :is(textarea, [contenteditable])")?.focus());
  };
  return html`
    <dialog class="preview" aria-labelledby="preview-title" ${ref(show)} @close=${close}>
      <p class="preview-lead">${inUse.length > 1 ? say.openedAll(inUse.length) : say.opened}</p>
      <h2 id="preview-title" lang=${preview.language}>${preview.title}</h2>
      ${countsView(preview, locale)}
      <p class="preview-memory">${say.inMemory}</p>
      ${suggestionsView(preview, say, ask)} ${contentView(preview, say)} ${leftOutView(preview, locale)}
      <div class="preview-actions">
        <button type="button" class="primary" @click=${start}>${say.start}</button>
      </div>
    </dialog>
  `;
}

function countsView(preview: Preview, locale: PageState["locale"]): TemplateResult {
  const say = filesWords[locale];
  const facts = [
    [say.language, nameOfLanguage(preview.language, locale)],
    [say.sections, preview.sections],
    [say.paragraphs, preview.paragraphs],
    [say.sentences, preview.sentences],
  ];
  return html`<dl class="preview-facts">
    ${facts.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function nameOfLanguage(language: string, locale: PageState["locale"]): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(language) ?? language;
}

function suggestionsView(
  { suggestions, language }: Preview,
  say: FilesWords,
  ask: (question: string) => void,
): TemplateResult | typeof nothing {
  if (suggestions.length === 0) return nothing;
  return html`
    <h3>${say.suggestions}</h3>
    <div class="preview-suggestions" lang=${language}>
      ${suggestions.map((question) => html`<button type="button" @click=${() => ask(question)}>${question}</button>`)}
    </div>
  `;
}

function contentView({ headings, firstSentence, language }: Preview, say: FilesWords): TemplateResult {
  return html`
    <h3>${say.firstSentence}</h3>
    <blockquote lang=${language}>${firstSentence}</blockquote>
    ${
      headings.length > 0
        ? html`
            <h3>${say.headings}</h3>
            <ul class="preview-headings" lang=${language}>
              ${headings
                .slice(0, mostListed)
                .map(({ reference, heading }) => html`<li><b>${reference}</b> <span>${heading}</span></li>`)}
            </ul>
          `
        : nothing
    }
  `;
}

function leftOutView({ leftOut, language }: Preview, locale: PageState["locale"]): TemplateResult {
  const say = filesWords[locale];
  if (leftOut.length === 0) return html`<p class="preview-memory">${say.nothingLeftOut}</p>`;
  const { reasons } = sourceWords[locale];
  const known: Readonly<Record<string, string>> = reasons satisfies Record<LeftOutReason, string>;
  const rest = leftOut.length - mostListed;
  return html`
    <details class="preview-left-out">
      <summary>${say.leftOut(leftOut.length)}</summary>
      <ul>
        ${leftOut
          .slice(0, mostListed)
          .map(
            ({ reason, text }) =>
              html`<li><i>${known[reason] ?? reason}</i> <span lang=${language}>${text}</span></li>`,
          )}
        ${rest > 0 ? html`<li>${say.more(rest)}</li>` : nothing}
      </ul>
    </details>
  `;
}

/** A dialog can be opened only once it stands in the page. */
function show(element: Element | undefined): void {
  if (!(element instanceof HTMLDialogElement)) return;
  queueMicrotask(() => {
    if (element.isConnected && !element.open) element.showModal();
  });
}
