import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { until } from "lit/directives/until.js";
import { fetchExamples } from "../server.ts";
import { runCommand } from "../box/start-command.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import type { LeftOutReason } from "../../../article/article.ts";
import type { Preview } from "../../wire.ts";
import { type FilesWords, filesWords } from "../words/files.ts";
import { sourceWords } from "../words/source.ts";
import { dialogView } from "../dialogs/dialog-view.ts";
import { refusedView } from "./drop-views.ts";

/** What is listed of headings and of what is left out. */
const mostListed = 6;

/** Tells what was found in a file that has just been opened, and what can be asked. */
export function previewView({ preview, locale, inUse, own, source }: PageState, store: Store): TemplateResult {
  const say = filesWords[locale];
  const opened = inUse.length - own.length;
  return dialogView({
    id: "preview",
    title: preview?.title ?? "",
    isOpen: preview !== undefined,
    closeLabel: say.close,
    closesOutside: true,
    closed: () => store.update({ preview: undefined }),
    content: () => {
      if (!preview) return html`${nothing}`;
      return html`
        <div class="preview-content" tabindex="0" role="group" aria-labelledby="preview-title">
          <p class="preview-lead">${opened > 1 ? say.openedAll(opened) : say.opened}</p>
          ${source.files.refused.length > 0 ? html`<div class="files-refused">${refusedView(source.files, say)}</div>` : nothing}
          ${countsView(preview, locale)} ${originalView(preview, say)}
          <p class="preview-memory">${say.inMemory}</p>
          ${guard([preview, locale], () => until(suggestionsView(preview, store), nothing))}
          ${contentView(preview, say)} ${leftOutView(preview, locale)}
        </div>
        <footer class="preview-actions">
          <button type="button" class="primary" autofocus @click=${() => start(store)}>${say.start}</button>
        </footer>
      `;
    },
  });
}

function ask(store: Store, question: string): void {
  store.update({ preview: undefined, pane: "chat" });
  void runCommand(store, "ask", { question });
}

/** Leads to the message box. */
function start(store: Store): void {
  store.update({ preview: undefined, pane: "chat" });
  setTimeout(() => document.querySelector<HTMLElement>("#chat :is(textarea, input, [contenteditable])")?.focus(), 50);
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

/** What the text was read out of, and what was guessed or left away, as the server says it. */
function originalView({ format, notes }: Preview, say: FilesWords): TemplateResult | typeof nothing {
  if (format === undefined) return nothing;
  return html`<p class="preview-memory preview-original">
    ${[say.readOut(format), ...notes.map(asSentence)].join(" ")}
  </p>`;
}

function asSentence(note: string): string {
  return `${note.charAt(0).toUpperCase()}${note.slice(1)}.`;
}

function nameOfLanguage(language: string, locale: PageState["locale"]): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(language) ?? language;
}

/** The article can be read and asked before they are there. */
async function suggestionsView({ id, language }: Preview, store: Store): Promise<TemplateResult | typeof nothing> {
  const { locale } = store.state;
  const { questions } = await fetchExamples(locale, id).catch(() => ({ questions: [] }));
  if (questions.length === 0) return nothing;
  return html`
    <h3>${filesWords[locale].suggestions}</h3>
    <div class="preview-suggestions" lang=${language}>
      ${questions.map((question) => html`<button type="button" @click=${() => ask(store, question)}>${question}</button>`)}
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
  if (leftOut.length === 0) return html`<p class="preview-memory preview-whole">${say.nothingLeftOut}</p>`;
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
