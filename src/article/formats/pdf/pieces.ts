import type { PageViewport, TextContent } from "./library.ts";
import { plainCharacters } from "./characters.ts";
import type { Tag } from "./tags.ts";

/** A stretch of text as it is drawn on a page; lengths are in points, from the left and from the top as it is read. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
  readonly tag: Tag;
  /** A space is written before it. */
  readonly isSpaced: boolean;
  /** Tagged as no part of the text: page numbers, running headers. */
  readonly isArtifact: boolean;
}

export interface PagePieces {
  readonly pieces: readonly Piece[];
  /** Some text stands askew (watermarks) or in another direction than the rest, and was left away. */
  readonly hasAskew: boolean;
}

type Item = TextContent["items"][number];
type TextItem = Extract<Item, { str: string }>;

/** Reads where text stands, in the direction in which most of the page's text runs. */
export function readPieces(content: TextContent, viewport: PageViewport, tags: ReadonlyMap<string, Tag>): PagePieces {
  const placed = placeItems(content, viewport);
  const weights = [0, 0, 0, 0];
  for (const { item, quarter } of placed) weights[quarter] = (weights[quarter] ?? 0) + item.str.length;
  const main = weights.indexOf(Math.max(...weights));
  const pieces: Piece[] = [];
  const drawn = new Set<string>();
  let isSpaced = false;
  for (const one of placed) {
    if (one.quarter !== main) continue;
    const piece: Piece = { ...turn(one, tags.get(one.content) ?? NO_TAG), isSpaced };
    isSpaced = piece.text.trim() === "";
    // Bold is sometimes made by drawing twice.
    const place = `${piece.text} ${Math.round(piece.left)} ${Math.round(piece.baseline)}`;
    if (piece.text.trim() === "" || drawn.has(place)) continue;
    drawn.add(place);
    pieces.push(piece);
  }
  const shown = content.items.filter((item) => "str" in item && isWord(item.str)).length;
  const kept = placed.filter(({ quarter, item }) => quarter === main && isWord(item.str)).length;
  return { pieces, hasAskew: kept < shown };
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

interface Placed {
  readonly item: TextItem;
  readonly isVertical: boolean;
  readonly matrix: readonly [number, number, number, number, number, number];
  /** In quarters of a turn, clockwise: 0 runs to the right, 1 downwards. */
  readonly quarter: number;
  readonly content: string;
  readonly isArtifact: boolean;
}

function placeItems({ items, styles }: TextContent, viewport: PageViewport): Placed[] {
  const placed: Placed[] = [];
  const open: { content: string; isArtifact: boolean }[] = [];
  for (const item of items) {
    if (!("str" in item)) {
      const outer = open.at(-1) ?? { content: "", isArtifact: false };
      if (item.type === "endMarkedContent") open.pop();
      else {
        const isArtifact = outer.isArtifact || ("tag" in item && item.tag === "Artifact");
        open.push({ content: item.id ?? outer.content, isArtifact });
      }
      continue;
    }
    if (item.str === "") continue;
    const matrix = multiply(viewport.transform, item.transform);
    const isVertical = styles[item.fontName]?.vertical === true;
    const turned = (Math.atan2(matrix[1], matrix[0]) * 2) / Math.PI + (isVertical ? 1 : 0);
    const quarter = Math.round(turned);
    if (Math.abs(turned - quarter) > 0.05 || isOutside(matrix, viewport)) continue;
    const { content = "", isArtifact = false } = open.at(-1) ?? {};
    placed.push({ item, isVertical, matrix, quarter: (quarter + 4) % 4, content, isArtifact });
  }
  return placed;
}

function isOutside([, , , , x, y]: Placed["matrix"], { width, height }: PageViewport): boolean {
  return !(x > -width * 0.05 && x < width * 1.05 && y > -5 && y < height + 15);
}

const NO_TAG: Tag = {};

function turn({ item, isVertical, matrix, quarter, isArtifact }: Placed, tag: Tag): Omit<Piece, "isSpaced"> {
  const [along, across] = DIRECTIONS[quarter] ?? [1, 0];
  const [a, b, , , x, y] = matrix;
  const left = x * along + y * across;
  return {
    text: plainCharacters(item.str),
    left,
    right: left + Math.abs(isVertical ? item.height : item.width),
    baseline: y * along - x * across,
    size: Math.max(0.5, Math.hypot(a, b)),
    font: item.fontName,
    tag,
    isArtifact,
  };
}

const DIRECTIONS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

function multiply(outer: readonly number[], inner: readonly number[]): Placed["matrix"] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
