import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { enter, removeOption, type } from "./box-actions.ts";
import { boxIds } from "./box-focus.ts";
import { type CommandOption, nameIn } from "./command-options.ts";
import { furtherOptions, shownOptions, type Typed, typeOption, typeRest } from "./draft.ts";
import { problemOf } from "./option-values.ts";
import type { CommandDraft, PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { boxWords } from "../words/box.ts";
import { fileFieldView } from "./file-field-view.ts";
import { typedFieldView } from "./typed-field-view.ts";

/** A command as it is filled in: its name, a field for each option, and a place to add further ones. */
export function optionPillsView(state: PageState, store: Store, draft: CommandDraft): TemplateResult {
  const name = nameIn(state.locale, draft.command);
  return html`
    <div class="command" role="group" aria-label=${`/${name}`}>
      <span class="command-name">/${name}</span>
      ${repeat(
        shownOptions(draft),
        (option) => option.name,
        (option) => pillView(store, draft, option),
      )}
      ${restView(state, store, draft)}
    </div>
  `;
}

function pillView(store: Store, draft: CommandDraft, option: CommandOption): TemplateResult {
  const { locale } = store.state;
  const { name, kind, isAsked, isRequired } = option;
  const label = nameIn(locale, option);
  const given = draft.values[name];
  const isInvalid = draft.isChecked === true && problemOf(option, given) !== undefined;
  const id = boxIds.option(name);
  return html`
    <span class="pill" data-option=${name} data-wrong=${isInvalid ? "" : nothing}>
      <label for=${id}>${label}</label>
      ${
        kind === "file"
          ? fileFieldView(store, { id, name, label, file: given?.file })
          : typedFieldView(store, {
              id,
              label,
              text: given?.shown ?? "",
              hasList: (kind !== "text" && kind !== "number") || isAsked,
              isFocused: draft.focused === name,
              isRequired,
              isInvalid,
              write: (typed) => write(store, typed, (current) => typeOption(current, name, typed)),
              enter: () => enter(store, name),
            })
      }
      ${isRequired ? nothing : removeView(store, name, label)}
    </span>
  `;
}

function removeView(store: Store, name: string, label: string): TemplateResult {
  const words = boxWords[store.state.locale].remove(label);
  return html`
    <button
      class="pill-remove"
      type="button"
      aria-label=${words}
      title=${words}
      @click=${() => removeOption(store, name)}
    >
      ✕
    </button>
  `;
}

/** Behind all options; where none is left, it still takes the keys that send and go back. */
function restView({ locale }: PageState, store: Store, draft: CommandDraft): TemplateResult {
  const words = boxWords[locale];
  const left = furtherOptions(draft).length;
  return html`
    <span class="rest">
      ${typedFieldView(store, {
        id: boxIds.rest,
        label: left > 0 ? words.moreOptions(left) : words.ready,
        text: draft.rest,
        placeholder: left > 0 ? words.moreOptions(left) : "",
        hasList: left > 0,
        isFocused: draft.focused === undefined,
        isInvalid: draft.isChecked === true && draft.rest.trim() !== "",
        write: (typed) => write(store, typed, (current) => typeRest(current, typed)),
        enter: () => enter(store, undefined),
      })}
    </span>
  `;
}

function write(store: Store, { isComposing }: Typed, change: (draft: CommandDraft) => CommandDraft): void {
  const { draft } = store.state;
  if (draft.kind === "command") type(store, change(draft), isComposing);
}
