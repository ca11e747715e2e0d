import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { until } from "lit/directives/until.js";
import { typing } from "../../../local-discord/interactions.ts";
import type { Channel } from "../../wire.ts";
import { say as sayHere, whereIs } from "../act.ts";
import { channelTitle } from "./channel-title.ts";
import { readChoices } from "../box/autocomplete.ts";
import { isSlashCommand, nameIn } from "../box/command-options.ts";
import { postInteraction } from "../server.ts";
import { runCommand } from "../box/start-command.ts";
import type { Store } from "../store.ts";
import { chatWords } from "../words/chat.ts";

const mostSuggestions = 3;

/** Where a channel begins: what can be done in it, and questions to press. */
export function welcomeView(channel: Channel, store: Store): TemplateResult {
  const { locale, inUse, bot } = store.state;
  const words = chatWords[locale];
  const kind = kindOf(channel);
  const name = kind === "direct" ? bot.username : channelTitle(channel, store.state);
  const questions =
    kind === "thread"
      ? suggestionsView(words.askOn, channel, store)
      : guard([locale, inUse, channel.id], () =>
          until(
            suggestQuestions(store).then((found) => suggestionsView(found, channel, store)),
            nothing,
          ),
        );
  return html`<section class="welcome" data-kind=${kind}>
    <h3>${words.welcome[kind](name)}</h3>
    <p>${words.whatToDo[kind]}</p>
    ${questions}
  </section>`;
}

export function kindOf({ type }: Channel): "text" | "thread" | "direct" {
  if (type === 1) return "direct";
  return type === 11 ? "thread" : "text";
}

function suggestionsView(
  questions: readonly string[],
  channel: Channel,
  store: Store,
): TemplateResult | typeof nothing {
  if (questions.length === 0) return nothing;
  const { locale } = store.state;
  const isCommand = kindOf(channel) === "text";
  const command = findAsk(store);
  const ask = (question: string) =>
    void (isCommand ? runCommand(store, "ask", { question }) : sayHere(store, question));
  return html`<p class="try-this" id="try-this">${chatWords[locale].tryThis}</p>
    <ul class="suggestions" aria-labelledby="try-this">
      ${questions.map(
        (question) =>
          html`<li>
            <button type="button" class="suggestion" @click=${() => ask(question)}>
              ${isCommand && command ? html`<code>/${nameIn(locale, command)}</code> ` : nothing}${question}
            </button>
          </li>`,
      )}
    </ul>`;
}

/** What the bot's own completion offers before anything is typed; nothing where it offers none. */
async function suggestQuestions(store: Store): Promise<readonly string[]> {
  const command = findAsk(store);
  if (!command) return [];
  const asked = typing({ id: command.id, name: "ask", options: { question: "" }, ...whereIs(store.state) });
  const exchange = await postInteraction(asked).catch(() => undefined);
  const choices = readChoices(exchange?.response ?? null);
  return choices.slice(0, mostSuggestions).map(({ value }) => value);
}

function findAsk({ state }: Store) {
  return state.commands.find((each) => each.name === "ask" && isSlashCommand(each));
}
