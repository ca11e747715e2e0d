import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { until } from "lit/directives/until.js";
import { ids } from "../../../local-discord/world.ts";
import { phrases } from "../../../render/phrases/all.ts";
import type { Channel, Examples } from "../../wire.ts";
import { say as sayHere } from "../act.ts";
import { channelTitle } from "./channel-title.ts";
import { isSlashCommand, nameIn } from "../box/command-options.ts";
import { articleFor } from "./fitting-language.ts";
import { quoteToCheck } from "./quote-to-check.ts";
import { fetchExamples } from "../server.ts";
import { runCommand } from "../box/start-command.ts";
import type { Store } from "../store.ts";
import { chatWords } from "../words/chat.ts";

const mostSuggestions = 3;

/** Where a channel begins: what can be done in it, and questions to press. */
export function welcomeView(channel: Channel, store: Store): TemplateResult {
  const { locale, inUse, bot, commands } = store.state;
  const words = chatWords[locale];
  const kind = kindOf(channel);
  const name = kind === "direct" ? bot.username : channelTitle(channel, store.state);
  const questions =
    kind === "gaps"
      ? nothing
      : kind === "thread"
        ? suggestionsView(words.askOn, channel, store)
        : guard([locale, inUse, channel.id, commands], () => until(examplesView(channel, store), nothing));
  return html`<section class="welcome" data-kind=${kind}>
    <h3>${words.welcome[kind](name)}</h3>
    <p>${kind === "gaps" ? words.whatToDo.gaps(phrases[locale].buttons.gap) : words.whatToDo[kind]}</p>
    ${questions}
  </section>`;
}

/** The channel for reports of gaps is one by its purpose. */
export function kindOf({ id, type }: Channel): "text" | "thread" | "direct" | "gaps" {
  if (id === ids.gaps) return "gaps";
  if (type === 1) return "direct";
  return type === 11 ? "thread" : "text";
}

/** Comes as soon as the examples are tried. */
async function examplesView(channel: Channel, store: Store): Promise<TemplateResult> {
  const { questions, refused } = await findExamples(store);
  return html`${suggestionsView(questions, channel, store)}
  ${kindOf(channel) === "text" ? trialsView(refused, store) : nothing}`;
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
      ${questions.slice(0, mostSuggestions).map(
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
function trialsView(refused: string | undefined, store: Store): TemplateResult | typeof nothing {
  const { locale } = store.state;
  const article = articleOfReader(store);
  const quote = article && quoteToCheck(article);
  const trials = [
    ...(refused === undefined ? [] : [{ command: "ask", option: "question", text: refused }]),
    ...(quote === undefined ? [] : [{ command: "verify", option: "quote", text: quote }]),
  ].flatMap((trial) => {
    const command = store.state.commands.find((each) => each.name === trial.command && isSlashCommand(each));
    return command ? [{ ...trial, name: nameIn(locale, command) }] : [];
  });
  if (trials.length === 0) return nothing;
  const isOf = (command: string) => trials.some((trial) => trial.command === command);
  return html`<p class="try-this" id="trials">
      ${chatWords[locale].trials({ asks: isOf("ask"), checks: isOf("verify") })}
    </p>
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

async function findExamples(store: Store): Promise<Examples> {
  const found = await fetchExamples(store.state.locale).catch(() => undefined);
  return found ?? { questions: [] };
}

function findAsk({ state }: Store) {
  return state.commands.find((each) => each.name === "ask" && isSlashCommand(each));
}
