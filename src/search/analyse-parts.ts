import type { Span } from "../text/span.ts";
import type { AnalysedText, Analyse, Term } from "../text/terms.ts";
import { joinParts, separator } from "../article/visible-parts.ts";

/** Analyses what a reader sees of a source as one text; all offsets lead into the source. */
export function analyseParts(source: string, parts: readonly Span[], analyse: Analyse): AnalysedText {
  const [only, second] = parts;
  if (!only || !second) return analyse(source, only?.start ?? 0, only?.end ?? 0);
  const analysed = analyse(joinParts(source, parts));
  const toSource = createWayBack(source, parts);
  const toEnd = (end: number): number => toSource(end - 1) + 1;
  const { folded } = analysed;
  const inSource = (terms: readonly Term[]): Term[] =>
    terms.map((term) => ({ ...term, span: { start: toSource(term.span.start), end: toEnd(term.span.end) } }));
  return {
    names: () => analysed.names(),
    asQuestion: (view) => analysed.asQuestion(view),
    recut: (other) => analysed.recut(other),
    folded: { text: folded.text, starts: folded.starts.map(toSource), ends: folded.ends.map(toEnd) },
    terms: inSource(analysed.terms),
    latinTerms: inSource(analysed.latinTerms),
  };
}

/** Where the characters of the joined text stand in the source; a space put between two parts stands behind the first. */
function createWayBack(source: string, parts: readonly Span[]): (offset: number) => number {
  const places: number[] = [];
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    if (before && separator(source, before, part) !== "") places.push(before.end);
    for (let at = part.start; at < part.end; at += 1) places.push(at);
  }
  return (offset) => places[offset] ?? parts.at(-1)?.end ?? 0;
}
