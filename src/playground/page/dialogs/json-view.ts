import { html, type TemplateResult } from "lit";
import { tokeniseJson } from "./json-tokens.ts";

/** Shows JSON text in colours; all of it stays text. */
export function jsonView(json: string): TemplateResult {
  return html`<pre class="json"><code>${tokeniseJson(json).map(({ kind, text }) =>
    kind === "other" ? text : html`<span class=${kind}>${text}</span>`,
  )}</code></pre>`;
}
