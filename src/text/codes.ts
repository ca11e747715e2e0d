import type { Quantity } from "./quantity.ts";
import type { Span } from "./span.ts";

/** The number of an error, a model or a form: 4099, `x200`, `p0420`. */
export interface Code extends Span {
  readonly text: string;
  /** Its letters, with how many figures they have: `x#3` for `x200`. */
  readonly shape: string;
}

const CODE = /(?<![a-z\d.,\-/])(?:[a-z]{1,8}-?\d{1,8}[a-z]{0,2}|\d{3,8})(?![a-z\d\-/]|[.,:]\d)/g;

/** Finds the codes of folded text: figures that count nothing and are no date, with the letters on them. */
export function findCodes(folded: string, quantities: readonly Quantity[]): readonly Code[] {
  const counted = quantities.filter((quantity) => quantity.kind !== "number" || quantity.unit !== "");
  return [...folded.matchAll(CODE)].flatMap(({ 0: text, index: start }) => {
    const end = start + text.length;
    if (counted.some((quantity) => quantity.start < end && start < quantity.end)) return [];
    const figures = text.match(/\d+/)?.[0] ?? "";
    return [{ text, shape: text.replace(figures, `#${figures.length}`), start, end }];
  });
}
