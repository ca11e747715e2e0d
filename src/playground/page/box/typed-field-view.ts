import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { pressKey, reopen } from "./box-actions.ts";
import { boxIds } from "./box-focus.ts";
import { boxKeyOf } from "./box-keys.ts";
import { completionOf } from "./completion.ts";
import type { Typed } from "./draft.ts";
import type { Store } from "../store.ts";

/** What is typed into: the message box, or a field of a command. */
export interface TypedField {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly placeholder?: string;
  /** Whether entries can be offered for it at all. */
  readonly hasList: boolean;
  /** Whether it is this one that the list belongs to. */
  readonly isFocused: boolean;
  readonly isRequired?: boolean;
  readonly isInvalid: boolean;
  readonly write: (typed: Typed) => void;
  readonly enter?: () => void;
  /** The caret was moved without typing. */
  readonly moveCaret?: (caret: number) => void;
}

/** A field that grows with its text; Enter, arrows and the like go to the box unless an input method wants them. */
export function typedFieldView(store: Store, field: TypedField): TemplateResult {
  const { id, label, text, placeholder = "", hasList, isFocused, isRequired = false, isInvalid } = field;
  const list = isFocused ? completionOf(store.state) : undefined;
  const isListed = hasList ? String(list !== undefined) : nothing;
  return html`
    <span class="grow" data-text=${`${text || placeholder}\u200b`}>
      <textarea
        id=${id}
        rows="1"
        cols="1"
        role=${hasList ? "combobox" : nothing}
        aria-label=${label}
        aria-autocomplete=${hasList ? "list" : nothing}
        aria-haspopup=${hasList ? "listbox" : nothing}
        aria-expanded=${isListed}
        aria-controls=${list ? boxIds.list : nothing}
        aria-activedescendant=${list && list.active >= 0 ? boxIds.offer(list.active) : nothing}
        aria-required=${isRequired ? "true" : nothing}
        aria-invalid=${isInvalid ? "true" : nothing}
        aria-describedby=${isFocused ? boxIds.hint : nothing}
        placeholder=${placeholder}
        autocomplete="off"
        autocapitalize="off"
        ?autofocus=${id === boxIds.text}
        .value=${live(text)}
        @focus=${field.enter ?? nothing}
        @click=${(event: Event) => {
          reopen(store);
          moved(event, field);
        }}
        @keyup=${(event: Event) => moved(event, field)}
        @input=${(event: InputEvent) => write(event, field)}
        @compositionend=${(event: CompositionEvent) => write(event, field)}
        @keydown=${(event: KeyboardEvent) => press(event, store)}
      ></textarea>
    </span>
  `;
}

function write(event: InputEvent | CompositionEvent, { write: take }: TypedField): void {
  const { target } = event;
  if (!(target instanceof HTMLTextAreaElement)) return;
  const isComposing = event.type === "input" && "isComposing" in event && event.isComposing;
  const kind = "inputType" in event ? event.inputType : "";
  const isTyped = kind !== "insertFromPaste" && kind !== "insertFromDrop";
  take({ text: target.value, caret: target.selectionStart, isTyped, isComposing });
}

function moved({ target }: Event, { moveCaret }: TypedField): void {
  if (target instanceof HTMLTextAreaElement) moveCaret?.(target.selectionStart);
}

function press(event: KeyboardEvent, store: Store): void {
  const { target } = event;
  const { draft, replyTo } = store.state;
  if (!(target instanceof HTMLTextAreaElement)) return;
  const key = boxKeyOf(event, {
    kind: draft.kind,
    isEmpty: target.value === "",
    active: completionOf(store.state)?.active,
    isRecalled: draft.recalled !== undefined,
    isReplying: replyTo !== undefined,
  });
  if (key === undefined) return;
  event.preventDefault();
  pressKey(store, key);
}
