import { columns } from "../../../text/width.ts";
import { mostUsed } from "./lines.ts";
import type { Bookmark } from "./outline.ts";
import type { PlacedLine } from "./page.ts";

/** A heading is larger than the text by this much, no longer than this, and of no more lines. */
const LARGER = 1.12;
const WIDEST = 140;
const MOST_LINES = 4;
const DEEPEST = 6;

interface HeadingSources {
  readonly lines: readonly PlacedLine[];
  readonly bookmarks: readonly Bookmark[];

  readonly bodySize: number;
}

/**
 * Finds the lines that are headings, with their depths: what the document's bookmarks and tags say, and beside them
 * what is larger than the text, set in a font of its own, or numbered as a chapter.
 */
export function findHeadings({ lines, bookmarks, bodySize }: HeadingSources): ReadonlyMap<PlacedLine, number> {
  const depths = new Map<PlacedLine, number>();
  for (const line of lines) {
    if (line.kind === "text" && line.tag.level !== undefined) depths.set(line, line.tag.level);
  }
  for (const [line, depth] of matchBookmarks(lines, bookmarks)) if (!depths.has(line)) depths.set(line, depth);
  const told = new Map<string, number>();
  for (const [line, depth] of depths) told.set(styleOf(line), Math.min(depth, told.get(styleOf(line)) ?? depth));
  const deepest = Math.max(0, ...told.values());
  // What stands above the first heading that is told is a title page: names, dates, addresses.
  const from = depths.size === 0 ? 0 : lines.findIndex((line) => depths.has(line));
  const others = lines.slice(from).filter((line) => !depths.has(line));
  const inOwnFont = findOwnFont(lines, bodySize).filter((line) => told.size === 0 || told.has(styleOf(line)));
  const found = new Set([...others.filter((line) => looksLikeHeading(line, bodySize)), ...inOwnFont]);
  const shown = withoutLongRuns(lines, found).filter((line) => !depths.has(line));
  const styles = [...new Set(shown.map(rankOf))].toSorted((a, b) => b.size - a.size || a.parts - b.parts || 0);
  const ranks = new Map<string, number>();
  for (const { size, parts } of styles) {
    const key = `${size} ${parts}`;
    if (!ranks.has(key)) ranks.set(key, ranks.size + 1);
  }
  for (const line of shown) {
    const { size, parts } = rankOf(line);
    const depth = told.get(styleOf(line)) ?? deepest + (ranks.get(`${size} ${parts}`) ?? 1);
    depths.set(line, Math.min(DEEPEST, depth));
  }
  return depths;
}

function styleOf({ size, font }: PlacedLine): string {
  return `${Math.round(size * 2)} ${font}`;
}

/** Larger headings stand above smaller ones, and 1 above 1.1 where both look the same. */
function rankOf({ size, text }: PlacedLine): { readonly size: number; readonly parts: number } {
  const numbered = /^(?:\d{1,3}(?:\.\d{1,3}){0,4})(?=[.、．\s])/u.exec(text)?.[0];
  const chapter = CHAPTER.exec(text);
  if (chapter)
    return {
      size: Math.round(size * 2),
      parts: /^第.*[编編篇]/u.test(chapter[0]) ? 0 : /^第.*[节節]/u.test(chapter[0]) ? 2 : 1,
    };
  return { size: Math.round(size * 2), parts: numbered === undefined ? 1 : numbered.split(".").length };
}

const CHAPTER =
  /^(?:第[\d〇零一二三四五六七八九十百]{1,6}[编編章节節篇](?=\s|$|\p{L})|(?:chapter|part|appendix)\s+(?:\d{1,3}|[ivxlc]{1,7}|[a-z])\b)/iu;
