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
  const shown = endingsTogether(
    old,
    comparison.differences.filter(({ kind }) => kind !== "spaces"),
    { covered: comparison.covered, renewed },
  );
  const reached = [comparison.covered, ...shown.flatMap(({ original }) => original ?? [])];
  const start = Math.min(...reached.map((span) => span.start));
  const end = Math.max(...reached.map((span) => span.end));
  const [before, behind] = [
    { start: 0, end: start },
    { start: end, end: old.length },
  ];
  const gone = (span: Span, sign: RegExp) => (sign.test(old.slice(span.start, span.end)) ? [{ original: span }] : []);
  const marked = [...gone(before, /[\p{L}\p{N}]/u), ...shown, ...gone(behind, /[\p{L}\p{N}]/u)];
  // Where nothing but a mark is gone it is told after all.
  return marked.length > 0 ? marked : [...gone(before, /\S/u), ...gone(behind, /\S/u)];
}

/** A mark at the end of one wording stands in place of that of the other: `~~.~~ → **!**`. */
function endingsTogether(
  old: string,
  shown: readonly Pick<Difference, "original" | "given">[],
  { covered, renewed }: { readonly covered: Span; readonly renewed: string },
): readonly Pick<Difference, "original" | "given">[] {
  const last = shown.at(-1);
  const isAdded = last?.original === undefined && last?.given?.end === renewed.length;
  const behind = { start: covered.end, end: old.length };
  if (!last || !isAdded || !/^[^\p{L}\p{N}\s]+$/u.test(old.slice(behind.start))) return shown;
  return [...shown.slice(0, -1), { original: behind, given: last.given }];
}

function whole(text: string): Span {
  return { start: 0, end: text.length };
}

function show(text: string, span: Span | undefined): string {
  return span ? escapeInline(tidyLine(text.slice(span.start, span.end), longestShown)) : "";
}
