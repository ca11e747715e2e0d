import { existsSync } from "node:fs";
import path from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { readCommandLine } from "../../src/read-command-line.ts";

/**
 * Reads a script's options. Where there is nothing more to do, it ends the process: with 0 behind the help, with 2 behind a
 * line that says which option is wrong and what was expected.
 */
export function readOptions<Options extends object>(
  program: Command,
  given: readonly string[] = process.argv.slice(2),
): Readonly<Options> {
  const line = readCommandLine<Options>(program, given);
  if (line.kind === "exit") process.exit(line.code);
  return line.options;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Reads an option's value as a number in decimals. */
export function numberIn({ least, most }: Range): (value: string) => number {
  return (value) => {
    if (!/^\d+(?:\.\d+)?$/u.test(value) || Number(value) < least || Number(value) > most) {
      throw new InvalidArgumentError(`expected a number from ${least} to ${most}`);
    }
    return Number(value);
  };
}

export function wholeNumberIn({ least, most }: Range): (value: string) => number {
  return (value) => {
    if (!/^\d+$/u.test(value) || Number(value) < least || Number(value) > most) {
      throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}`);
    }
    return Number(value);
  };
}

/** Reads an option that is followed by several values, one after the other. */
export function several<Item>(read: (value: string) => Item): (value: string, before: unknown) => readonly Item[] {
  let items: readonly Item[] = [];
  return (value) => (items = [...items, read(value)]);
}

/** Reads an option's value as several, separated by commas. */
export function listOf<Item>(read: (value: string) => Item): (value: string) => readonly Item[] {
  return (value) => value.split(",").map((part) => read(part.trim()));
}

export function oneOf<Name extends string>(names: readonly Name[]): (value: string) => Name {
  return (value) => {
    const found = names.find((name) => name === value);
    if (found === undefined) throw new InvalidArgumentError(`expected one of ${names.join(", ")}`);
    return found;
  };
}

export function fileAt(value: string): string {
  if (!existsSync(value)) throw new InvalidArgumentError(`${path.resolve(value)} is not there`);
  return value;
}

/** Reads an option's value as the folder of a checkout of this program that has its packages; gives its whole path. */
export function checkout(value: string): string {
  const folder = path.resolve(value);
  for (const part of ["src/main.ts", "node_modules"]) {
    if (!existsSync(path.join(folder, part))) {
      throw new InvalidArgumentError(`expected a checkout with its packages: ${path.join(folder, part)} is not there`);
    }
  }
  return folder;
}
