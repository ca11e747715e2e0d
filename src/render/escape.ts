import { splitsCodePoint } from "../text/span.ts";

/**
 * What Discord reads as Markdown, a mention, a link, an emoji or a timestamp wherever it stands.
 *
 * A colon only before `//` and in `:emoji:`, a slash only behind a domain: most are harmless and stay readable. `>` only
 * behind Unicode's own separators, where a line begins for some readers of Markdown.
 */
const anywhere = /[\\*_~`|<[\]@]|:(?=\/\/|[\w+-]+:)|\/(?<=\.[\p{L}\p{N}-]+\/)|>(?<=[\u2028\u2029][^\S\n]*>)/gu;

/** Most text has none of these; it is not looked at closely. */
const mayNeedEscape = /[\\*_~`|<[\]@:/>]/u;

/** What Discord reads as a heading, list, quote or small print at the beginning of a line. */
const atLineStart = /^(\s*)([#>-]|\d+(?=\.))/u;

/**
 * Escapes one line so that Discord shows it exactly as it is.
 *
 * Addresses, invites, `:emoji:` and `@everyone` do not come to life either.
 */
export function escapeLine(line: string): string {
  return escapeInline(line).replace(atLineStart, (_all, blank: string, mark: string) =>
    /\d/u.test(mark) ? `${blank}${mark}\\` : `${blank}\\${mark}`,
  );
}

/** Escapes text that does not begin a line. */
export function escapeInline(text: string): string {
  return mayNeedEscape.test(text) ? text.replaceAll(anywhere, "\\$&") : text;
}

/** Ordinary letters and marks with single spaces between: nothing that would have to be tidied. */
const isTidy =
  /^[!-~“”‘’…—–·§¶\u3001-\u301f\u4e00-\u9fef\uff01-\uff5e]+(?: [!-~“”‘’…—–·§¶\u3001-\u301f\u4e00-\u9fef\uff01-\uff5e]+)*$/u;

/**
 * Makes a piece of somebody's text fit to stand within a line: one line, nothing invisible, no towers of accents.
 *
 * For text that is shown, never for text that is quoted. A longer one is cut: Discord's limits for names, labels and ids are
 * kept whether it counts characters or UTF-16 units.
 *
 * @param mostCharacters counted in UTF-16 units.
 */
export function tidyLine(text: string, mostCharacters: number): string {
  if (text.length <= mostCharacters && isTidy.test(text)) return text;
  const tidy = text
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, "")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/\p{C}/gu, "")
    .replaceAll(/(\p{M}{3})\p{M}+/gu, "$1")
    .trim();
  if (tidy.length <= mostCharacters) return tidy;
  const end = splitsCodePoint(tidy, mostCharacters - 1) ? mostCharacters - 2 : mostCharacters - 1;
  return `${tidy.slice(0, end)}…`;
}
