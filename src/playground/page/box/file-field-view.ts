import { html, type TemplateResult } from "lit";
import type { Attachment } from "../../wire.ts";
import type { Store } from "../store.ts";
import { boxWords } from "../words/box.ts";
import { enter, giveFile, removeFile } from "./box-actions.ts";
import { boxIds } from "./box-focus.ts";

export interface FileField {
  readonly id: string;
  /** The option's. */
  readonly name: string;
  readonly label: string;
  readonly file: Attachment | undefined;
}

/** The field of an option that is a file: chosen in the browser's own dialog, or dropped on the page. */
export function fileFieldView(store: Store, { id, name, label, file }: FileField): TemplateResult {
  const words = boxWords[store.state.locale];
  const said = file ? words.chosenFile(file.filename) : words.chooseFile;
  const choose = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const [chosen] = currentTarget.files ?? [];
    // The same file may be chosen again once it has been changed.
    currentTarget.value = "";
    if (chosen) void giveFile(store, name, chosen);
  };
  return html`
    <button
      type="button"
      class="pill-file"
      id=${id}
      aria-label=${`${label}: ${said}`}
      aria-describedby=${boxIds.hint}
      @focus=${() => enter(store, name)}
      @click=${pressInput}
      @keydown=${(event: KeyboardEvent) => press(event, store, name)}
    >
      ${file?.filename ?? words.chooseFile}
    </button>
    <input type="file" hidden aria-label=${label} @change=${choose} />
  `;
}

function pressInput({ currentTarget }: Event): void {
  const input = currentTarget instanceof Element ? currentTarget.nextElementSibling : undefined;
  if (input instanceof HTMLInputElement) input.click();
}

function press(event: KeyboardEvent, store: Store, name: string): void {
  if (event.key !== "Backspace") return;
  event.preventDefault();
  removeFile(store, name);
}
