import { InvalidArgumentError } from "commander";

/** Reads an option's value as a whole number from 1 on. */
export function wholeNumberTo(most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/u.test(value) || number < 1 || number > most) {
      throw new InvalidArgumentError(`expected a whole number from 1 to ${most}`);
    }
    return number;
  };
}
