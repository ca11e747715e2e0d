import { columns } from "../../text/width.ts";
import { type LineNumber, mayTitle, readLineNumber } from "./plain-text-numbers.ts";
import type { TextPiece } from "./plain-text-pieces.ts";
import { isDateline, isSpeech } from "./plain-text-shapes.ts";

const WIDEST_NUMBERED = 90;

export interface Numbered {
  readonly number: LineNumber;
  /** How high it stands in this text. */
  readonly rank: number;
  readonly isHeading: boolean;
}

interface Member {
  readonly index: number;
  readonly number: LineNumber;
  readonly rank: number;
  readonly mayHead: boolean;
  readonly hasContent: boolean;
}

/**
 * Tells which numbered lines are headings: those with text or with lower numbers below them, whose like have so, too.
 *
 * `4.1.1 … 4.1.2 …` right below each other are items, the last of them also where text follows the list.
 *
 * @param isBody tells whether the piece at an index is text that may stand below a heading.
 */
export function readNumbering(
  pieces: readonly TextPiece[],
  isBody: (index: number) => boolean,
): ReadonlyMap<number, Numbered> {
  const numbers = pieces.map(({ form, runs }) =>
    form === "prose" || form === "list-item" ? readLineNumber(runs[0]?.[0]?.text ?? "") : undefined,
  );
  const rankOf = readRanks(pieces, numbers);
  const numbered = new Map<number, Numbered>();
  for (const members of groupMembers(pieces, numbers, { rankOf, isBody })) {
    const isSection = mayBeSections(members, pieces);
    for (const { index, number, rank, mayHead: may, hasContent } of members) {
      numbered.set(index, { number, rank, isHeading: isSection && may && hasContent });
    }
  }
  return numbered;
}

/** Ways of numbering that are common at any level, with how high they stand where all are used in this order. */
const FREE: ReadonlyMap<string, number> = new Map([
  ["I.", 50],
  ["A.", 55],
  ["1.", 70],
]);

/** The way that is used first stands higher where several are common at any level. */
function readRanks(
  pieces: readonly TextPiece[],
  numbers: readonly (LineNumber | undefined)[],
): (number: LineNumber) => number {
  const seen = [
    ...new Set(numbers.flatMap((number, index) => (number && mayHead(pieces[index], number) ? [number.style] : []))),
  ];
  const order = seen.filter((style) => FREE.has(style));
  const ranks = [...FREE].flatMap(([style, rank]) => (order.includes(style) ? [rank] : []));
  const isTurned =
    seen.includes("article") && seen.includes("section") && seen.indexOf("section") < seen.indexOf("article");
  return ({ style, rank }) => {
    const place = order.indexOf(style);
    if (place !== -1) return ranks[place] ?? rank;
    if (/^1(?:\.1)+$/u.test(style) && order.includes("1.")) return rank + (ranks[order.indexOf("1.")] ?? 70) - 70;
    return isTurned && style === "article" ? 35 : rank;
  };
}

function mayHead(piece: TextPiece | undefined, number: LineNumber): boolean {
  const lines = piece?.runs[0] ?? [];
  const [line] = lines;
  if (!line || lines.length > 1 || piece?.runs.length !== 1) return false;
  if (line.text.length > WIDEST_NUMBERED || columns(line.text) > WIDEST_NUMBERED) return false;
  return mayTitle(number) && !isSpeech(number.rest) && !isDateline(line.text);
}

interface Look {
  readonly rankOf: (number: LineNumber) => number;
  readonly isBody: (index: number) => boolean;
}

/** Puts together what is numbered alike below the same number. */
function groupMembers(
  pieces: readonly TextPiece[],
  numbers: readonly (LineNumber | undefined)[],
  { rankOf, isBody }: Look,
): Member[][] {
  const groups: Member[][] = [];
  let path: { readonly rank: number; readonly style: string; readonly members: Member[] }[] = [];
  for (const [index, number] of numbers.entries()) {
    if (!number) continue;
    const rank = rankOf(number);
    const next = numbers[index + 1];
    const hasContent = index + 1 < pieces.length && (next ? rankOf(next) > rank : number.isNamed || isBody(index + 1));
    const member = { index, number, rank, mayHead: mayHead(pieces[index], number), hasContent };
    path = path.filter((level) => level.rank <= rank);
    const level = path.at(-1);
    if (level?.rank === rank && level.style === number.style && !number.isFirst) {
      level.members.push(member);
      continue;
    }
    const members = [member];
    groups.push(members);
    path = [...path.filter((each) => each.rank < rank), { rank, style: number.style, members }];
  }
  return groups;
}

/** Half of those before the last have content; a single one is named or stands alone. */
function mayBeSections(members: readonly Member[], pieces: readonly TextPiece[]): boolean {
  const [only] = members;
  if (members.length === 1 && only) return only.number.isNamed || pieces[only.index]?.isLone === true;
  const before = members.slice(0, -1);
  return before.filter(({ hasContent, mayHead: may }) => hasContent && may).length * 2 >= before.length;
}
