import type { Line } from "./lines.ts";

/** How many lines at the top and at the bottom of a page may belong to its furniture. */
const EDGE = 4;
/** Two heights are the same up to so many points. */
const HEIGHT = 3;
const LONGEST = 160;
/** Headings that stand at the top of their pages are larger than running headers. */
const LARGEST = 1.15;
/** What is smaller than this is no running text. */
const SMALLER = 0.93;
/** A gap of so many usual ones parts furniture from text. */
const GAP = 1.5;

interface Pages {
  readonly lines: readonly (readonly Line[])[];
  readonly labels: readonly string[];
  /** The size of the running text. */
  readonly bodySize: number;
}

/**
 * Finds running headers, footers and page numbers: lines at the edges of pages that stand at the same height, with the
 * same words, on several of them, whatever numbers are among the words.
 */
export function findFurniture({ lines: pages, labels, bodySize }: Pages): ReadonlySet<Line> {
  const seen = new Map<string, { readonly lines: Set<Line>; readonly needed: number }>();
  const furniture = new Set<Line>();
  for (const [page, lines] of pages.entries()) {
    const apart = linesApart(lines);
    for (const line of edgeLines(lines)) {
      if (line.isArtifact) furniture.add(line);
      if (line.text.length > LONGEST || line.size > bodySize * LARGEST) continue;
      const place = Math.round(line.baseline / HEIGHT);
      const isApart = line.size < bodySize * SMALLER || apart.has(line);
      for (const { name, needed } of namesOf(line, { page, label: labels[page] ?? "", pages: pages.length, isApart })) {
        for (const height of [place - 1, place]) {
          const key = `${name} ${height}`;
          const before = seen.get(key);
          if (before) before.lines.add(line);
          else seen.set(key, { lines: new Set([line]), needed });
        }
      }
    }
  }
  for (const { lines, needed } of seen.values()) {
    if (lines.size >= needed) for (const line of lines) furniture.add(line);
  }
  return furniture;
}

/** The first and the last lines. */
function edgeLines(lines: readonly Line[]): Line[] {
  const heights = heightsOf(lines);
  const top = heights[Math.min(EDGE, heights.length) - 1] ?? 0;
  const bottom = heights[Math.max(0, heights.length - EDGE)] ?? 0;
  return lines.filter(({ baseline }) => Math.round(baseline) <= top || Math.round(baseline) >= bottom);
}

/** Those of the edge lines that a gap parts from the text. */
function linesApart(lines: readonly Line[]): ReadonlySet<Line> {
  const heights = heightsOf(lines);
  const gaps = heights.slice(1).map((height, place) => height - (heights[place] ?? 0));
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const isWide = (gap: number): boolean => gap > usual * GAP;
  const top = heights[gaps.slice(0, EDGE).findIndex(isWide)] ?? Number.NEGATIVE_INFINITY;
  const firstBelow = gaps.slice(-EDGE).findLastIndex(isWide);
  const bottom = firstBelow === -1 ? undefined : heights[Math.max(0, gaps.length - EDGE) + firstBelow + 1];
  return new Set(
    lines.filter(({ baseline }) => {
      const height = Math.round(baseline);
      return height <= top || (bottom !== undefined && height >= bottom);
    }),
  );
}

function heightsOf(lines: readonly Line[]): number[] {
  return [...new Set(lines.map(({ baseline }) => Math.round(baseline)))].toSorted((a, b) => a - b);
}

interface Place {
  readonly page: number;
  readonly label: string;
  /** How many there are. */
  readonly pages: number;
  /** It does not stand in the text like another of its lines. */
  readonly isApart: boolean;
}

interface Name {
  readonly name: string;
  /** On how many pages it must stand. */
  readonly needed: number;
}

/** What a line is compared by: its words, those with the page's own number in them, and those with any. */
function namesOf({ text }: Line, { page, label, pages, isApart }: Place): Name[] {
  const number = /^[-–—·.|\s]*(?:(\d{1,5})|[ivxlc]{1,7})[-–—·.|\s]*$/iu.exec(text);
  if (number?.[0].includes(label) && number[1] === undefined) return [{ name: "\0roman", needed: 2 }];
  // Counting with the pages is what tells a page number from other numbers.
  if (number?.[1] !== undefined) {
    return [{ name: `\0${Number(number[1]) - page}`, needed: text === label ? 1 : 2 }];
  }
  // What reads like the text may well stand at the same height on several pages, all the more with other numbers.
  if (!isApart) return [{ name: text, needed: Math.max(3, pages * 0.9) }];
  if (/[。！？!?.…][”"』」’')）]*$/u.test(text)) return [{ name: text, needed: Math.max(3, pages / 2) }];
  const names = [{ name: text, needed: 2 }];
  if (!/\d/u.test(text)) return names;
  const own = text.replaceAll(/\d+/gu, (found) => (found === label || found === String(page + 1) ? "@" : "#"));
  if (own.includes("@")) names.push({ name: own, needed: 2 });
  return [...names, { name: text.replaceAll(/\d+/gu, "#"), needed: 3 }];
}
