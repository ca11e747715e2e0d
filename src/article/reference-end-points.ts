import type { Place, ReferencePart } from "./reference.ts";

/** One end of a range; without a sentence the whole paragraph is meant. */
export interface EndPoint {
  readonly paragraph: number;
  readonly sentence?: number;
}

/**
 * Makes parts from the two ends of a range, in whatever order they were written.
 *
 * Ends of different kinds are spelt out: `¶1–¶2:3` begins at `¶1:1`; `¶1:3–¶2` is the rest of the first paragraph
 * and the whole second.
 */
export function joinEndPoints(one: EndPoint, other: EndPoint): readonly ReferencePart[] {
  const [first, last] = one.paragraph <= other.paragraph ? [one, other] : [other, one];
  const [from, to] = [toPlace(first), toPlace(last)];
  if (from && to)
    return [from.paragraph === to.paragraph && from.sentence > to.sentence ? range(to, from) : range(from, to)];
  if (to) return [range({ paragraph: first.paragraph, sentence: 1 }, to)];
  if (!from) return [{ kind: "paragraphs", from: first.paragraph, to: last.paragraph }];
  const rest: ReferencePart = { kind: "open", from };
  if (first.paragraph === last.paragraph) return [rest];
  return [rest, { kind: "paragraphs", from: first.paragraph + 1, to: last.paragraph }];
}

function toPlace({ paragraph, sentence }: EndPoint): Place | undefined {
  return sentence === undefined ? undefined : { paragraph, sentence };
}

function range(from: Place, to: Place): ReferencePart {
  return { kind: "sentences", from, to };
}
