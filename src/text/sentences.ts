import { cutLong } from "./cut-long.ts";
import { type Enclosure, findEnclosures, findShields } from "./enclosures.ts";
import { endsSentence } from "./sentence-ends.ts";
import { CLOSERS, TERMINATORS } from "./sentence-marks.ts";
import type { SentenceRules } from "./sentence-rules.ts";
import { mergeSpans, type Span, trimSpan } from "./span.ts";

/** Each looks back first, so that a long run of letters is not tried from every one of them. */
const ADDRESS =
  /(?:(?<![a-z\d])[a-z][a-z\d+.-]{1,20}:\/\/|(?<![a-z\d])www\.)[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef<>"“”]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu;

/**
 * Finds the sentences of one paragraph, in reading order.
 *
 *     股价下跌0.3%。谷歌却上涨!
 *     ^-----------^ ^------^   spans into the text, closing quotes and brackets included
 *
 * Line breaks end nothing, and neither do marks inside brackets, titles and quotations, unless these are so long that
 * their sentences are wanted. A piece without a letter or a digit belongs to the sentence before it. Where marks are
 * missing, long pieces are cut at spaces, at lines, or at last where they become too long.
 */
export function splitSentences(text: string, rules: SentenceRules): Span[] {
  const enclosures = findEnclosures(text);
  const shields = findShields(text, enclosures.closed);
  const pieces: Piece[] = [];
  const addresses = findAddresses(text);
  const [passAddress, passShield] = [cursorOver(addresses), cursorOver(shields)];
  const closing = closingAt(enclosures.closed);
  let start = 0;
  const nextTerminator = createFinder(text);
  for (let at = nextTerminator(0); at < text.length; at = nextTerminator(at)) {
    const address = passAddress(at);
    if (address) {
      at = address.end;
      continue;
    }
    const closed = skipTerminators(text, at, enclosures.opening);
    const end = skipNotes(text, closed, start);
    const shield = passShield(at);
    const isInside = shield !== undefined && closed < shield.end;
    const enclosure = closing({ start: at, end: closed });
    if (!isInside && endsSentence(text, { at, closed, end, start, enclosure }, rules)) {
      pushSentence(text, pieces, { start, end });
      start = end;
    }
    at = end;
  }
  pushSentence(text, pieces, { start, end: text.length });
  return cutLong(text, pieces, mergeSpans([...shields, ...addresses]));
}

/** Gives the next terminator at or behind an offset, or the end of the text where there is none. */
function createFinder(text: string): (from: number) => number {
  const pattern = new RegExp(TERMINATORS, "gu");
  return (from) => {
    pattern.lastIndex = from;
    return pattern.test(text) ? pattern.lastIndex - 1 : text.length;
  };
}

function findAddresses(text: string): Span[] {
  return [...text.matchAll(ADDRESS)].map((match) => ({
    start: match.index,
    end: endOfAddress(text, match.index, match.index + match[0].length),
  }));
}

/** Marks at the end of an address are the sentence's. */
function endOfAddress(text: string, start: number, until: number): number {
  let end = until;
  while (end > start && ".,;:!?".includes(text.charAt(end - 1))) end -= 1;
  return end;
}

/** Gives the span that holds an offset; asked for rising offsets only. */
function cursorOver(spans: readonly Span[]): (at: number) => Span | undefined {
  let index = 0;
  return (at) => {
    while ((spans[index]?.end ?? Number.POSITIVE_INFINITY) <= at) index += 1;
    const span = spans[index];
    return span && span.start <= at ? span : undefined;
  };
}

/** Gives the outermost enclosure that closes behind `start` and not behind `end`; asked in the order of the text. */
function closingAt(closed: readonly Enclosure[]): (marks: Span) => Enclosure | undefined {
  let index = 0;
  return ({ start, end }) => {
    let found: Enclosure | undefined;
    for (let next = closed[index]; next && next.end <= end; next = closed[index]) {
      if (next.end > start) found = next;
      index += 1;
    }
    return found;
  };
}

const SPACED_STOPS = /(?:[ \u00a0]\.){2,}(?![\p{L}\p{N}])/uy;
const NOTES = /(?:\[(?:\d{1,3}|[a-z]|注\s?\d{1,3}|note \d{1,3}|citation needed|來源請求|来源请求)\]|[¹²³⁰-⁹])+/uy;
const EMOJI =
  /(?:(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})(?:[\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]|\u200d|\ufe0f){0,8})+/uy;
const SMILEY = /[ \u00a0]?[:;][-']?[)(DP](?![^\s。！？])/uy;

/** The end of a run of terminators, with the quotes and brackets that close behind them. */
function skipTerminators(text: string, at: number, opening: ReadonlySet<number>): number {
  let end = text.charAt(at) === "." ? skip(text, at + 1, SPACED_STOPS) : at + 1;
  while (end < text.length && !opening.has(end)) {
    const mark = text.charAt(end);
    if (!TERMINATORS.test(mark) && !CLOSERS.test(mark)) break;
    end += 1;
  }
  return end;
}

/** Takes in the notes and smileys that belong to a sentence though they stand behind its end. */
function skipNotes(text: string, end: number, start: number): number {
  const behind = skip(text, skip(text, end, NOTES), SMILEY);
  // Where emoji are what items begin with, the next one is the next item's.
  const isItem = /^\s{0,8}\p{Extended_Pictographic}/u.test(text.slice(start, start + 10));
  return isItem ? behind : skip(text, behind, EMOJI);
}

function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

interface Piece extends Span {
  readonly hasWords: boolean;
}

/** Adds a piece as a sentence; one without letters or digits joins its neighbour. */
function pushSentence(text: string, pieces: Piece[], piece: Span): void {
  const { start, end } = trimSpan(text, piece);
  if (start === end) return;
  const hasWords = /[\p{L}\p{N}]/u.test(text.slice(start, end));
  const last = pieces.at(-1);
  if (last && !(hasWords && last.hasWords)) {
    pieces[pieces.length - 1] = { start: last.start, end, hasWords: hasWords || last.hasWords };
    return;
  }
  pieces.push({ start, end, hasWords });
}
