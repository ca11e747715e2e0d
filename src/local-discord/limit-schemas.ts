import { z } from "zod";

/** Discord counts characters, not UTF-16 units, and takes no broken ones. */
export function characters(least: number, most: number) {
  return z
    .string()
    .refine((text) => text.isWellFormed(), "holds a lone surrogate")
    .refine((text) => {
      const count = Array.from(text).length;
      return count >= least && count <= most;
    }, `is not ${least} to ${most} characters long`);
}

/** White space around is taken off before it is counted. */
export function readable(least: number, most: number) {
  return characters(least, most).refine((text) => text.trim().length >= least, "is blank");
}

export function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
