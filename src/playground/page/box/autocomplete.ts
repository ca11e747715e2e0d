import type { Exchange } from "../../wire.ts";
import { exchangesKept, whereIs } from "../act.ts";
import { composeTyping, focusedIn, pathOf, type SentOption } from "./compose-command.ts";
import { focusedOption } from "./draft.ts";
import { sentOptions, wrongOptions } from "./option-values.ts";
import { postInteraction, ServerProblem } from "../server.ts";
import type { CommandDraft, OfferedChoices } from "../state.ts";
import type { Store } from "../store.ts";

/** How long somebody must stop typing until the bot is asked, in milliseconds. */
const pause = 120;

/**
 * Asks the bot what it offers for the option that is typed in, after a pause.
 *
 * Only the newest answer counts: one for something else than what stands in the field by then is dropped.
 */
export function askBot(store: Store): void {
  const { draft } = store.state;
  if (draft.kind !== "command" || !focusedOption(draft)?.isAsked) return;
  setTimeout(() => void askNow(store, draft), pause);
}

async function askNow(store: Store, asked: CommandDraft): Promise<void> {
  const { focused: option } = asked;
  if (option === undefined || !isStill(store, asked)) return;
  const exchange = await ask(store, asked, option);
  if (!exchange) return;
  record(store, exchange, option);
  const { draft } = store.state;
  if (draft.kind !== "command" || !isStill(store, asked)) return;
  const offered = { option, typed: typedIn(asked, option), choices: readChoices(exchange.response) };
  store.update({ draft: { ...draft, offered, active: undefined } });
}

/** Nothing is said about a server that does not answer: whoever types would hear it with every letter. */
async function ask({ state }: Store, asked: CommandDraft, option: string): Promise<Exchange | undefined> {
  const wrong = new Set(wrongOptions(asked).map((each) => each.option.name));
  const others = Object.entries(sentOptions(asked)).filter(([each]) => each !== option && !wrong.has(each));
  const values = { ...Object.fromEntries(others), [option]: typedIn(asked, option) };
  try {
    return await postInteraction(composeTyping(asked, { values, focused: option }, whereIs(state)));
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error;
    return undefined;
  }
}

/** Values are made anew with every letter, so the same value means that nothing was typed since. */
function isStill({ state: { draft } }: Store, { command, focused = "", values }: CommandDraft): boolean {
  if (draft.kind !== "command" || draft.isDismissed) return false;
  return draft.command === command && draft.focused === focused && draft.values[focused] === values[focused];
}

function typedIn({ values }: CommandDraft, option: string): string {
  return values[option]?.shown ?? "";
}

/** Keeps of one word's letters only the last, so that the log can be read. */
function record(store: Store, exchange: Exchange, option: string): void {
  const { exchanges, inspected } = store.state;
  const last = exchanges.at(-1);
  const isSame = last !== undefined && last.sent.id !== inspected && isAskedFor(last, exchange, option);
  const kept = isSame ? exchanges.slice(0, -1) : exchanges;
  store.update({ exchanges: [...kept, exchange].slice(-exchangesKept) });
}

function isAskedFor(last: Exchange, { sent }: Exchange, option: string): boolean {
  const { type, data }: Asked = last.sent;
  const { data: own }: Asked = sent;
  const isSameCommand = data?.id === own?.id && nameOf(data) === nameOf(own);
  return type === sent.type && isSameCommand && focusedIn(data?.options) === option;
}

function nameOf(data: Asked["data"]): string {
  return pathOf(data?.name ?? "", data?.options);
}

/** What `typing` made. */
interface Asked {
  readonly type: number;
  readonly data?: {
    readonly id?: string;
    readonly name?: string;
    readonly options?: readonly SentOption[];
  };
}

/** What a response to typing offers. */
function readChoices(response: Exchange["response"]): OfferedChoices["choices"] {
  // The bot's own response of type 8: see write-response.ts.
  const data: { readonly choices?: readonly { readonly name: string; readonly value: string }[] } = JSON.parse(
    JSON.stringify(response?.type === 8 ? response.data : {}),
  );
  return data.choices ?? [];
}
