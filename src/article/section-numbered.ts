import type { Section } from "./article.ts";

/**
 * Finds a section by its number, one level after the other.
 *
 * Siblings are numbered without gaps, so the first one's number (0 where text precedes the first heading) tells the rest.
 */
export function sectionNumbered(sections: readonly Section[], number: readonly number[]): Section | undefined {
  let siblings = sections;
  let section: Section | undefined;
  for (const asked of number) {
    section = siblings[asked - (siblings[0]?.number.at(-1) ?? 1)];
    if (!section) return undefined;
    siblings = section.sections;
  }
  return section;
}

/** The same for a number as it is written: `2.1`. */
export function sectionWritten(sections: readonly Section[], number: string): Section | undefined {
  return /^\d{1,9}(?:\.\d{1,9})*$/u.test(number) ? sectionNumbered(sections, number.split(".").map(Number)) : undefined;
}
