import type { RegisteredCommand } from "../../wire.ts";
import { type CommandOption, isSlashCommand, namesOf, optionsOf } from "./command-options.ts";
import { readBoolean } from "./option-values.ts";

/** A slash command that was typed or pasted as a whole line. */
export interface ParsedLine {
  readonly command: RegisteredCommand;
  /** By option name, as typed. */
  readonly values: Readonly<Record<string, string>>;
  /** The option that the line ends in. */
  readonly last: string | undefined;
}

/** Input methods for Chinese type these in place of a slash. */
const line = /^\s*[/／、](\S+)(?:\s+([\s\S]*))?$/u;
const marker = /(?<=^|\s)([^\s:：]+)[:：](?!\/\/)\s*/gu;
const markerAtEnd = /(?:^|\s)([^\s:：]+)[:：]$/u;

/** Tells whether a text begins as a slash command does. */
export function isCommandLine(text: string): boolean {
  return /^[/／、]/u.test(text);
}

/**
 * Reads `/ask question: What is X? private: true`, or `/ask What is X?`.
 *
 * Commands and options go by their names in any language. What stands behind no option's name goes to the first
 * required option that takes text. Gives `undefined` where there is no such command.
 */
export function parseLine(text: string, commands: readonly RegisteredCommand[]): ParsedLine | undefined {
  const [, name, rest = ""] = line.exec(text) ?? [];
  const command = name === undefined ? undefined : commandNamed(commands, name);
  if (!command) return undefined;
  const options = optionsOf(command);
  const markers = findMarkers(rest, options);
  const loose = [rest.slice(0, markers[0]?.start).trim()];
  const values = new Map<string, string>();
  for (const [place, { option, end }] of markers.entries()) {
    const segment = rest.slice(end, markers[place + 1]?.start).trim();
    const { value, remains } = takeValue(option, segment);
    values.set(option.name, value);
    loose.push(remains);
  }
  const taker = textTaker(options);
  const extra = loose.filter((part) => part !== "").join(" ");
  if (taker && extra !== "") values.set(taker.name, [values.get(taker.name) ?? "", extra].join(" ").trim());
  const last = markers.at(-1)?.option.name ?? (extra === "" ? undefined : taker?.name);
  return { command, values: Object.fromEntries(values), last };
}

/** Tells which option's name was just typed, with its colon at the end. */
export function markedOption(text: string, options: readonly CommandOption[]): CommandOption | undefined {
  return optionNamed(options, markerAtEnd.exec(text)?.[1] ?? "");
}

/** What stands before an option's name at the end. */
export function withoutMarker(text: string): string {
  return text.replace(markerAtEnd, "");
}

function commandNamed(commands: readonly RegisteredCommand[], name: string): RegisteredCommand | undefined {
  const isNamed = isNamedAs(name);
  return commands.find((command) => isSlashCommand(command) && isNamed(command));
}

function optionNamed(options: readonly CommandOption[], name: string): CommandOption | undefined {
  return options.find(isNamedAs(name));
}

function isNamedAs(name: string): (named: Parameters<typeof namesOf>[0]) => boolean {
  const sought = name.toLowerCase();
  return (named) => namesOf(named).some((each) => each.toLowerCase() === sought);
}

interface Marker {
  readonly option: CommandOption;
  readonly start: number;
  readonly end: number;
}

/** The places where an option begins: each once, and only with something behind that it can be. */
function findMarkers(text: string, options: readonly CommandOption[]): readonly Marker[] {
  const found = [...text.matchAll(marker)].flatMap((match) => {
    const option = optionNamed(options, match[1] ?? "");
    const end = match.index + match[0].length;
    return option && canBegin(option, text.slice(end)) ? [{ option, start: match.index, end }] : [];
  });
  return found.filter(({ option }, place) => found.findIndex((other) => other.option === option) === place);
}

function canBegin(option: CommandOption, text: string): boolean {
  return option.kind === "text" || text.trim() === "" || takeValue(option, text).value !== "";
}

/** Cuts from a text what an option can be: all of it, or a choice at its beginning. */
function takeValue(option: CommandOption, text: string): { readonly value: string; readonly remains: string } {
  if (option.kind === "text") return { value: text, remains: "" };
  const length = option.kind === "boolean" ? booleanLength(text) : choiceLength(option, text);
  return { value: text.slice(0, length), remains: text.slice(length).trim() };
}

function booleanLength(text: string): number {
  const [word = ""] = text.split(/\s/u, 1);
  return readBoolean(word) === undefined ? 0 : word.length;
}

function choiceLength({ choices }: CommandOption, text: string): number {
  const start = text.toLowerCase();
  const fitting = choices
    .flatMap((choice) => [...namesOf(choice), choice.value])
    .filter((name) => start.startsWith(name.toLowerCase()));
  return Math.max(0, ...fitting.map(({ length }) => length));
}

function textTaker(options: readonly CommandOption[]): CommandOption | undefined {
  const texts = options.filter(({ kind }) => kind === "text");
  return texts.find(({ isRequired }) => isRequired) ?? texts[0];
}
