import type { Locale } from "../../../render/locale.ts";
import type { RegisteredCommand } from "../../wire.ts";
import { type CommandOption, nameIn, optionsOf } from "./command-options.ts";
import { nameAtCaret } from "./mentions.ts";
import { wrongOptions } from "./option-values.ts";
import { markedOption, type ParsedLine, parseLine, textTaker, withoutMarker } from "./parse-line.ts";
import type { CommandDraft, Draft, GivenValue, TextDraft } from "../state.ts";

/** Nothing is written yet. */
export const emptyDraft: TextDraft = { kind: "text", text: "" };

/** What is typed into the box or one of its fields. */
export interface Typed {
  readonly text: string;
  /** Where the caret stands in it. */
  readonly caret: number;
  /** Whether it came from the keyboard, and not by pasting. */
  readonly isTyped: boolean;
  /** Whether an input method is still at it: then nothing but the text changes. */
  readonly isComposing: boolean;
}

/** Begins a command with what is known of its options; the focus is on the first that is wanted. */
export function beginCommand(
  command: RegisteredCommand,
  values: Readonly<Record<string, GivenValue>> = {},
): CommandDraft {
  const draft = { kind: "command", command, values, focused: undefined, rest: "", offered: undefined } as const;
  const wanted = wrongOptions(draft)[0]?.option ?? shownOptions(draft)[0];
  return { ...draft, focused: wanted?.name };
}

/** The options that have a field: required ones, and optional ones in the order in which they were added. */
export function shownOptions({ command, values }: CommandDraft): readonly CommandOption[] {
  const options = optionsOf(command);
  const added = Object.keys(values).flatMap((name) => options.filter((each) => each.name === name && !each.isRequired));
  return [...options.filter(({ isRequired }) => isRequired), ...added];
}

/** The options that can still be added. */
export function furtherOptions({ command, values }: CommandDraft): readonly CommandOption[] {
  return optionsOf(command).filter(({ name, isRequired }) => !isRequired && !(name in values));
}

/** The option that is typed in. */
export function focusedOption({ command, focused }: CommandDraft): CommandOption | undefined {
  return optionsOf(command).find(({ name }) => name === focused);
}

/** Takes over plain text; a command's name with a space behind becomes the command, with all that follows. */
export function typeText({ text, caret, isComposing }: Typed, commands: readonly RegisteredCommand[]): Draft {
  const parsed = isComposing ? undefined : parseLine(text, commands);
  return parsed?.isEnded ? draftOf(parsed) : { kind: "text", text, caret };
}

/** Reads a whole line as a command, where there is such a command. */
export function readCommand(text: string, commands: readonly RegisteredCommand[]): CommandDraft | undefined {
  const parsed = parseLine(text, commands);
  return parsed && draftOf(parsed);
}

function draftOf(parsed: ParsedLine): CommandDraft {
  const values = Object.fromEntries(Object.entries(parsed.values).map(([name, shown]) => [name, { shown }]));
  const { rest, command } = parsed;
  const draft = { ...beginCommand(command, values), rest };
  if (rest !== "") return { ...draft, focused: undefined };
  return parsed.last === undefined ? draft : { ...draft, focused: parsed.last };
}

/** Takes over what is typed into an option; another option's name with a colon begins that option. */
export function typeOption(draft: CommandDraft, name: string, typed: Typed): CommandDraft {
  const { command, values } = draft;
  const { text, caret, isTyped, isComposing } = typed;
  const before = text.slice(0, caret);
  const marked = isTyped && !isComposing ? markedOption(before, optionsOf(command)) : undefined;
  const kept = withoutMarker(before) + text.slice(caret);
  if (marked && marked.name === name && kept === text.slice(caret)) return withValue(draft, name, kept);
  if (!marked || marked.name === name || (values[marked.name]?.shown ?? "") !== "") return withValue(draft, name, text);
  return addOption(withValue(draft, name, kept), marked);
}

