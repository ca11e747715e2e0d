import type { RegisteredCommand } from "../../wire.ts";
import { type CommandOption, isSlashCommand, namesOf, optionsOf } from "./command-options.ts";
import { readBoolean } from "./option-values.ts";

/** A slash command that was typed or pasted as a whole line. */
export interface ParsedLine {
  readonly command: RegisteredCommand;
  /** By option name, as typed. */
  readonly values: Readonly<Record<string, string>>;
  /** What stands behind no option's name where no option takes text. */
  readonly rest: string;
  /** The option that the line ends in. */
  readonly last: string | undefined;
  /** Whether the command's name is written to its end, so that something stands behind it, be it a space. */
  readonly isEnded: boolean;
}

/** Input methods for Chinese type these in place of a slash. */
const line = /^\s*[/／、](\S[\s\S]*)$/u;
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
  const [, typed = ""] = line.exec(text) ?? [];
  const found = commandAt(commands, typed);
  if (!found) return undefined;
  const { command, length } = found;
  const rest = typed.slice(length).trimStart();
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
  const left = taker ? "" : extra;
  return { command, values: Object.fromEntries(values), rest: left, last, isEnded: typed.length > length };
}

/** Tells which option's name was just typed, with its colon at the end. */
export function markedOption(text: string, options: readonly CommandOption[]): CommandOption | undefined {
  return optionNamed(options, markerAtEnd.exec(text)?.[1] ?? "");
}

/** What stands before an option's name at the end. */
export function withoutMarker(text: string): string {
  return text.replace(markerAtEnd, "");
}

/** Finds the command whose name, of one or several words, a line begins with; the longest where several do. */
function commandAt(
  commands: readonly RegisteredCommand[],
  typed: string,
): { readonly command: RegisteredCommand; readonly length: number } | undefined {
  const found = commands.filter(isSlashCommand).flatMap((command) =>
    namesOf(command)
      .filter((name) => beginsWith(typed, name))
      .map(({ length }) => ({ command, length })),
  );
  return found.toSorted((one, other) => other.length - one.length)[0];
}

function beginsWith(typed: string, name: string): boolean {
  const isThere = typed.slice(0, name.length).toLowerCase() === name.toLowerCase();
  return isThere && /^(?:$|\s)/u.test(typed.slice(name.length));
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
  if (option.kind === "file") return false;
  return option.kind === "text" || text.trim() === "" || takeValue(option, text).value !== "";
}

/** Cuts from a text what an option can be: all of it, or a choice at its beginning. */
function takeValue(option: CommandOption, text: string): { readonly value: string; readonly remains: string } {
  if (option.kind === "text") return { value: text, remains: "" };
  const length = lengthOf(option, text);
  return { value: text.slice(0, length), remains: text.slice(length).trim() };
}

function lengthOf(option: CommandOption, text: string): number {
  if (option.kind === "boolean") return booleanLength(text);
  return option.kind === "number" ? (/^\S+/u.exec(text)?.[0].length ?? 0) : choiceLength(option, text);
}

function booleanLength(text: string): number {
  const [word = ""] = text.split(/\s/u, 1);
  return readBoolean(word) === undefined ? 0 : word.length;
}

function choiceLength({ choices }: CommandOption, text: string): number {
  const start = text.toLowerCase();
  const fitting = choices
    .flatMap((choice) => [...namesOf(choice), choice.value])
    // A channel is named with its sign or without.
    .flatMap((name) => [name, name.replace(/^[#@]/u, "")])
    .filter((name) => start.startsWith(name.toLowerCase()));
  return Math.max(0, ...fitting.map(({ length }) => length));
}

/** The option that text without an option's name goes to. */
export function textTaker(options: readonly CommandOption[]): CommandOption | undefined {
  const texts = options.filter(({ kind }) => kind === "text");
  return texts.find(({ isRequired }) => isRequired) ?? texts[0];
}
