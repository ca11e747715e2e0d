import type { RegisteredCommand, User } from "../../wire.ts";
import { type CommandOption, descriptionIn, isSlashCommand, nameIn } from "./command-options.ts";
import { focusedOption, furtherOptions } from "./draft.ts";
import { nameAtCaret } from "./mentions.ts";
import { problemOf } from "./option-values.ts";
import { mayHere } from "../act.ts";
import { usableCommands } from "./page-commands.ts";
import { isCommandLine } from "./parse-line.ts";
import type { CommandDraft, PageState, TextDraft } from "../state.ts";
import { boxWords } from "../words/box.ts";

/** An entry of the list of completions. */
export type Offer = { readonly label: string; readonly detail: string } & (
  | { readonly kind: "command"; readonly command: RegisteredCommand }
  | { readonly kind: "mention"; readonly user: User }
  | { readonly kind: "option"; readonly option: CommandOption }
  | { readonly kind: "choice"; readonly value: string }
);

/** What is offered for what is being typed. */
export interface Completion {
  /** What it is a list of, for people. */
  readonly title: string;
  /** At least one. */
  readonly offers: readonly Offer[];
  /** The entry that the keyboard is at; -1 where there is none, so that Enter sends. */
  readonly active: number;
}

type Completing = Pick<PageState, "draft" | "commands" | "locale" | "bot" | "standing" | "channelId">;

/** Says what to offer; `undefined` where the list is closed. */
export function completionOf(state: Completing): Completion | undefined {
  const { draft } = state;
  if (draft.isDismissed) return undefined;
  const list = draft.kind === "text" ? forText(state, draft) : forCommand(state, draft);
  if (!list || list.offers.length === 0) return undefined;
  return { ...list, active: Math.min(draft.active ?? list.active, list.offers.length - 1) };
}

/** Moves the keyboard's place in a list, round its ends. */
export function moveIn({ offers, active }: Completion, by: 1 | -1): number {
  if (active === -1) return by === 1 ? 0 : offers.length - 1;
  return (active + by + offers.length) % offers.length;
}

function forText(state: Completing, { text, caret = text.length }: TextDraft): Completion | undefined {
  const words = boxWords[state.locale];
  if (isCommandLine(text)) {
    const typed = text.slice(1).replaceAll(/\s+/gu, " ");
    return { title: words.commands, offers: commandOffers(state, typed), active: 0 };
  }
  const name = nameAtCaret(text, caret);
  if (name === undefined || !state.bot.username.toLowerCase().includes(name.toLowerCase())) return undefined;
  const { bot: user } = state;
  const offer = { kind: "mention", user, label: `@${user.username}`, detail: words.theBot } as const;
  return { title: words.people, offers: [offer], active: 0 };
}

function commandOffers(state: Completing, typed: string): readonly Offer[] {
  const { locale } = state;
  const commands = usableCommands(state.commands, mayHere(state));
  const names = (command: RegisteredCommand) => [nameIn(locale, command), command.name];
  return fitting(commands.filter(isSlashCommand), typed, names).map((command) => ({
    kind: "command",
    command,
    label: `/${nameIn(locale, command)}`,
    detail: descriptionIn(locale, command),
  }));
}

function forCommand(state: Completing, draft: CommandDraft): Completion | undefined {
  const option = focusedOption(draft);
  if (!option) return { title: boxWords[state.locale].options, ...optionOffers(state, draft) };
  const title = descriptionIn(state.locale, option);
  if (option.kind === "file") return undefined;
  if (option.kind === "boolean" || option.kind === "choice") return { title, ...fixedOffers(state, draft, option) };
  return option.isAsked ? { title, ...askedOffers(draft, option) } : undefined;
}

/** Options that can be added; without typing none is at hand, so that Enter sends. */
function optionOffers({ locale }: Completing, draft: CommandDraft): Omit<Completion, "title"> {
  const names = (option: CommandOption) => [nameIn(locale, option), option.name];
  const offers = fitting(furtherOptions(draft), draft.rest.trim(), names).map((option) => ({
    kind: "option" as const,
    option,
    label: nameIn(locale, option),
    detail: descriptionIn(locale, option),
  }));
  return { offers, active: draft.rest.trim() === "" ? -1 : 0 };
}

/**
 * The choices that were declared, or yes and no; all of them once one is taken.
 *
 * The first is at hand for Enter until what stands there can be sent as it is.
 */
function fixedOffers(
  { locale }: Completing,
  { values }: CommandDraft,
  option: CommandOption,
): Omit<Completion, "title"> {
  const given = values[option.name];
  const { yes, no } = boxWords[locale];
  const choices =
    option.kind === "boolean"
      ? [
          { label: yes, value: "true" },
          { label: no, value: "false" },
        ]
      : option.choices.map((choice) => ({ label: nameIn(locale, choice), value: choice.value }));
  const text = given?.shown.trim() ?? "";
  const typed = given?.value === undefined ? text : "";
  const fitted = fitting(choices, typed, ({ label, value }) => [label, value]);
  const offers = fitted.map((choice) => ({ kind: "choice" as const, detail: "", ...choice }));
  const isDone = text !== "" && problemOf(option, given) === undefined;
  return { offers, active: isDone ? -1 : 0 };
}

/**
 * What the bot offers for what is typed.
 *
 * The first is at hand for Enter, as in Discord, unless it only repeats what is typed or is older than that: then
 * Enter sends.
 */
function askedOffers({ values, offered }: CommandDraft, { name }: CommandOption): Omit<Completion, "title"> {
  if (offered?.option !== name) return { offers: [], active: -1 };
  const typed = values[name]?.shown ?? "";
  const isEcho = offered.choices[0]?.value === offered.typed.trim().replaceAll(/\s+/gu, " ");
  const isReady = typed.trim() !== "" && offered.typed === typed && !isEcho;
  const offers = offered.choices.map((choice) => ({
    kind: "choice" as const,
    label: choice.name,
    value: choice.value,
    detail: "",
  }));
  return { offers, active: isReady ? 0 : -1 };
}

/** Those with a name that begins with what is typed, then those that have it elsewhere. */
function fitting<Item>(items: readonly Item[], typed: string, names: (item: Item) => readonly string[]) {
  const sought = typed.toLowerCase();
  const place = (item: Item) => {
    const found = names(item).map((name) => name.toLowerCase().indexOf(sought));
    return found.includes(0) ? 0 : Math.max(...found);
  };
  const begins = items.filter((item) => place(item) === 0);
  return [...begins, ...items.filter((item) => place(item) > 0)];
}
