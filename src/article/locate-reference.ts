import type { Article } from "./article.ts";
import { findAskedNumbers, findDottedNumber } from "./asked-numbers.ts";
import { findOwnNumber } from "./find-own-number.ts";
import { formatReference } from "./format-reference.ts";
import { type Bearer, listOwnNumbers } from "./own-numbers.ts";
import { type ParsedReference, parseReference } from "./parse-reference.ts";
import type { Place, Reference, ReferencePart } from "./reference.ts";
import { type ResolvedReference, resolveReference } from "./resolve-reference.ts";
import { comparableLabel } from "./written-number.ts";

export type LocatedReference =
  | (Extract<ResolvedReference, { kind: "found" }> & { readonly reference: Reference })
  | Extract<ResolvedReference, { kind: "out-of-range" }>
  | Extract<ParsedReference, { kind: "invalid" }>
  /** Others bear numbers of this kind, but nothing bears this one. */
  | { readonly kind: "unborne" };

/** The longest reference; more is something else. */
const LONGEST = 200;
const TITLE = /^(?:title|标题|標題|题目|題目)$/iu;

/**
 * Finds what a reference names in an article: by the number that a section or provision bears itself, otherwise by its
 * place as `parseReference` reads it.
 *
 *     第12条   Clause 10   第二章第一段   Appendix B, paragraph 2   §2 ¶1:3   title
 */
export function locateReference(article: Article, input: string): LocatedReference {
  const written = input
    .slice(0, LONGEST)
    .replace(/^[\s[(「『【]+/u, "")
    .replace(/(?<![\s\])」』】。])[\s\])」』】。]+$/u, "");
  if (TITLE.test(written)) return locatePlace(article, "§0 ¶0");
  // The sign counts places: that is how references are written.
  if (written.startsWith("§")) return locatePlace(article, input);
  const text = comparableLabel(written);
  const named = findAskedNumbers(text)[0];
  const asked = named?.at.start === 0 ? named : findDottedNumber(text);
  if (asked?.at.start !== 0) return locatePlace(article, input);
  const found = findOwnNumber(article, listOwnNumbers(article), asked.path);
  if (found.kind !== "borne" && asked !== named) return locatePlace(article, input);
  const rest = text.slice(asked.at.end).replaceAll("款", "段");
  switch (found.kind) {
    case "uncounted":
      return locatePlace(article, input);
    case "unborne":
      return { kind: "unborne" };
    case "borne":
      return locateWithin(article, found.bearers[0], rest);
  }
}

function locatePlace(article: Article, input: string): LocatedReference {
  const parsed = parseReference(input);
  if (parsed.kind === "invalid") return parsed;
  const resolved = resolveReference(article, parsed.reference);
  return resolved.kind === "found" ? { ...resolved, reference: parsed.reference } : resolved;
}

/** Reads what stands behind the number as paragraphs and sentences of what bears it. */
function locateWithin(article: Article, bearer: Bearer | undefined, rest: string): LocatedReference {
  if (!bearer) return { kind: "unborne" };
  const { section, paragraphs } = bearer;
  const first = paragraphs && /^[\s,，:]*(?:第[^段]{1,6}句|sentence)/u.test(rest) ? "¶1 " : "";
  const parsed = parseReference(`${formatReference({ section: section.number, parts: [] })} ${first}${rest}`);
  if (parsed.kind === "invalid") return parsed;
  const parts = paragraphs ? shiftParts(parsed.reference.parts, paragraphs) : parsed.reference.parts;
  const [asked, maximum] = [Math.max(0, ...parts.map(lastOf)), paragraphs?.to ?? 0];
  if (paragraphs && asked > maximum) {
    const within = { section: section.number, parts: shiftParts([], paragraphs) };
    return {
      kind: "out-of-range",
      level: "paragraph",
      asked: asked - paragraphs.from + 1,
      maximum: maximum - paragraphs.from + 1,
      within,
    };
  }
  const reference = { section: section.number, parts };
  const resolved = resolveReference(article, reference);
  return resolved.kind === "found" ? { ...resolved, reference } : resolved;
}

type Range = NonNullable<Bearer["paragraphs"]>;

/** Counts from the provision's first paragraph; no parts mean the whole of it. */
function shiftParts(parts: readonly ReferencePart[], { from, to }: Range): readonly ReferencePart[] {
  if (parts.length === 0) return [{ kind: "paragraphs", from, to }];
  const shift = (place: Place): Place => ({ ...place, paragraph: place.paragraph + from - 1 });
  return parts.map((part): ReferencePart => {
    switch (part.kind) {
      case "paragraphs":
        return { ...part, from: part.from + from - 1, to: part.to + from - 1 };
      case "sentences":
        return { ...part, from: shift(part.from), to: shift(part.to) };
      case "open":
        return { ...part, from: shift(part.from) };
    }
  });
}

function lastOf(part: ReferencePart): number {
  if (part.kind === "paragraphs") return part.to;
  return part.kind === "open" ? part.from.paragraph : part.to.paragraph;
}
