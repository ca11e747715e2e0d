import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";

export interface DialogOptions {
  readonly id: string;
  readonly title: string;
  readonly isOpen: boolean;
  /** The word on the button that closes. */
  readonly closeLabel: string;
  /** Whether a click beside it closes it, which loses what was typed. */
  readonly closesOutside: boolean;
  closed(): void;
  content(): TemplateResult;
}

/**
 * Shows a native modal dialog, which holds the focus, closes on Escape and gives the focus back.
 *
 * The element is always there, so that closing by the state and by the reader end alike.
 */
export function dialogView({ id, title, isOpen, closeLabel, ...options }: DialogOptions): TemplateResult {
  const outside = ({ target, currentTarget }: Event) => {
    if (options.closesOutside && target === currentTarget) closeDialog(currentTarget);
  };
  return html`
    <dialog
      id=${id}
      aria-labelledby=${`${id}-title`}
      ${ref((element) => toggle(element, isOpen))}
      @click=${outside}
      @close=${({ target }: Event) => {
        restoreCaret();
        // It may have been opened again by the time that this is heard.
        if (target instanceof HTMLDialogElement && !target.open) options.closed();
      }}
    >
      ${
        isOpen
          ? html`
              <header>
                <h2 id=${`${id}-title`}>${title}</h2>
                <button class="close" type="button" aria-label=${closeLabel} @click=${closeAround}>
                  <span aria-hidden="true">✕</span>
                </button>
              </header>
              ${options.content()}
            `
          : nothing
      }
    </dialog>
  `;
}

/** Closes the dialog that a control stands in. */
export function closeAround({ currentTarget }: Event): void {
  if (currentTarget instanceof Element) closeDialog(currentTarget.closest("dialog"));
}

function closeDialog(element: unknown): void {
  if (element instanceof HTMLDialogElement) element.close();
}

/** Where the mouse closed it, the field that gets the focus back has lost its caret, and nothing could be typed. */
function restoreCaret(): void {
  const { activeElement: field } = document;
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.selectionStart, field.selectionEnd);
}

/** Later, since an element is neither in the page nor filled when it is first told of. */
function toggle(element: Element | undefined, isOpen: boolean): void {
  if (!(element instanceof HTMLDialogElement)) return;
  queueMicrotask(() => {
    if (isOpen && !element.open && element.isConnected) element.showModal();
    if (!isOpen && element.open) element.close();
  });
}
