import { firstBehind } from "../text/search-sorted.ts";
import type { Paragraph } from "./article.ts";
import type { Span } from "../text/span.ts";

/** The parts of a paragraph that a reader sees within a span, in reading order, cut to it. */
export function visibleParts({ visible }: Paragraph, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  for (let index = firstBehind(visible, start); index < visible.length; index += 1) {
    const part = visible[index];
    if (!part || part.start >= end) break;
    parts.push({ start: Math.max(part.start, start), end: Math.min(part.end, end) });
  }
  return parts;
}

/** Joins parts to what a reader sees, with what parts them. */
export function joinParts(source: string, parts: readonly Span[]): string {
  return parts.reduce(
    (text, part, place) => text + separator(source, parts[place - 1], part) + source.slice(part.start, part.end),
    "",
  );
}

const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3001-\u303f\uff01-\uff65]/u;
/** Marks that East Asian text shares with others. */
const SHARED_MARK = /[“”‘’…—·]/u;

/**
 * What stands between two parts when they are joined: one space where white space parts them, as it does the cells of
 * a table; nothing where a line's end parts Chinese; the line's end where it may have broken a word (`appren-⏎tice`).
 * White space within what is left out, such as a link's title, parts nothing.
 */
export function separator(source: string, before: Span | undefined, part: Span): "" | " " | "\n" {
  if (!before) return "";
  const gap = source.slice(before.end, part.start);
  if (gap.includes("</t") && /<\/t[dh]\b/iu.test(gap)) return " ";
  if (!/^\s|\s$/u.test(gap)) return "";
  const last = Array.from(source.slice(Math.max(0, before.end - 2), before.end)).at(-1) ?? "";
  const next = String.fromCodePoint(source.codePointAt(part.start) ?? 0);
  if (/\s/u.test(last + next)) return "";
  if (!/[\r\n]/u.test(gap)) return " ";
  if (/[-\u2010\u2011\u00ad]/u.test(last)) return "\n";
  return isOneText([last, next]) ? "" : " ";
}

/** Whether a line ends and the next begins in a script that is written without spaces. */
function isOneText(sides: readonly string[]): boolean {
  return (
    sides.some((side) => EAST_ASIAN.test(side)) &&
    sides.every((side) => EAST_ASIAN.test(side) || SHARED_MARK.test(side))
  );
}
