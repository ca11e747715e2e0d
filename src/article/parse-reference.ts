import type { Span } from "../text/span.ts";
import { type EndPoint, joinEndPoints } from "./reference-end-points.ts";
import type { Reference, ReferencePart } from "./reference.ts";
import { type ReferenceMark, type ReferenceToken, referenceTokens } from "./reference-tokens.ts";

export type ReferenceProblem =
  /** Nothing is written at all. */
  | { readonly problem: "empty" }
  /** The number of a section, paragraph or sentence should stand here. */
  | { readonly problem: "missing-number"; readonly level: ReferenceMark }
  /** Counts begin at 1; only a section and what stands above its paragraphs may be 0. */
  | { readonly problem: "zero"; readonly level: ReferenceMark }
  /** No article has so many, or the characters make no number. */
  | { readonly problem: "no-such-number"; readonly level: ReferenceMark }
  /** A reference stays within one section. */
  | { readonly problem: "several-sections" }
  /** This does not belong into a reference, or not here. */
  | { readonly problem: "unexpected" };

export type ParsedReference =
  | { readonly kind: "reference"; readonly reference: Reference }
  | ({
      readonly kind: "invalid";
      /** Where in the input, as a half-open range; empty at its end where something is missing. */
      readonly at: Span;
      /** What stands there. */
      readonly found: string;
    } & ReferenceProblem);

/** More than any article has; longer numbers would lose digits. */
const LARGEST = 1_000_000;

/**
 * Reads a reference as people write it: canonical, `2p1:3-4`, `section 2, paragraph 1`, `第二节第一段第三至四句`.
 *
 * The inverse of `formatReference`. Ranges written backwards are swapped; whether the places exist in an article is
 * not asked here.
 */
export function parseReference(input: string): ParsedReference {
  const tokens = referenceTokens(input);
  if (tokens.length === 0)
    return { kind: "invalid", problem: "empty", at: { start: 0, end: input.length }, found: input };
  const reading = readReference(tokens);
  if (reading.kind === "read") return { kind: "reference", reference: reading.value };
  const at = tokens[reading.next]?.at ?? { start: input.length, end: input.length };
  return { kind: "invalid", ...reading.problem, at, found: input.slice(at.start, at.end) };
}

type Tokens = readonly ReferenceToken[];

/** `next` is the index of the first token that is not read, or of the one that is wrong. */
type Reading<T> =
  | { readonly kind: "read"; readonly value: T; readonly next: number }
  | { readonly kind: "problem"; readonly problem: ReferenceProblem; readonly next: number };

function readReference(tokens: Tokens): Reading<Reference> {
  const section = readSection(tokens, 0);
  if (section.kind === "problem") return section;
  const parts: ReferencePart[] = [];
  if (section.next === tokens.length) return { ...section, value: { section: section.value, parts } };
  let [next, context]: [number, EndPoint | undefined] = [skipSeparators(tokens, section.next), undefined];
  for (;;) {
    const part = readPart(tokens, next, { section: section.value, last: context });
    if (part.kind === "problem") return part;
    parts.push(...part.value.parts);
    if (part.next === tokens.length) return { ...part, value: { section: section.value, parts } };
    if (tokens[part.next]?.kind !== "comma") return problem({ problem: "unexpected" }, part.next);
    [next, context] = [part.next + 1, part.value.last];
  }
}

function readSection(tokens: Tokens, start: number): Reading<readonly number[]> {
  let next = tokens[start]?.kind === "section" ? start + 1 : start;
  const section: number[] = [];
  for (;;) {
    const number = readNumber(tokens, next, "section");
    if (number.kind === "problem") return number;
    section.push(number.value);
    next = number.next;
    if (tokens[next]?.kind !== "dot") break;
    next += 1;
  }
  // `§0` is the text before the first heading; it has no subsections, and no subsection is 0.
  if (section.length > 1 && section.includes(0)) return problem({ problem: "zero", level: "section" }, start);
  return { kind: "read", value: section, next };
}

interface Context {
  readonly section: readonly number[];
  /** What a bare number goes on from. */
  readonly last: EndPoint | undefined;
}

