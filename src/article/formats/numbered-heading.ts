import { columns } from "../../text/width.ts";

/** A piece of a text as the numbering sees it. */
export interface NumberedPiece {
  /** What it shows; empty for what is no text. */
  readonly text: string;
  /** A line of its own between blank lines. */
  readonly alone: boolean;
  /** Of a heading that is marked as one. */
  readonly depth?: number | undefined;
}

/** The widest line that may be a heading, in columns. */
const WIDEST = 64;
/** The widest with a comma in it. */
const WIDEST_WITH_COMMA = 40;
const NUMERAL = "[〇零一二三四五六七八九十百]{1,5}";

/** The ways to number headings; those of one kind stand side by side. */
const KINDS: readonly (readonly [kind: string, label: RegExp])[] = [
  ["编", new RegExp(`^第(?:${NUMERAL}|\\d{1,3})[编編](?![\\p{L}\\p{N}]{12})`, "u")],
  ["章", new RegExp(`^第(?:${NUMERAL}|\\d{1,3})章`, "u")],
  ["节", new RegExp(`^第(?:${NUMERAL}|\\d{1,3})[节節]`, "u")],
  ["一、", new RegExp(`^${NUMERAL}[、．.]`, "u")],
  ["（一）", new RegExp(`^[（(]${NUMERAL}[）)]`, "u")],
  ["1.1", /^\d{1,2}\.\d{1,2}(?![.\d])[.、]?\s*\p{L}/u],
  ["1.1.1", /^\d{1,2}\.\d{1,2}\.\d{1,2}(?![.\d])[.、]?\s*\p{L}/u],
  ["part", /^part\s+(?:\d{1,3}|[ivxlc]{1,7}|[a-z])\b/iu],
  ["chapter", /^chapter\s+(?:\d{1,3}|[ivxlc]{1,7})\b/iu],
  ["article", /^article\s+(?:\d{1,3}|[ivxlc]{1,7})\b/iu],
  ["section", /^section\s+(?:\d{1,3}|[ivxlc]{1,7})\b/iu],
  ["appendix", /^(?:appendix|annex|schedule)\s+(?:\d{1,3}|[ivxlc]{1,7}|[a-z])\b/iu],
];

/** Headings that are numbered side by side beneath the same one. */
interface Group {
  readonly kind: string;
  readonly parent: Group | undefined;
  /** The depth of the marked heading above. */
  readonly base: number;
  readonly members: number[];
  isHeadings: boolean;
}

/**
 * Finds the lines that are headings by their numbers alone, with their depth: `一、会员`, `（一）入会`, `Section 4`.
 *
 * They stand alone, are short, end no sentence and have text below. Those that are numbered side by side are all
 * headings or none is, so that `（一）欠会费超过六个月的；` stays an item of its article.
 */
export function numberedHeadings(pieces: readonly NumberedPiece[]): ReadonlyMap<number, number> {
  const groups = groupPieces(pieces);
  for (const group of groups) {
    group.isHeadings = group.members.every(
      (index) => looksLikeHeading(pieces[index]?.text ?? "") && hasBelow(pieces, index),
    );
  }
  const depths = new Map<number, number>();
  for (const group of groups) {
    if (!group.isHeadings) continue;
    let depth = group.base + 1;
    for (let above = group.parent; above; above = above.parent) if (above.isHeadings) depth += 1;
    for (const index of group.members) depths.set(index, depth);
  }
  return depths;
}

function groupPieces(pieces: readonly NumberedPiece[]): Group[] {
  const groups: Group[] = [];
  let open: Group[] = [];
  let base = 1;
  for (const [index, { text, alone, depth }] of pieces.entries()) {
    if (depth !== undefined) [base, open] = [depth, []];
    const kind = alone && depth === undefined ? kindOf(text) : undefined;
    if (kind === undefined) continue;
    const place = open.findIndex((group) => group.kind === kind);
    if (place !== -1) {
      open = open.slice(0, place + 1);
      open[place]?.members.push(index);
      continue;
    }
    const group: Group = { kind, parent: open.at(-1), base, members: [index], isHeadings: false };
    open.push(group);
    groups.push(group);
  }
  return groups;
}

function kindOf(text: string): string | undefined {
  const head = text.slice(0, 40);
  return KINDS.find(([, label]) => label.test(head))?.[0];
}

/** Tells whether a line bears a number that makes it one of several parts of a text, and so never its title. */
export function isNumberedPart(text: string): boolean {
  return kindOf(text) !== undefined;
}

function looksLikeHeading(text: string): boolean {
  const width = text.length > WIDEST ? text.length : columns(text);
  if (width > WIDEST || /[\r\n]/u.test(text)) return false;
  if (
    /[。！；…，,、;：:.!][”"』」’')）]*$/u.test(text) ||
    /[。；]|[.!?]\s+\p{Lu}/u.test(text.replace(/^\S{1,12}\s*/u, ""))
  )
    return false;
  return width <= WIDEST_WITH_COMMA || !/[，,]/u.test(text);
}

/** Whether something stands below a heading before one of its own kind, or a marked one. */
function hasBelow(pieces: readonly NumberedPiece[], index: number): boolean {
  const [piece, next] = [pieces[index], pieces[index + 1]];
  if (!piece || !next || next.depth !== undefined) return false;
  return !(next.alone && kindOf(next.text) === kindOf(piece.text));
}
