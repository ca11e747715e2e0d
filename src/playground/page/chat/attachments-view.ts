import { html, nothing, type TemplateResult } from "lit";
import type { Attachment, Message } from "../../wire.ts";
import type { Store } from "../store.ts";
import { chatWords } from "../words/chat.ts";

/** The files at a message, to be downloaded. */
export function attachmentsView({ attachments = [] }: Message, store: Store): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  return html`<ul class="attachments" slot="attachments">
    ${attachments.map((file) => html`<li>${fileView(file, store)}</li>`)}
  </ul>`;
}

function fileView({ filename, size, url }: Attachment, { state }: Store): TemplateResult {
  const { locale } = state;
  return html`<a class="attachment" href=${addressOf(url)} download=${filename}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M4 1.500h5l3.500 3.500v9.500h-8.500z M9 1.500v3.500h3.500" />
    </svg>
    <span class="unseen">${chatWords[locale].download}</span>
    <span class="name">${filename}</span> <small>${writeSize(size, locale)}</small>
  </a>`;
}

/** The same file from the page's own server, which sends it to be saved. */
function addressOf(url: string): string {
  return `api${URL.parse(url)?.pathname ?? ""}`;
}

/** `1.2 MB`. */
function writeSize(bytes: number, locale: string): string {
  const [unit, divisor] =
    bytes < 1e3 ? (["byte", 1] as const) : bytes < 1e6 ? (["kilobyte", 1e3] as const) : (["megabyte", 1e6] as const);
  const style = { style: "unit", unit, unitDisplay: "narrow", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, style).format(bytes / divisor);
}