const ENDS_SENTENCE = /[。！；;，,、：:][”"』」’')）]*$|[a-z][.!]$/u;

function looksLikeHeading(line: PlacedLine, bodySize: number): boolean {
  const { text, size, kind } = line;
  if (kind !== "text" || columns(text) > WIDEST || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (size >= bodySize * LARGER) return !/[。；;，,、]$/u.test(text);
  const isShort = line.right - line.left < (line.columnRight - line.columnLeft) * 0.8;
  return (
    CHAPTER.test(text) && isShort && columns(text) <= 60 && !/[。；;，,、]/u.test(text) && !ENDS_SENTENCE.test(text)
  );
}

/** Lines of the text's size, wholly in a font that stands in no line beside another one: bold headings, not bold words. */
function findOwnFont(lines: readonly PlacedLine[], bodySize: number): PlacedLine[] {
  const body = lines.filter(({ size }) => size > bodySize * 0.94 && size < bodySize * LARGER);
  const main = mostUsed(body, ({ font }) => font);
  const used = new Map<string, { all: number; alone: number }>();
  const isAlone = new Set<PlacedLine>();
  for (const [index, line] of body.entries()) {
    if (line.font === "") continue;
    const short =
      columns(line.text) <= 60 &&
      !ENDS_SENTENCE.test(line.text) &&
      /^[\p{L}\p{N}（(]/u.test(line.text) &&
      /\p{L}/u.test(line.text);
    const [before, next] = [body[index - 1], body[index + 1]];
    const ends = line.right < line.columnRight - (line.columnRight - line.columnLeft) * 0.15;
    const apart = before?.font !== line.font && next !== undefined && next.font !== line.font;
    const count = used.get(line.font) ?? { all: 0, alone: 0 };
    used.set(line.font, { all: count.all + 1, alone: count.alone + (short && apart && ends ? 1 : 0) });
    if (short && apart && ends && line.kind === "text") isAlone.add(line);
  }
  const total = body.reduce((sum, { text }) => sum + text.length, 0);
  const mains = body.filter(({ font }) => font === main).reduce((sum, { text }) => sum + text.length, 0);
  if (main === "" || mains < total * 0.6) return [];
  return [...isAlone].filter(
    ({ font }) => font !== main && (used.get(font)?.alone ?? 0) >= (used.get(font)?.all ?? 0) * 0.8,
  );
}

/** Many large lines one behind the other are text in large print. */
function withoutLongRuns(lines: readonly PlacedLine[], found: ReadonlySet<PlacedLine>): PlacedLine[] {
  const kept: PlacedLine[] = [];
  let run: PlacedLine[] = [];
  const close = (): void => {
    if (run.length <= MOST_LINES) for (const line of run) kept.push(line);
    run = [];
  };
  let before: PlacedLine | undefined;
  for (const line of lines) {
    const last = run.at(-1);
    if (!found.has(line) || (last && styleOf(last) !== styleOf(line))) close();
    const isRest = before !== undefined && found.has(before) && styleOf(before) === styleOf(line);
    if (found.has(line) && (run.length > 0 || !(isRest || runsOn(before, line)))) {
      run.push(line);
      before = undefined;
    } else before = line;
  }
  close();
  return kept;
}

/** Some documents enlarge the letters of a few lines: what begins in lower case behind a full line goes on with its sentence. */
export function runsOn(before: PlacedLine | undefined, { text }: PlacedLine): boolean {
  if (before?.kind !== "text" || !/^\p{Ll}/u.test(text)) return false;
  const isFull = before.right >= before.columnRight - (before.columnRight - before.columnLeft) * 0.05;
  return isFull && /[\p{Ll},]$/u.test(before.text);
}

/** Finds each bookmark's line on its page or the next, which may be broken into up to three. */
function matchBookmarks(lines: readonly PlacedLine[], bookmarks: readonly Bookmark[]): Map<PlacedLine, number> {
  const pages = new Map<number, PlacedLine[]>();
  for (const line of lines) {
    if (line.kind === "contents" || line.kind === "note") continue;
    const page = pages.get(line.page);
    if (page) page.push(line);
    else pages.set(line.page, [line]);
  }
  const depths = new Map<PlacedLine, number>();
  for (const { title, depth, page } of bookmarks) {
    const wanted = bareText(title);
    const found = [page, page + 1]
      .map((one) => matchOnPage(pages.get(one) ?? [], wanted))
      .find((one) => one.length > 0);
    for (const line of found ?? []) if (!depths.has(line)) depths.set(line, depth);
  }
  return depths;
}

function matchOnPage(lines: readonly PlacedLine[], wanted: string): PlacedLine[] {
  if (wanted === "") return [];
  for (const [index, line] of lines.entries()) {
    let joined = "";
    for (let count = 1; count <= 3; count += 1) {
      joined += bareText(lines[index + count - 1]?.text ?? "");
      if (isSameTitle(joined, wanted)) return lines.slice(index, index + count);
      if (line.text.length > 300 || joined.length > wanted.length) break;
    }
  }
  return [];
}

/** Bookmarks often lack the number of their heading, or have one that is not written. */
function isSameTitle(one: string, other: string): boolean {
  if (one === other) return true;
  const [long, short] = one.length > other.length ? [one, other] : [other, one];
  return (
    short.length >= 2 &&
    long.endsWith(short) &&
    /^(?:chapter|section|part|第[^章节節]{1,4}[章节節])?[\d.a-z]{0,8}$/u.test(long.slice(0, -short.length))
  );
}

/** Letters and digits alone: outlines and pages differ in spaces and marks. */
export function bareText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]|\.(?!\d)/gu, "");
}