function readPart(
  tokens: Tokens,
  start: number,
  context: Context,
): Reading<{ readonly parts: readonly ReferencePart[]; readonly last: EndPoint }> {
  if (tokens[start]?.kind === "dash") {
    const leaves = tokens[start + 1]?.kind === "number" || tokens[start + 1]?.kind === "section";
    return problem({ problem: leaves && !context.last ? "several-sections" : "unexpected" }, start);
  }
  const first = readEndPoint(tokens, start, context);
  if (first.kind === "problem") return first;
  const last = first.value;
  if (tokens[first.next]?.kind !== "dash") return { ...first, value: { parts: joinEndPoints(last, last), last } };
  const next = first.next + 1;
  const isOpen = last.sentence !== undefined && (next === tokens.length || tokens[next]?.kind === "comma");
  if (isOpen) return { kind: "read", value: { parts: joinEndPoints(last, { paragraph: last.paragraph }), last }, next };
  const second = readEndPoint(tokens, next, { ...context, last });
  if (second.kind === "problem") return second;
  return { ...second, value: { parts: joinEndPoints(last, second.value), last: second.value } };
}

function readEndPoint(tokens: Tokens, start: number, context: Context): Reading<EndPoint> {
  const { last } = context;
  switch (tokens[start]?.kind) {
    case "section":
      return readInSection(tokens, start, context);
    case "paragraph":
      return readParagraph(tokens, start + 1);
    case "sentence":
      return last ? readSentence(tokens, start + 1, last.paragraph) : missing("paragraph", start);
    case "number":
      if (tokens[start + 1]?.kind === "sentence") return readParagraph(tokens, start);
      if (last?.sentence !== undefined) return readSentence(tokens, start, last.paragraph);
      return last ? readParagraph(tokens, start) : missing("paragraph", start);
    case "unknown":
    case "dot":
    case "dash":
    case "comma":
      return problem({ problem: "unexpected" }, start);
    case undefined:
      return missing(last?.sentence === undefined ? "paragraph" : "sentence", start);
  }
}

/** Reads an end that names its section once more (`§2 ¶1–§2 ¶3`), which must be the same. */
function readInSection(tokens: Tokens, start: number, context: Context): Reading<EndPoint> {
  const section = readSection(tokens, start);
  if (section.kind === "problem") return section;
  if (section.value.join(".") !== context.section.join(".")) return problem({ problem: "several-sections" }, start);
  const next = skipSeparators(tokens, section.next);
  if (tokens[next]?.kind === "section") return problem({ problem: "unexpected" }, next);
  return readEndPoint(tokens, next, { ...context, last: undefined });
}

function readParagraph(tokens: Tokens, start: number): Reading<EndPoint> {
  const paragraph = readNumber(tokens, start, "paragraph");
  if (paragraph.kind === "problem") return paragraph;
  const { next } = paragraph;
  // `para. 1, sentence 3`
  const mark = tokens[next]?.kind === "comma" ? next + 1 : next;
  if (tokens[mark]?.kind === "sentence") return readSentence(tokens, mark + 1, paragraph.value);
  return { kind: "read", value: { paragraph: paragraph.value }, next };
}

function readSentence(tokens: Tokens, start: number, paragraph: number): Reading<EndPoint> {
  const sentence = readNumber(tokens, start, "sentence");
  if (sentence.kind === "problem") return sentence;
  return { ...sentence, value: { paragraph, sentence: sentence.value } };
}

function readNumber(tokens: Tokens, index: number, level: ReferenceMark): Reading<number> {
  const token = tokens[index];
  if (token?.kind === "unknown") return problem({ problem: "unexpected" }, index);
  if (token?.kind !== "number") return missing(level, index);
  if (!(token.value <= LARGEST)) return problem({ problem: "no-such-number", level }, index);
  if (token.value === 0 && level === "sentence") return problem({ problem: "zero", level }, index);
  return { kind: "read", value: token.value, next: index + 1 };
}

/** Skips what may stand between section and paragraph: `2:1:3`, `section 2, paragraph 1`. */
function skipSeparators(tokens: Tokens, start: number): number {
  const kind = tokens[start]?.kind;
  return kind === "comma" || kind === "sentence" ? start + 1 : start;
}

function missing(level: ReferenceMark, next: number): Reading<never> {
  return problem({ problem: "missing-number", level }, next);
}

function problem(found: ReferenceProblem, next: number): Reading<never> {
  return { kind: "problem", problem: found, next };
}
