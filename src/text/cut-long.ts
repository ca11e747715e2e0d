import { type Span, trimSpan } from "./span.ts";
import { columns } from "./width.ts";

/** The longest stretch without any mark that stays whole, in columns: three or four lines. */
const LONGEST_RUN = 240;
/** The longest sentence, however many commas it has. */
const LONGEST = 1200;
/** Spaces stand for commas where clauses between them are at least so long on average, in characters. */
const LEAST_CLAUSE = 4.5;
const LEAST_CLAUSES = 3;
/** No page is narrower than this, in columns. */
const NARROWEST_PAGE = 20;

/**
 * Cuts pieces that lack the marks which would end their sentences.
 *
 * Where Chinese clauses are parted by spaces alone, each is a piece. What is still too long is cut behind a comma or a
 * semicolon, at a line's end, at a space, or at last between two words; never within an `inseparable` span unless that
 * is itself too long, and never within a character.
 */
export function cutLong(text: string, pieces: readonly Span[], inseparable: readonly Span[]): Span[] {
  const found: Span[] = [];
  const isFree = createIsFree(inseparable);
  for (const piece of pieces) {
    for (const clause of cutAtSpaces(text, piece)) {
      let { start } = clause;
      for (const end of [...findCuts(text, clause, isFree), clause.end]) {
        const part = trimSpan(text, { start, end });
        if (part.start < part.end) found.push(part);
        start = end;
      }
    }
  }
  return found;
}

const ANY_MARK = /[\p{P}\p{S}]/u;
const CLAUSE_GAP = /(?<=\p{Script=Han})(?:[ \u00a0\u3000]|\r\n|[\r\n])[\s\u3000]{0,16}(?=\p{Script=Han})/gu;

/** Cuts a piece without any mark at the spaces between its Chinese clauses, or at its lines. */
function cutAtSpaces(text: string, piece: Span): Span[] {
  const shown = text.slice(piece.start, piece.end);
  if (!/\p{Script=Han}[ \u00a0\u3000\r\n]/u.test(shown) || ANY_MARK.test(shown)) return [piece];
  const clauses: Span[] = [];
  let start = 0;
  for (const { 0: gap, index } of shown.matchAll(CLAUSE_GAP)) {
    clauses.push({ start: piece.start + start, end: piece.start + index });
    start = index + gap.length;
  }
  clauses.push({ start: piece.start + start, end: piece.end });
  const letters = clauses.reduce((total, { start: from, end }) => total + end - from, 0);
  const isClauses = clauses.length >= LEAST_CLAUSES && letters >= clauses.length * LEAST_CLAUSE;
  return isClauses && !isWrapped(text, clauses) ? clauses : [piece];
}

/** Lines that are all of one width, but for the last one, are the page's and no clauses. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  const widths = lines.slice(0, -1).map(({ start, end }) => columns(text.slice(start, end)));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  return widest >= NARROWEST_PAGE && widths.every((width) => width >= widest - 3);
}

type IsFree = (at: number) => boolean;

/** Tells whether an offset lies in none of the spans; asked for rising offsets only. */
function createIsFree(spans: readonly Span[]): IsFree {
  let index = 0;
  return (at) => {
    while ((spans[index]?.end ?? Number.POSITIVE_INFINITY) <= at) index += 1;
    return (spans[index]?.start ?? Number.POSITIVE_INFINITY) >= at;
  };
}

/** Of a longer run of marks the rest is the next one. */
const MARK = /[\p{P}～~|]{1,600}/gu;
/** What makes one character with the mark before it. */
const CLINGS = /^[\p{M}\u200d]/u;
/** Behind these a long sentence may be cut. */
const PAUSE = /[，,；;：:、。！？!?…～~|—–]/u;

/** Finds where a piece must be cut so that no part is too long, in its order. */
function findCuts(text: string, { start, end }: Span, isFree: IsFree): number[] {
  // No character takes more than two columns.
  if ((end - start) * 2 <= LONGEST_RUN) return [];
  const cuts: number[] = [];
  let [from, width, pause, pauseWidth, behind] = [start, 0, start, 0, start];
  const cut = (at: number, remaining: number): void => {
    cuts.push(at);
    [from, width, pause, pauseWidth] = [at, remaining, at, 0];
  };
  for (const { 0: mark, index } of [...text.slice(start, end).matchAll(MARK), { 0: "", index: end - start }]) {
    const at = start + index;
    let run = columns(text.slice(behind, at));
    if (run > LONGEST_RUN) {
      for (const place of cutRun(text, { start: behind, end: at })) cut(place, 0);
      run = from > behind ? columns(text.slice(from, at)) : run;
      width = from > behind ? 0 : width;
    }
    behind = at + mark.length;
    width += run + columns(mark);
    if (width > LONGEST && pause > from) cut(pause, width - pauseWidth);
    const isPause = PAUSE.test(mark) && !/^\p{N}{2}$/u.test(text.charAt(at - 1) + text.charAt(behind));
    const isSpare = width - pauseWidth > LONGEST / 2 && /\s/u.test(text.charAt(behind));
    if ((isPause || isSpare) && isFree(behind)) [pause, pauseWidth] = [behind, width];
    // Marks without a pause among them: `*a **b *a **b …`, `[[[[…`.
    if (width > 2 * LONGEST && !CLINGS.test(text.slice(behind, behind + 2))) cut(behind, 0);
  }
  return cuts;
}

/** Cuts a stretch without marks. */
function cutRun(text: string, { start, end }: Span): number[] {
  const cuts: number[] = [];
  for (let from = start; ;) {
    const room = fit(text, { start: from, end });
    if (room >= end) return cuts;
    const at = lastBreak(text, { start: from, end: room });
    if (at <= from) return cuts;
    cuts.push(at);
    from = at;
  }
}

/** How far a stretch reaches that is no wider than the bound. */
function fit(text: string, { start, end }: Span): number {
  let [at, width] = [start, 0];
  while (at < end) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    width += columns(character);
    if (width > LONGEST_RUN) return at;
    at += character.length;
  }
  return end;
}

const LONGEST_WORD = 32;
const words = new Intl.Segmenter("zh", { granularity: "word" });
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The last place where a stretch may be cut: a line's end or a space in its second half, or between two words. */
function lastBreak(text: string, { start, end }: Span): number {
  const half = start + (end - start) / 2;
  let space = 0;
  for (let at = end - 1; at >= half; at -= 1) {
    if (/[\r\n]/u.test(text.charAt(at))) return at + 1;
    if (space === 0 && /\s/u.test(text.charAt(at))) space = at + 1;
  }
  if (space > 0) return space;
  // The last word may go on behind the stretch, so that it begins the next one.
  const near = Math.max(start, end - LONGEST_WORD);
  const from = /\p{Regional_Indicator}|[\u200d\p{M}]|[\u{1f000}-\u{1faff}]/u.test(text.slice(near, end)) ? start : near;
  const shown = text.slice(from, end);
  const last = [...words.segment(shown)].at(-1)?.index ?? 0;
  return from + (last > 0 ? last : ([...graphemes.segment(shown)].at(-1)?.index ?? 0));
}
