import { type CommandOption, namesOf, type OptionChoice, optionsOf, optionTypes } from "./command-options.ts";
import type { CommandDraft, GivenValue } from "../state.ts";

/** Why an option cannot be sent as it is; lengths in characters. */
export type OptionProblem =
  | { readonly kind: "missing" }
  | { readonly kind: "no-choice" }
  | { readonly kind: "no-file" }
  | { readonly kind: "no-number"; readonly isWhole: boolean }
  | { readonly kind: "low"; readonly least: number }
  | { readonly kind: "high"; readonly most: number }
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

/** Finds a choice by what somebody typed for it: its name in any language, or its value; channels also without `#`. */
function readChoice(choices: readonly OptionChoice[], text: string): OptionChoice | undefined {
  const sought = bare(text);
  return choices.find((choice) => [...namesOf(choice), choice.value].some((name) => bare(name) === sought));
}

function bare(name: string): string {
  return name.trim().toLowerCase().replace(/^[#@]/u, "");
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
    case "number":
      return numberProblem(option, readNumber(text));
    case "file":
      return given?.file ? undefined : { kind: "no-file" };
  }
}

/** Full-width digits are read, too. */
function readNumber(text: string): number {
  return Number(text.trim().normalize("NFKC"));
}

function numberProblem({ least, most, isWhole }: CommandOption, value: number): OptionProblem | undefined {
  if (!Number.isFinite(value) || (isWhole && !Number.isInteger(value))) return { kind: "no-number", isWhole };
  if (value < least) return { kind: "low", least };
  return value > most ? { kind: "high", most } : undefined;
}

function lengthProblem({ shortest, longest }: CommandOption, length: number): OptionProblem | undefined {
  if (length > longest) return { kind: "long", most: longest, length };
  return length < shortest ? { kind: "short", least: shortest } : undefined;
}

/** The options as Discord would send them: those that are filled in, with the values behind what is shown. */
export function sentOptions({ command, values }: CommandDraft): SentValues {
  const filled = optionsOf(command).flatMap((option) => {
    const text = sentText(values[option.name]);
    return text.trim() === "" ? [] : [[option.name, sentValue(option, text)] as const];
  });
  return Object.fromEntries(filled);
}

export type SentValues = Readonly<Record<string, string | number | boolean>>;

function sentValue(option: CommandOption, text: string): string | number | boolean {
  const { kind, choices } = option;
  switch (kind) {
    case "boolean":
      return readBoolean(text) ?? false;
    case "choice":
      return sentChoice(option, readChoice(choices, text)?.value ?? text);
    case "number":
      return readNumber(text);
    case "text":
    case "file":
      return text;
  }
}

/** Choices of numbers are numbers. */
function sentChoice({ type }: CommandOption, value: string): string | number {
  return type === optionTypes.integer || type === optionTypes.number ? Number(value) : value;
}

/** Options have one line in Discord: what is pasted with several gets spaces between them. */
function sentText(given: GivenValue | undefined): string {
  return (given?.value ?? given?.shown ?? "").replaceAll(/(?<!\s)\s*[\r\n]\s*/gu, " ");
}
