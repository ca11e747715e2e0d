import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { until } from "lit/directives/until.js";
import { typing } from "../../../local-discord/interactions.ts";
import { ids } from "../../../local-discord/world.ts";
import { phrases } from "../../../render/phrases/all.ts";
import type { Channel } from "../../wire.ts";
import { say as sayHere, whereIs } from "../act.ts";
import { channelTitle } from "./channel-title.ts";
import { readChoices } from "../box/autocomplete.ts";
import { isSlashCommand, nameIn } from "../box/command-options.ts";
import { articleFor, inLanguage } from "./fitting-language.ts";
import { quoteToCheck } from "./quote-to-check.ts";
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
    kind === "gaps"
      ? nothing
      : kind === "thread"
        ? suggestionsView(words.askOn, channel, store)
        : guard([locale, inUse, channel.id], () =>
            until(
              suggestQuestions(store).then((found) => suggestionsView(found, channel, store)),
              nothing,
            ),
          );
  return html`<section class="welcome" data-kind=${kind}>
    <h3>${words.welcome[kind](name)}</h3>
    <p>${kind === "gaps" ? words.whatToDo.gaps(phrases[locale].buttons.gap) : words.whatToDo[kind]}</p>
    ${questions} ${kind === "text" ? trialsView(store) : nothing}
  </section>`;
}

/** The channel for reports of gaps is one by its purpose. */
export function kindOf({ id, type }: Channel): "text" | "thread" | "direct" | "gaps" {
  if (id === ids.gaps) return "gaps";
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

/** What shows what the bot does not do: a question that no article answers, and a quote with a mistake in it. */
function trialsView(store: Store): TemplateResult {
  const { locale } = store.state;
  const words = chatWords[locale];
  const article = articleOfReader(store);
  const quote = article && quoteToCheck(article);
  const trials = [
    { command: "ask", option: "question", text: words.refused },
    ...(quote === undefined ? [] : [{ command: "verify", option: "quote", text: quote }]),
  ].flatMap((trial) => {
    const command = store.state.commands.find((each) => each.name === trial.command && isSlashCommand(each));
    return command ? [{ ...trial, name: nameIn(locale, command) }] : [];
  });
  return html`<p class="try-this" id="trials">${words.trials(trials.length > 1)}</p>
    <ul class="suggestions" aria-labelledby="trials">
      ${trials.map(
        ({ command, option, text, name }) =>
          html`<li>
            <button
              type="button"
              class="suggestion"
              @click=${() => void runCommand(store, command, { [option]: text })}
            >
              <code>/${name}</code> ${text}
            </button>
          </li>`,
      )}
    </ul>`;
}

function articleOfReader({ state: { articles, inUse, locale } }: Store) {
  const used = articles.filter(({ id }) => inUse.includes(id));
  return articleFor(used, locale);
}

/** What the bot's own completion offers before anything is typed; nothing where it offers none. */
async function suggestQuestions(store: Store): Promise<readonly string[]> {
  const command = findAsk(store);
  if (!command) return [];
  const article = articleOfReader(store)?.id;
  const options = { ...(article === undefined ? {} : { article }), question: "" };
  const asked = typing({ id: command.id, name: "ask", options, ...whereIs(store.state) });
  const exchange = await postInteraction(asked).catch(() => undefined);
  const questions = readChoices(exchange?.response ?? null).map(({ value }) => value);
  return inLanguage(questions, store.state.locale).slice(0, mostSuggestions);
}

function findAsk({ state }: Store) {
  return state.commands.find((each) => each.name === "ask" && isSlashCommand(each));
}
