import { foldAccents } from "../text/typography.ts";

/** Writes a Latin word in the letters a to z alone: Łódź → lodz. */
export function plainLetters(word: string): string {
  return foldAccents(word).replaceAll(/[^a-z]/g, "");
}
