import type { Span } from "../text/span.ts";
import { type OwnNumber, readNamedNumber } from "./own-number.ts";

/** A section or provision that somebody names by its number. */
export interface AskedNumber {
  /** Outermost first: 第二章, then 第一节. */
  readonly path: readonly OwnNumber[];
  /** Where it stands in the text. */
  readonly at: Span;
}

/** Where a named number may begin. */
const BEGINNING = /第|附[录件表]|§|(?<![a-z\d])(?:[a-z]|\d{1,3}(?:st|nd|rd|th)\b)/gu;
const MOST = 6;

/**
 * Finds the numbers of sections and provisions that comparable text names, in reading order.
 *
 *     第二章第一节   clause 9 and clause 10   section 4 of part ii
 */
export function findAskedNumbers(text: string): AskedNumber[] {
  const asked: AskedNumber[] = [];
  for (let at = 0; asked.length < MOST;) {
    BEGINNING.lastIndex = at;
    const begins = BEGINNING.exec(text);
    if (!begins) break;
    const number = readNamedNumber(text, begins.index);
    if (!number || isOrdinaryWord(text, number)) {
      at = begins.index + begins[0].length;
      continue;
    }
    at = number.end;
    const last = asked.at(-1);
    const between = last && text.slice(last.at.end, number.start);
    if (last && between !== undefined && INNER.test(between))
      asked[asked.length - 1] = joined(last, [...last.path, number]);
    else if (last && between !== undefined && OUTER.test(between))
      asked[asked.length - 1] = joined(last, [number, ...last.path]);
    else asked.push({ path: [number], at: { start: number.start, end: number.end } });
  }
  return asked;
}

const DOTTED = /(?<![\d.a-z\p{Sc}])\d{1,3}(?:\.\d{1,3}){1,5}(?![\d.,]{0,40}[\d%a-z万亿元])/u;

/** Finds a number in parts that comparable text names by itself: `what does 2.1 say`; it may as well be an amount. */
export function findDottedNumber(text: string): AskedNumber | undefined {
  const match = DOTTED.exec(text);
  if (!match) return undefined;
  const at = { start: match.index, end: match.index + match[0].length };
  return { path: [{ kind: "item", readings: [match[0]], ...at, style: "dotted" }], at };
}

const INNER = /^(?:[\s,，的]{1,3}|中的?|里的?)?$/u;
const OUTER = /^,? (?:of|in|under) (?:the )?$/u;

function joined({ at }: AskedNumber, path: readonly OwnNumber[]): AskedNumber {
  return { path, at: { start: at.start, end: Math.max(at.end, ...path.map(({ end }) => end)) } };
}

/** `which part a member plays`, `the section I like`: one letter is a number only where no word of its own. */
function isOrdinaryWord(text: string, { kind, end }: OwnNumber): boolean {
  return (
    kind !== "appendix" &&
    /[^a-z\d.][ai]$/u.test(text.slice(0, end)) &&
    /^ [a-z]/u.test(text.slice(end)) &&
    !/^ (?:about|says?|states?|provides?|covers?|of|and)\b/u.test(text.slice(end))
  );
}