/** Takes over what is typed behind all options; an option's name with a colon begins that option. */
export function typeRest(draft: CommandDraft, { text, isComposing }: Typed): CommandDraft {
  const marked = isComposing ? undefined : markedOption(text, furtherOptions(draft));
  return marked ? addOption(draft, marked) : { ...unlisted(draft), focused: undefined, rest: text };
}

/**
 * Takes what is typed behind all options into the one that takes text, as the same line does when it is typed as a whole.
 *
 * Where no option takes text, it stays where it is.
 */
export function takeRest(draft: CommandDraft): CommandDraft {
  const rest = draft.rest.trim();
  const taker = rest === "" ? undefined : (textTaker(shownOptions(draft)) ?? textTaker(optionsOf(draft.command)));
  if (!taker) return draft;
  const text = [draft.values[taker.name]?.shown ?? "", rest].join(" ").trim();
  return { ...draft, values: { ...draft.values, [taker.name]: { shown: text } }, rest: "" };
}

/** Shows an optional option's field and goes there. */
export function addOption(draft: CommandDraft, { name }: CommandOption): CommandDraft {
  const values = name in draft.values ? draft.values : { ...draft.values, [name]: { shown: "" } };
  return { ...unlisted(draft), values, focused: name, rest: "" };
}

/** Goes to an option, or behind all of them. */
export function focusOption(draft: CommandDraft, focused: string | undefined): CommandDraft {
  return { ...unlisted(draft), focused };
}

/** Fills the option that is typed in, and goes on to the next that is wanted. */
export function takeChoice(draft: CommandDraft, choice: GivenValue): CommandDraft {
  const { focused } = draft;
  if (focused === undefined) return draft;
  const filled = { ...unlisted(draft), values: { ...draft.values, [focused]: choice } };
  const next = wrongOptions(filled)[0]?.option.name;
  return next === undefined ? { ...filled, isDismissed: true } : { ...filled, focused: next };
}

/**
 * Takes back one step, as the backspace key does in an empty field: an optional field goes, and before the first the
 * command becomes text again.
 */
export function stepBack(draft: CommandDraft, locale: Locale): Draft {
  const shown = shownOptions(draft);
  const place = shown.findIndex(({ name }) => name === draft.focused);
  const at = place === -1 ? shown.length : place;
  const previous = shown[at - 1]?.name;
  const { [draft.focused ?? ""]: _emptied, ...others } = draft.values;
  if (previous !== undefined) return { ...unlisted(draft), values: others, focused: previous };
  return { kind: "text", text: `/${nameIn(locale, draft.command)}` };
}

/** Puts a name in place of the one that is being written in front of the caret. */
export function insertMention({ text, caret = text.length }: TextDraft, username: string): TextDraft {
  const started = nameAtCaret(text, caret)?.length ?? -1;
  const before = `${text.slice(0, caret - started - 1)}@${username} `;
  return { kind: "text", text: before + text.slice(caret).replace(/^ /u, ""), caret: before.length };
}

/** Goes back or forth in what was sent; behind the newest stands an empty draft. */
export function recall(draft: Draft, sent: readonly Draft[], by: 1 | -1): Draft {
  const place = (draft.recalled ?? sent.length) + by;
  if (place < 0) return draft;
  const found = sent[place];
  return found ? { ...found, recalled: place, isDismissed: true } : emptyDraft;
}

/** A draft as it is kept when it was sent: without what only mattered while it was written. */
export function sentDraft(draft: Draft): Draft {
  if (draft.kind === "text") return { kind: "text", text: draft.text };
  return { ...beginCommand(draft.command, draft.values), focused: shownOptions(draft)[0]?.name };
}

/** Tells whether two drafts would send the same. */
export function isSameDraft(one: Draft, other: Draft | undefined): boolean {
  return other !== undefined && JSON.stringify(sentDraft(one)) === JSON.stringify(sentDraft(other));
}

function withValue(draft: CommandDraft, name: string, shown: string): CommandDraft {
  return { ...unlisted(draft), values: { ...draft.values, [name]: { shown } }, focused: name };
}

/** Lets the list of completions begin anew. */
function unlisted(draft: CommandDraft): CommandDraft {
  return { ...draft, active: undefined, isDismissed: undefined, recalled: undefined };
}
