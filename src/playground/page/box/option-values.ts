import { type CommandOption, namesOf, type OptionChoice, optionsOf } from "./command-options.ts";
import type { CommandDraft, GivenValue } from "../state.ts";

/** Why an option cannot be sent as it is; lengths in characters. */
export type OptionProblem =
  | { readonly kind: "missing" }
  | { readonly kind: "no-choice" }
  | { readonly kind: "short"; readonly least: number }
  | { readonly kind: "long"; readonly most: number; readonly length: number };

export interface WrongOption {
  readonly option: CommandOption;
  readonly problem: OptionProblem;
}

const yes = new Set(["true", "yes", "y", "on", "1", "是", "真", "对", "對", "好"]);
const no = new Set(["false", "no", "n", "off", "0", "否", "假", "不", "不是"]);

/** Reads a yes or no in any of the languages. */
export function readBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

/** Finds a choice by what somebody typed for it: its name in any language, or its value. */
function readChoice(choices: readonly OptionChoice[], text: string): OptionChoice | undefined {
  const sought = text.trim().toLowerCase();
  return choices.find((choice) => [...namesOf(choice), choice.value].some((name) => name.toLowerCase() === sought));
}

/** What is wrong with a command's options, in the order in which they are shown. */
export function wrongOptions({ command, values }: CommandDraft): readonly WrongOption[] {
  return optionsOf(command).flatMap((option) => {
    const problem = problemOf(option, values[option.name]);
    return problem ? [{ option, problem }] : [];
  });
}

/** What is wrong with a value; an optional one may be left empty. */
export function problemOf(option: CommandOption, given: GivenValue | undefined): OptionProblem | undefined {
  const text = sentText(given);
  if (text.trim() === "") return option.isRequired ? { kind: "missing" } : undefined;
  switch (option.kind) {
    case "boolean":
      return readBoolean(text) === undefined ? { kind: "no-choice" } : undefined;
    case "choice":
      return readChoice(option.choices, text) ? undefined : { kind: "no-choice" };
    case "text":
      return lengthProblem(option, Array.from(text).length);
  }
}

function lengthProblem({ shortest, longest }: CommandOption, length: number): OptionProblem | undefined {
  if (length > longest) return { kind: "long", most: longest, length };
  return length < shortest ? { kind: "short", least: shortest } : undefined;
}

/** The options as Discord would send them: those that are filled in, with the values behind what is shown. */
export function sentOptions({ command, values }: CommandDraft): Readonly<Record<string, string | boolean>> {
  const filled = optionsOf(command).flatMap((option) => {
    const text = sentText(values[option.name]);
    return text.trim() === "" ? [] : [[option.name, sentValue(option, text)] as const];
  });
  return Object.fromEntries(filled);
}

function sentValue({ kind, choices }: CommandOption, text: string): string | boolean {
  switch (kind) {
    case "boolean":
      return readBoolean(text) ?? false;
    case "choice":
      return readChoice(choices, text)?.value ?? text;
    case "text":
      return text;
  }
}

/** Options have one line in Discord: what is pasted with several gets spaces between them. */
function sentText(given: GivenValue | undefined): string {
  return (given?.value ?? given?.shown ?? "").replaceAll(/(?<!\s)\s*[\r\n]\s*/gu, " ");
}
