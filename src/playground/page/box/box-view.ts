import { html, nothing, type TemplateResult } from "lit";
import { commandsHere, leave, send, type } from "./box-actions.ts";
import { boxIds, focusDraft } from "./box-focus.ts";
import { channelTitle } from "../chat/channel-title.ts";
import { typeText } from "./draft.ts";
import { isMessageTooLong, messageLength, messageLimit, withMentions } from "./mentions.ts";
import type { PageState, TextDraft } from "../state.ts";
import type { Store } from "../store.ts";
import { boxWords } from "../words/box.ts";
import { boxHintView } from "./box-hint-view.ts";
import { attachedView, attachView } from "./attached-view.ts";
import { completionListView } from "./completion-list-view.ts";
import { optionPillsView } from "./option-pills-view.ts";
import { typedFieldView } from "./typed-field-view.ts";

/** So few characters from the limit they are counted. */
const counted = 200;

/** The message box: plain text or a slash command, with its list of completions above and a hint below. */
export function boxView(state: PageState, store: Store): TemplateResult {
  const { draft, locale } = state;
  const words = boxWords[locale];
  return html`
    <section class="box" id="box" aria-label=${words.box} data-kind=${draft.kind} @focusout=${() => leaveLater(store)}>
      ${completionListView(state, store)} ${replyView(state, store)} ${attachedView(state, store)}
      <div class="box-frame" @mousedown=${(event: Event) => focusFrom(event, store)}>
        ${draft.kind === "text" ? textView(state, store, draft) : optionPillsView(state, store, draft)}
        ${draft.kind === "text" ? attachView(state, store) : nothing}
        ${draft.kind === "text" ? counterView(state, draft) : nothing}
        <button
          class="box-send"
          type="button"
          aria-label=${words.send}
          title=${words.send}
          ?disabled=${draft.kind === "text" && draft.text.trim() === "" && state.attached.length === 0}
          @click=${() => void send(store)}
        >
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
            <path d="M3 20.5 22 12 3 3.5 3 10 14 12 3 14z" fill="currentColor" />
          </svg>
        </button>
      </div>
      ${boxHintView(state, store)}
    </section>
  `;
}

function textView(state: PageState, store: Store, { text, isChecked }: TextDraft): TemplateResult {
  const channel = state.channels.find(({ id }) => id === state.channelId);
  const label = boxWords[state.locale].message(channel ? channelTitle(channel, state) : "");
  return typedFieldView(store, {
    id: boxIds.text,
    label,
    text,
    placeholder: label,
    hasList: true,
    isFocused: true,
    isInvalid: isChecked === true && isMessageTooLong(withMentions(text, state.bot)),
    write: (typed) => type(store, typeText(typed, commandsHere(store)), typed.isComposing),
    moveCaret: (caret) => moveCaret(store, caret),
  });
}

/** Names are completed where the caret is. */
function moveCaret(store: Store, caret: number): void {
  const { draft } = store.state;
  if (draft.kind !== "text" || (draft.caret ?? draft.text.length) === caret) return;
  store.update({ draft: { ...draft, caret } });
}

function counterView({ locale, bot }: PageState, { text }: TextDraft): TemplateResult | typeof nothing {
  const left = messageLimit - messageLength(withMentions(text.trim(), bot));
  if (left > counted) return nothing;
  return html`
    <span class="counter" data-wrong=${left < 0 ? "" : nothing}>
      <span aria-hidden="true">${left}</span><span class="unseen">${boxWords[locale].charactersLeft(left)}</span>
    </span>
  `;
}

function replyView({ replyTo, messages, locale }: PageState, store: Store): TemplateResult | typeof nothing {
  const message = messages.find(({ id }) => id === replyTo);
  if (!message) return nothing;
  const words = boxWords[locale];
  return html`
    <div class="replying">
      <span>${words.replyingTo(message.author.username)}</span>
      <button
        type="button"
        aria-label=${words.stopReplying}
        title=${words.stopReplying}
        @click=${() => {
          store.update({ replyTo: undefined });
          focusDraft(store.state.draft);
        }}
      >
        ✕
      </button>
    </div>
  `;
}

/** A press beside the fields goes into the one that was typed in. */
function focusFrom(event: Event, store: Store): void {
  const { target } = event;
  if (target instanceof Element && target.closest("textarea, button, label")) return;
  event.preventDefault();
  focusDraft(store.state.draft);
}

/** Fields that take each other's place lose the focus for a moment; only what stays without it is left. */
function leaveLater(store: Store): void {
  setTimeout(() => {
    if (!document.activeElement?.closest("#box")) leave(store);
  });
}
