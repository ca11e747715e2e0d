import { type Comparing, compareWording, type Difference } from "../answer/compare-wording.ts";
import type { Span } from "../text/span.ts";
import { escapeInline, tidyLine } from "./escape.ts";

const longestShown = 60;

/** Marks what one wording has in place of the other, as checked quotes are: `~~nine~~ → **ten**`. */
export function markAlterations(old: string, renewed: string, comparing: Comparing): readonly string[] {
  return differencesBetween(old, renewed, comparing).map(({ original, given }) => {
    const [gone, come] = [show(old, original), show(renewed, given)];
    if (come === "") return `~~${gone}~~`;
    return gone === "" ? `+ **${come}**` : `~~${gone}~~ → **${come}**`;
  });
}

/** Both ends count: one wording is no quote from within the other. */
function differencesBetween(
  old: string,
  renewed: string,
  comparing: Comparing,
): Pick<Difference, "original" | "given">[] {
  const comparison = compareWording(old, renewed, comparing);
  if (!comparison) return [{ original: whole(old), given: whole(renewed) }];
  const shown = comparison.differences.filter(({ kind }) => kind !== "spaces");
  const reached = [comparison.covered, ...shown.flatMap(({ original }) => original ?? [])];
  const start = Math.min(...reached.map((span) => span.start));
  const end = Math.max(...reached.map((span) => span.end));
  const [before, behind] = [
    { start: 0, end: start },
    { start: end, end: old.length },
  ];
  const gone = (span: Span) => (/[\p{L}\p{N}]/u.test(old.slice(span.start, span.end)) ? [{ original: span }] : []);
  return [...gone(before), ...shown, ...gone(behind)];
}

function whole(text: string): Span {
  return { start: 0, end: text.length };
}

function show(text: string, span: Span | undefined): string {
  return span ? escapeInline(tidyLine(text.slice(span.start, span.end), longestShown)) : "";
}
