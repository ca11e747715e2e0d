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

interface Level {
  readonly rank: number;
  readonly style: string;
  readonly members: Member[];
  /** The headings below the last of which the numbers began anew. */
  readonly outer?: Member[];
}

/** Puts together what is numbered alike below the same number. */
function groupMembers(
  pieces: readonly TextPiece[],
  numbers: readonly (LineNumber | undefined)[],
  { rankOf, isBody }: Look,
): Member[][] {
  const groups: Member[][] = [];
  let path: Level[] = [];
  for (const [index, number] of numbers.entries()) {
    if (!number) continue;
    const rank = rankOf(number);
    const [next, piece] = [numbers[index + 1], pieces[index]];
    const isAbove = next
      ? rankOf(next) > rank || beginsAnew({ number, piece }, { number: next, piece: pieces[index + 1] })
      : number.isNamed || isBody(index + 1);
    const isHead = mayHead(piece, number);
    const member = { index, number, rank, mayHead: isHead, hasContent: index + 1 < pieces.length && isAbove };
    path = path.filter((level) => level.rank <= rank);
    const last = path.at(-1);
    const level = last?.rank === rank && last.style === number.style ? last : undefined;
    const above = path.filter((each) => each.rank < rank);
    if (level && !number.isFirst) {
      const isOuter = level.outer && goesOnOutside(level, member, piece);
      const members = isOuter ? (level.outer ?? []) : level.members;
      members.push(member);
      if (isOuter) path = [...above, { rank, style: number.style, members }];
      continue;
    }
    const members = [member];
    groups.push(members);
    const outer = level && isHeading(level.members.at(-1), pieces) ? level.members : level?.outer;
    path = [...above, { rank, style: number.style, members, ...(outer && { outer }) }];
  }
  return groups;
}

interface NumberedPiece {
  readonly number: LineNumber;
  readonly piece: TextPiece | undefined;
}

/** Right below a heading the numbers begin anew: `2. Cleaning`, `1. Empty the pot.` */
function beginsAnew({ number, piece }: NumberedPiece, next: NumberedPiece): boolean {
  if (number.isNamed || number.value === undefined || piece?.isOpening !== true) return false;
  if (next.number.style !== number.style || !next.number.isFirst) return false;
  return !number.isFirst || (piece.isLone && next.piece?.isLone === false);
}

/** Tells whether a line carries the headings on rather than the items below the last of them. */
function goesOnOutside(
  { members, outer }: Level,
  { number, mayHead: may }: Member,
  piece: TextPiece | undefined,
): boolean {
  const [inside, outside] = [members.at(-1)?.number.value, outer?.at(-1)?.number.value];
  if (outside === undefined || inside === undefined || number.value !== outside + 1) return false;
  if (number.value !== inside + 1) return true;
  return may && piece?.isLone === true && !members.every(({ mayHead: mayInside }) => mayInside);
}

function isHeading(member: Member | undefined, pieces: readonly TextPiece[]): boolean {
  if (member?.number.value === undefined || member.number.isNamed || member.number.style.includes(".1")) return false;
  return member.mayHead && member.hasContent && pieces[member.index]?.isOpening === true;
}

/** Half of those before the last have content; a single one is named or stands alone. */
function mayBeSections(members: readonly Member[], pieces: readonly TextPiece[]): boolean {
  const [only] = members;
  if (members.length === 1 && only) return only.number.isNamed || pieces[only.index]?.isLone === true;
  const before = members.slice(0, -1);
  return before.filter(({ hasContent, mayHead: may }) => hasContent && may).length * 2 >= before.length;
}
