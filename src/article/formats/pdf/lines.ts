import type { Piece } from "./pieces.ts";
import type { Tag } from "./tags.ts";

/** A line, or the part of one that stands in one column or cell. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of most of its characters. */
  readonly size: number;
  /** The one font of all its characters; empty where there are more. */
  readonly font: string;
  /** Of its first piece. */
  readonly tag: Tag;
  readonly isArtifact: boolean;
}

/** How far below or above its line a piece may stand (indices, notes' numbers), and how far behind the one before. */
const RAISED = 0.42;
const PARTED = 1.05;
const SPACE = 0.16;

/** Joins pieces to lines; what a wide gap parts are lines of their own. From the top to the bottom. */
export function readLines(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let row: Piece[] = [];
  let main: Piece | undefined;
  const close = (): void => {
    for (const line of cutRow(row)) lines.push(line);
    [row, main] = [[], undefined];
  };
  for (const piece of pieces.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    if (main && piece.baseline - main.baseline > RAISED * Math.max(main.size, piece.size)) close();
    row.push(piece);
    if (!main || piece.size > main.size * 1.05) main = piece;
  }
  close();
  return lines;
}

function cutRow(row: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let part: Piece[] = [];
  let right = 0;
  for (const piece of row.toSorted((a, b) => a.left - b.left)) {
    const last = part.at(-1);
    const isApart = last && piece.left - right > PARTED * Math.max(piece.size, last.size);
    if (isApart || (last && last.tag.cell !== piece.tag.cell)) {
      lines.push(joinPieces(part));
      part = [];
    }
    right = part.length === 0 ? piece.right : Math.max(right, piece.right);
    part.push(piece);
  }
  if (part.length > 0) lines.push(joinPieces(part));
  return lines.filter(({ text }) => text !== "");
}

const WIDE = /[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

function joinPieces(pieces: readonly Piece[]): Line {
  const parts: string[] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (last && isSpaced(last, piece)) parts.push(" ");
    parts.push(piece.text);
    last = piece;
  }
  const main = mostUsed(pieces, ({ size }) => String(Math.round(size * 10)));
  const sizes = pieces.find(({ size }) => String(Math.round(size * 10)) === main);
  const fonts = new Set(pieces.map(({ font }) => font));
  return {
    text: parts.join("").replaceAll(/ {2,}/gu, " ").trim(),
    left: pieces[0]?.left ?? 0,
    right: pieces.reduce((right, piece) => Math.max(right, piece.right), 0),
    baseline: sizes?.baseline ?? 0,
    size: sizes?.size ?? 0,
    font: fonts.size === 1 ? (pieces[0]?.font ?? "") : "",
    tag: pieces[0]?.tag ?? {},
    isArtifact: pieces.every(({ isArtifact }) => isArtifact),
  };
}

/** Between ideographs a gap is no space, and beside one only where a space was written. */
function isSpaced(before: Piece, piece: Piece): boolean {
  const gap = piece.left - before.right;
  if (gap >= piece.size) return true;
  const wide = [before.text.at(-1) ?? "", piece.text.charAt(0)].filter((character) => WIDE.test(character)).length;
  return gap > SPACE * piece.size && (wide === 0 || (wide === 1 && piece.isSpaced));
}

/** The value that the most characters have. */
export function mostUsed<Of extends { readonly text: string }>(all: readonly Of[], value: (one: Of) => string): string {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(value(one), (counts.get(value(one)) ?? 0) + one.text.length);
  let [most, found] = [0, ""];
  for (const [name, count] of counts) if (count > most) [most, found] = [count, name];
  return found;
}
