import { html, nothing, type TemplateResult } from "lit";
import { chooseExchange, summariseExchange } from "./exchanges.ts";
import type { NamedExchange, PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { dialogWords } from "../words/dialogs.ts";
import { layoutWords } from "../words/layout.ts";
import { dialogView } from "./dialog-view.ts";
import { jsonView } from "./json-view.ts";

/** The drawer with all that went to the bot and came back. */
export function inspectorView(state: PageState, store: Store): TemplateResult {
  const { locale, inspected } = state;
  const { inspector: words } = dialogWords[locale];
  return dialogView({
    id: "inspector",
    title: words.title,
    isOpen: inspected !== undefined,
    closeLabel: layoutWords[locale].close,
    closesOutside: true,
    closed: () => store.update({ inspected: undefined, copied: undefined }),
    content: () => contentView(state, store),
  });
}

function contentView(state: PageState, store: Store): TemplateResult {
  const { locale, exchanges, inspected = "" } = state;
  const { inspector: words } = dialogWords[locale];
  const chosen = chooseExchange(exchanges, inspected);
  if (!chosen) return html`<p class="none">${words.none}</p>`;
  return html`
    <div class="panel">
      <ol class="exchanges" aria-label=${words.list}>
        ${exchanges.toReversed().map((exchange) => entryView(exchange, exchange === chosen, { state, store }))}
      </ol>
      <div class="exchange">${exchangeView(chosen, state, store)}</div>
    </div>
  `;
}

type Page = { readonly state: PageState; readonly store: Store };

function entryView(exchange: NamedExchange, isChosen: boolean, { state, store }: Page): TemplateResult {
  const { locale } = state;
  const { inspector: words } = dialogWords[locale];
  const { id, kind, name, outcome, at } = summariseExchange(exchange);
  const { status, took, refused, isLate } = exchange;
  const isBad = status < 200 || status >= 300 || refused.length > 0;
  return html`
    <li>
      <button
        type="button"
        aria-current=${isChosen ? "true" : "false"}
        ?autofocus=${isChosen}
        @click=${() => store.update({ inspected: id, copied: undefined })}
      >
        <span class="name">${words.did[kind](name)}</span>
        <span class="result" ?data-bad=${isBad}>
          ${isBad ? "⚠ " : nothing}${isLate ? nothing : `${status} · `}${Math.round(took)} ms
        </span>
        <span class="kind">→ ${words.outcomes[outcome]}</span>
        <time datetime=${at.toISOString()}>${at.toLocaleTimeString(locale, { hourCycle: "h23" })}</time>
      </button>
    </li>
  `;
}

function exchangeView(
  { sent, status, response, refused, isLate, took }: NamedExchange,
  state: PageState,
  store: Store,
) {
  const { locale } = state;
  const { inspector: words } = dialogWords[locale];
  const meaning = response ? words.responseTypes[response.type] : undefined;
  const withoutResponse = isLate ? words.tooLate : status === 0 ? words.unreachable : words.noResponse;
  return html`
    <section aria-labelledby="sent-title">
      ${headView({ id: "sent", title: words.request, value: sent }, state, store)}
      <p class="note">${words.signature}</p>
      ${jsonView(textOf(sent))}
    </section>
    <section aria-labelledby="response-title">
      ${headView({ id: "response", title: isLate ? words.late : words.response(status), value: response ?? undefined }, state, store)}
      <p class="note">
        ${response ? html`<code>type ${response.type}</code> · ${meaning} · ` : nothing}${Math.round(took)} ms
      </p>
      ${
        refused.length > 0
          ? html`<div class="refused">
              <p>⚠ ${words.refused}</p>
              <ul>
                ${refused.map((line) => html`<li>${line}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      ${response ? jsonView(textOf(response)) : html`<p>${withoutResponse}</p>`}
    </section>
  `;
}

interface Head {
  readonly id: "sent" | "response";
  readonly title: string;
  /** What is copied; absent where there is nothing. */
  readonly value: object | undefined;
}

function headView({ id, title, value }: Head, { locale, copied }: PageState, store: Store): TemplateResult {
  const words = dialogWords[locale];
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    store.update({ copied: id });
  };
  return html`
    <div class="head">
      <h3 id=${`${id}-title`}>${title}</h3>
      <span class="copied" role="status">${copied === id ? words.copied : nothing}</span>
      ${
        value
          ? html`<button
              class="plain"
              type="button"
              aria-describedby=${`${id}-title`}
              @click=${() => void copy(textOf(value))}
            >
              ${words.copy}
            </button>`
          : nothing
      }
    </div>
  `;
}

function textOf(value: object): string {
  return JSON.stringify(value, null, 2);
}
