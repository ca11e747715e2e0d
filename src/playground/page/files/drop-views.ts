import { html, nothing, type TemplateResult } from "lit";
import { articleEndings } from "../../../article/formats/endings.ts";
import { changeFiles, openFiles } from "./open-files.ts";
import type { FilesState, PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { readChosen } from "./watch-drops.ts";
import { type FilesWords, filesWords } from "../words/files.ts";

/** Fills the page while a file is dragged over it. */
export function dropTargetView({ source, locale }: PageState): TemplateResult | typeof nothing {
  if (!source.files.isDragged) return nothing;
  const say = filesWords[locale];
  return html`
    <div class="drop-target" role="presentation">
      <div class="drop-frame">
        <svg class="drop-sign" viewBox="0 0 48 48" aria-hidden="true">
          <path d="M12 4h17l9 9v31H12z" />
          <path d="M29 4v9h9M18 22h14M18 28h14M18 34h9" />
        </svg>
        <strong>${say.dropHere}</strong>
        <span>${say.dropHint}</span>
      </div>
    </div>
  `;
}

/** Opens the browser's own dialog. */
export function openFilesView({ source, locale }: PageState, store: Store): TemplateResult {
  const say = filesWords[locale];
  const choose = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const given = readChosen(currentTarget.files);
    // The same file may be chosen again once it has been changed.
    currentTarget.value = "";
    void openFiles(store, given);
  };
  return html`
    <button
      type="button"
      class="plain"
      id="open-article"
      title=${say.dropHint}
      ?disabled=${source.files.opening !== undefined}
      @click=${pressInput}
    >
      ${say.open}
    </button>
    <input
      type="file"
      id="article-file"
      accept=${articleEndings.join(",")}
      multiple
      hidden
      aria-label=${say.open}
      @change=${choose}
    />
  `;
}

function pressInput({ currentTarget }: Event): void {
  const input = currentTarget instanceof Element ? currentTarget.nextElementSibling : undefined;
  if (input instanceof HTMLInputElement) input.click();
}

/** Tells which file is being read, and what was wrong with those that could not be. */
export function filesNoticeView({ source, locale }: PageState, store: Store): TemplateResult {
  const { opening, refused } = source.files;
  const say = filesWords[locale];
  return html`
    <div role="status">
      ${
        opening
          ? html`<div class="files-opening">
              <progress aria-label=${say.opening(opening.name)} value=${opening.share ?? nothing}></progress>
              <span>
                ${
                  opening.count === 1
                    ? say.opening(opening.name)
                    : say.openingOf(opening.name, opening.place, opening.count)
                }
              </span>
              <button type="button" @click=${opening.cancel}>${say.cancel}</button>
            </div>`
          : nothing
      }
    </div>
    ${
      refused.length > 0
        ? html`<div class="files-refused" role="alert">
            ${refusedView(source.files, say)}
            <button type="button" @click=${() => changeFiles(store, { refused: [] })}>${say.close}</button>
          </div>`
        : nothing
    }
  `;
}

/** The files that could not be opened, each with what was wrong. */
export function refusedView({ refused }: FilesState, say: FilesWords): TemplateResult {
  return html`
    <strong>${say.refused(refused.length)}</strong>
    <ul>
      ${refused.map(({ name, problem }) => html`<li><b>${name}</b> ${problem}</li>`)}
    </ul>
  `;
}
