import { html, nothing, type TemplateResult } from "lit";
import { boxIds } from "./box-focus.ts";
import { descriptionIn, nameIn } from "./command-options.ts";
import { completionOf } from "./completion.ts";
import { focusedOption } from "./draft.ts";
import { isUnheard } from "./meant.ts";
import { isMessageTooLong, messageLength, messageLimit, withMentions } from "./mentions.ts";
import { type OptionProblem, wrongOptions } from "./option-values.ts";
import { isCommandLine } from "./parse-line.ts";
import { startCommand } from "./start-command.ts";
import type { CommandDraft, PageState, TextDraft } from "../state.ts";
import type { Store } from "../store.ts";
import { type BoxWords, boxWords } from "../words/box.ts";

/** The line below the message box: what is wrong, else what is wanted, else why nobody will answer. */
export function boxHintView(state: PageState, store: Store): TemplateResult {
  const { draft } = state;
  const wrong = draft.kind === "text" ? textProblem(state, draft) : optionProblem(state, draft);
  const hint = draft.kind === "text" ? textHint(state, store, draft) : commandHint(state, draft);
  return html`
    <div class="box-hint" id=${boxIds.hint}>
      <span role="alert" class="wrong">${wrong ?? nothing}</span>
      ${wrong === undefined ? hint : nothing}
    </div>
  `;
}

function textProblem({ locale, bot }: PageState, { text, isChecked }: TextDraft): string | undefined {
  const content = withMentions(text.trim(), bot);
  if (!isChecked || !isMessageTooLong(content)) return undefined;
  return boxWords[locale].tooLong(messageLimit, messageLength(content));
}

/** Of the field that is typed in, else of the first; only after sending failed. */
function optionProblem({ locale }: PageState, draft: CommandDraft): string | undefined {
  const extra = draft.rest.trim();
  if (draft.isChecked && extra !== "" && !draft.focused) {
    return boxWords[locale].noPlace(extra, `/${nameIn(locale, draft.command)}`);
  }
  const wrongs = draft.isChecked ? wrongOptions(draft) : [];
  const wrong = wrongs.find(({ option }) => option.name === draft.focused) ?? wrongs[0];
  return wrong && explain(wrong.problem, nameIn(locale, wrong.option), boxWords[locale]);
}

function explain(problem: OptionProblem, option: string, words: BoxWords): string {
  switch (problem.kind) {
    case "missing":
      return words.missing(option);
    case "no-choice":
      return words.noChoice(option);
    case "no-file":
      return words.noFile(option);
    case "no-number":
      return problem.isWhole ? words.noWholeNumber(option) : words.noNumber(option);
    case "low":
      return words.atLeast(option, problem.least);
    case "high":
      return words.atMost(option, problem.most);
    case "short":
      return words.tooShort(problem.least);
    case "long":
      return words.tooLong(problem.most, problem.length);
  }
}

function commandHint(state: PageState, draft: CommandDraft): string {
  const { locale } = state;
  const option = focusedOption(draft);
  if (wrongOptions(draft).length === 0) return boxWords[locale].pressEnter;
  return option && !completionOf(state) ? descriptionIn(locale, option) : "";
}

function textHint(state: PageState, store: Store, { text }: TextDraft): TemplateResult | string {
  const words = boxWords[state.locale];
  const [name = ""] = text.split(/\s/u, 1);
  if (isCommandLine(text)) return completionOf(state) || name.length === 1 ? "" : words.noSuchCommand(name);
  if (!isUnheard(state)) return "";
  return html`
    <span>${words.notMeant(`@${state.bot.username}`)}</span>
    <button type="button" class="hint-button" @click=${() => startCommand(store, "ask", { question: text.trim() })}>
      ${words.askInstead}
    </button>
  `;
}
