import { html, nothing, type TemplateResult } from "lit";
import type { Message, Reaction } from "../../wire.ts";
import type { Store } from "../store.ts";
import { chatWords } from "../words/chat.ts";

/** What was put below a message; those of the bot's own emoji pictures are shown by their names. */
export function reactionsView({ reactions = [] }: Message, { state }: Store): TemplateResult | typeof nothing {
  if (reactions.length === 0) return nothing;
  const say = chatWords[state.locale];
  return html`<ul class="reactions" slot="reactions" aria-label=${say.reactions}>
    ${reactions.map(({ emoji, count }) => html`<li class="reaction"><span>${shown(emoji)}</span> <b>${count}</b></li>`)}
  </ul>`;
}

function shown({ id, name }: Reaction["emoji"]): string {
  return id === null ? name : `:${name}:`;
}
