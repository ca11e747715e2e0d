import type { Line } from "./lines.ts";

/** How many lines at the top and at the bottom of a page may belong to its furniture. */
const EDGE = 4;
/** Two heights are the same up to so many points. */
const HEIGHT = 3;
const LONGEST = 160;
/** Headings that stand at the top of their pages are larger than running headers. */
const LARGEST = 1.15;

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
    for (const line of edgeLines(lines)) {
      if (line.isArtifact) furniture.add(line);
      if (line.text.length > LONGEST || line.size > bodySize * LARGEST) continue;
      const place = Math.round(line.baseline / HEIGHT);
      for (const { name, needed } of namesOf(line, { page, label: labels[page] ?? "", pages: pages.length })) {
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

/** The first and the last lines; a gap between them and the text is not asked for, since many pages have none. */
function edgeLines(lines: readonly Line[]): Line[] {
  const heights = [...new Set(lines.map(({ baseline }) => Math.round(baseline)))].toSorted((a, b) => a - b);
  const top = heights[Math.min(EDGE, heights.length) - 1] ?? 0;
  const bottom = heights[Math.max(0, heights.length - EDGE)] ?? 0;
  return lines.filter(({ baseline }) => Math.round(baseline) <= top || Math.round(baseline) >= bottom);
}

interface Place {
  readonly page: number;
  readonly label: string;
  /** How many there are. */
  readonly pages: number;
}

interface Name {
  readonly name: string;
  /** On how many pages it must stand. */
  readonly needed: number;
}

/** What a line is compared by: its words, those with the page's own number in them, and those with any. */
function namesOf({ text }: Line, { page, label, pages }: Place): Name[] {
  const number = /^[-–—·.|\s]*(?:(\d{1,5})|[ivxlc]{1,7})[-–—·.|\s]*$/iu.exec(text);
  if (number?.[0].includes(label) && number[1] === undefined) return [{ name: "\0roman", needed: 2 }];
  // Counting with the pages is what tells a page number from other numbers.
  if (number?.[1] !== undefined) {
    return [{ name: `\0${Number(number[1]) - page}`, needed: text === label ? 1 : 2 }];
  }
  // The last words of a paragraph may well stand at the same height twice.
  if (/[。！？!?.…][”"』」’')）]*$/u.test(text)) return [{ name: text, needed: Math.max(3, pages / 2) }];
  const names = [{ name: text, needed: 2 }];
  if (!/\d/u.test(text)) return names;
  const own = text.replaceAll(/\d+/gu, (found) => (found === label || found === String(page + 1) ? "@" : "#"));
  if (own.includes("@")) names.push({ name: own, needed: 2 });
  return [...names, { name: text.replaceAll(/\d+/gu, "#"), needed: 3 }];
}
