import type { Span } from "./span.ts";
import { columns } from "./width.ts";

type EnclosureKind = "bracket" | "title" | "quotation";

/** What a pair of marks encloses, the marks included. */
export interface Enclosure extends Span {
  readonly kind: EnclosureKind;
}

export interface Enclosures {
  /** Those with a sentence mark inside, which alone matter for sentences; in the order in which they close. */
  readonly closed: readonly Enclosure[];
  /** Straight quotation marks right behind a sentence mark that open something new: `Why?"Because.` */
  readonly opening: ReadonlySet<number>;
}

/** Each pair of marks: what opens, what closes, what it is for. A mark that is both is told by what stands around it. */
const PAIRS: readonly (readonly [opens: string, closes: string, kind: EnclosureKind])[] = [
  ["(（﹙⦅", ")）﹚｠", "bracket"],
  ["[［", "]］", "bracket"],
  ["【〖", "】〗", "bracket"],
  ["〔", "〕", "bracket"],
  ["{｛", "}｝", "bracket"],
  ["《", "》", "title"],
  ["〈", "〉", "title"],
  ["「", "」", "quotation"],
  ["『", "』", "quotation"],
  ["“", "”", "quotation"],
  ["‘", "’", "quotation"],
  ["„", "“”", "quotation"],
  ["〝", "〞〟", "quotation"],
  ["«", "»", "quotation"],
  ["‹", "›", "quotation"],
  ['"＂', '"＂', "quotation"],
  ["'", "'", "quotation"],
];

/**
 * The widest enclosure that holds a sentence together, in columns. A bracket that is wider was most likely never
 * closed; of a longer quotation a reader wants the sentences.
 */
const WIDEST: Readonly<Record<EnclosureKind, number>> = { bracket: 800, title: 160, quotation: 320 };

const MARKS =
  /(?<sentence>[。！？!?；…｡．.\u203c\u2047-\u2049])|[()（）﹙﹚⦅｠[\]［］【】〖〗〔〕{}｛｝《》〈〉「」『』“”‘’„〝〞〟«»‹›"＂']/gu;

/**
 * Finds brackets, title marks and quotations that are closed, in one pass.
 *
 *     “真的吗？”她问。   Prices rose (see p. 12. It was a hard year.) in autumn.
 *     ^--------^                    ^------------------------------^
 *
 * What is opened and never closed encloses nothing, and neither does a mark that is left open inside another pair.
 */
export function findEnclosures(text: string): Enclosures {
  const stack = new OpenMarks();
  const closed: Enclosure[] = [];
  const opening = new Set<number>();
  let lastSentenceMark = -1;
  for (const { 0: mark, index, groups } of text.matchAll(MARKS)) {
    if (groups?.["sentence"] !== undefined) {
      lastSentenceMark = index;
      continue;
    }
    const role = roleOf(text, index, stack);
    if (role.kind === "opens") {
      stack.open(role.pair, index);
      if (/["＂']/u.test(mark) && /[\p{P}\p{S}]/u.test(text.charAt(index - 1))) opening.add(index);
    }
    if (role.kind !== "closes") continue;
    const start = stack.close(role.pair);
    if (start !== undefined && lastSentenceMark > start) {
      closed.push({ start, end: index + 1, kind: PAIRS[role.pair]?.[2] ?? "bracket" });
    }
  }
  return { closed, opening };
}

/** Those that hold a sentence together; of nested ones the outermost, in the order of the text. */
export function findShields(text: string, closed: readonly Enclosure[]): Span[] {
  const shields: Span[] = [];
  for (const { start, end, kind } of closed) {
    if (end - start > WIDEST[kind] || columns(text.slice(start, end)) > WIDEST[kind]) continue;
    for (let last = shields.at(-1); last && last.start > start; last = shields.at(-1)) shields.pop();
    shields.push({ start, end });
  }
  return shields;
}

/** Marks that are open, with how many there are of each pair, so that a mark that closes nothing costs nothing. */
class OpenMarks {
  readonly #pairs: number[] = [];
  readonly #places: number[] = [];
  readonly #counts = PAIRS.map(() => 0);

  isOpen(pair: number): boolean {
    return (this.#counts[pair] ?? 0) > 0;
  }

  open(pair: number, place: number): void {
    this.#pairs.push(pair);
    this.#places.push(place);
    this.#counts[pair] = (this.#counts[pair] ?? 0) + 1;
  }

  /** Gives where the pair was opened; what was opened behind it and is still open is forgotten. */
  close(pair: number): number | undefined {
    if (!this.isOpen(pair)) return undefined;
    for (;;) {
      const [last, place] = [this.#pairs.pop(), this.#places.pop()];
      if (last === undefined) return undefined;
      this.#counts[last] = (this.#counts[last] ?? 0) - 1;
      if (last === pair) return place;
    }
  }
}

type Role = { readonly kind: "opens" | "closes"; readonly pair: number } | { readonly kind: "nothing" };

const NOTHING: Role = { kind: "nothing" };
const OPENING = new Map(PAIRS.flatMap(([opens], pair) => [...opens].map((mark) => [mark, pair] as const)));
const CLOSING = new Map(PAIRS.flatMap(([, closes], pair) => [...closes].map((mark) => [mark, pair] as const)));
const LOW_QUOTE = PAIRS.findIndex(([opens]) => opens === "„");

function roleOf(text: string, at: number, stack: OpenMarks): Role {
  const mark = text.charAt(at);
  if (/[()（）]/u.test(mark) && isSmiley(text, at)) return NOTHING;
  const [opens, closes] = [OPENING.get(mark), CLOSING.get(mark)];
  if (/[“”]/u.test(mark) && stack.isOpen(LOW_QUOTE)) return { kind: "closes", pair: LOW_QUOTE };
  if (mark === "’" && isApostrophe(text, at)) return NOTHING;
  if (mark === "”") return { kind: "closes", pair: OPENING.get("“") ?? 0 };
  if (opens !== undefined && opens === closes) return roleOfStraight(text, at, { pair: opens, stack });
  if (opens !== undefined) return { kind: "opens", pair: opens };
  return closes === undefined ? NOTHING : { kind: "closes", pair: closes };
}

/** `:)` and `:-(` are no brackets. */
function isSmiley(text: string, at: number): boolean {
  return /(?:^|[^\p{L}\p{N}])[:;=：；][-']?$/u.test(text.slice(Math.max(0, at - 3), at));
}

function isApostrophe(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && /\p{Script=Latin}/u.test(text.charAt(at + 1));
}

/** A straight mark opens behind a blank and before a letter, closes the other way round, and takes turns in between. */
function roleOfStraight(
  text: string,
  at: number,
  { pair, stack }: { readonly pair: number; readonly stack: OpenMarks },
): Role {
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + 1)];
  const isApart = before === "" || /[\s(（[【《「『“‘:：—–]/u.test(before);
  const isFollowed = /[^\s.,;:!?。，；：！？、)）\]】》」』”’…]/u.test(behind);
  const isOpen = stack.isOpen(pair);
  if (text.charAt(at) === "'") {
    if (isApart && /\p{L}/u.test(behind)) return { kind: "opens", pair };
    return isOpen && !isApart && !/[\p{L}\p{N}]/u.test(behind) ? { kind: "closes", pair } : NOTHING;
  }
  if (isApart && isFollowed) return { kind: "opens", pair };
  if (isOpen) return { kind: "closes", pair };
  return isFollowed && !/[\p{Script=Latin}\p{N}]/u.test(before) ? { kind: "opens", pair } : NOTHING;
}
