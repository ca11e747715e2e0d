import type { Span } from "./span.ts";

/** Words after which a full stop ends no sentence; all lower case, without the last full stop. */
export interface AbbreviationRules {
  readonly abbreviations: ReadonlySet<string>;
  readonly numberAbbreviations: ReadonlySet<string>;
  readonly finalAbbreviations: ReadonlySet<string>;
}

const TERMINATORS = /[。！？!?；…｡．.\u203c\u2047-\u2049]/u;
const WIDE_TERMINATORS = /[。！？；…｡\u203c\u2047-\u2049]/u;
const CLOSERS = /[”’」』）)】》〉］\]"'»›〞＂\p{M}\u200d]/u;
const ADDRESS =
  /(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.)[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef<>"“”]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu;

/**
 * Finds the sentences of one paragraph, in reading order.
 *
 *     股价下跌0.3%。谷歌却上涨!
 *     ^-----------^ ^------^   spans into the text, closing quotes and brackets included
 *
 * Line breaks end nothing. A piece without a letter or a digit belongs to the sentence before it.
 */
export function splitSentences(text: string, rules: AbbreviationRules): Span[] {
  const addresses = [...text.matchAll(ADDRESS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].replace(/[.,;:!?]+$/u, "").length,
  }));
  const spans: Span[] = [];
  let start = 0;
  let address = 0;
  for (let at = 0; at < text.length; ) {
    while (address < addresses.length && (addresses[address]?.end ?? 0) <= at) address += 1;
    const skipped = addresses[address];
    if (skipped && skipped.start <= at) {
      at = skipped.end;
      continue;
    }
    if (!TERMINATORS.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const end = skipTerminators(text, at);
    if (endsSentence(text, { at, end, start }, rules)) {
      pushSentence(text, spans, { start, end });
      start = end;
    }
    at = end;
  }
  pushSentence(text, spans, { start, end: text.length });
  return spans;
}

/** The end of a run of terminators with the quotes, brackets and marks that close behind them. */
function skipTerminators(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && (TERMINATORS.test(text.charAt(end)) || CLOSERS.test(text.charAt(end)))) {
    if (opensQuote(text, end)) break;
    end += 1;
  }
  return end;
}

/** A straight quote right before a letter and after no letter opens something new: `Why? "Because.` */
function opensQuote(text: string, at: number): boolean {
  return /["'＂]/u.test(text.charAt(at)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1)) && isEvenQuote(text, at);
}

/** Tells whether an even number of the same quotes stands before this one, within a bounded look back. */
function isEvenQuote(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 400), at);
  return before.split(text.charAt(at)).length % 2 === 1;
}

interface Candidate {
  /** The first terminator. */
  readonly at: number;
  /** Behind the last terminator or closing mark. */
  readonly end: number;
  /** Where the sentence begins. */
  readonly start: number;
}

function endsSentence(text: string, candidate: Candidate, rules: AbbreviationRules): boolean {
  const { at, end } = candidate;
  if (end >= text.length) return true;
  const marks = text.slice(at, end);
  const closed = CLOSERS.test(marks);
  const next = text.slice(end, end + 24);
  const follows = next.trimStart();
  if (follows === "") return true;
  // A bracket or a quotation that goes on in its sentence: “好吗？”，他问 and 《谁？》是一部电影.
  if (closed && /^\s*[，,、；;：:—–-]/u.test(next)) return false;
  if (/[）)】》〉］\]]$/u.test(marks) && /^[\p{L}\p{N}]/u.test(next)) return false;
  if (WIDE_TERMINATORS.test(marks)) return !(closed && /^\s*[a-z]/u.test(next));
  const spaced = /^\s/u.test(next);
  if (/[!?]/u.test(marks)) {
    if (!spaced) return !(/[A-Za-z\d]/u.test(text.charAt(at - 1)) && /^[A-Za-z\d=&/]/u.test(next));
    return !/^[a-z]/u.test(follows);
  }
  return fullStopEnds(text, candidate, rules);
}

/** Decides for `.` alone: decimal points, versions, domains, initials and abbreviations end nothing. */
function fullStopEnds(text: string, { at, end, start }: Candidate, rules: AbbreviationRules): boolean {
  const next = text.slice(end, end + 24);
  const spaced = /^\s/u.test(next);
  const follows = next.trimStart();
  const previous = text.charAt(at - 1);
  if (!spaced) return /\p{Script=Han}/u.test(previous) && /^[\p{Script=Han}“‘「『（《"]/u.test(next);
  if (/^[\p{Ll}]/u.test(follows)) return false;
  const word = /[\p{L}\p{N}](?:[\p{L}\p{N}.&'’-]{0,30})$/u.exec(text.slice(Math.max(start, at - 32), at))?.[0] ?? "";
  const lower = word.toLowerCase();
  if (rules.abbreviations.has(lower)) return false;
  if (rules.numberAbbreviations.has(lower)) return !/^[\d#]/u.test(follows);
  if (rules.finalAbbreviations.has(lower)) return /^[\p{Lu}\p{Lo}“"'(‘]/u.test(follows);
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && word !== "I") return !/^\p{Lu}/u.test(follows);
  // A number that begins a line is a list's: `1. Foo`.
  return !(/^\d{1,3}$/u.test(word) && text.slice(start, at).trim() === word);
}

/** Adds a piece as a sentence; one without letters or digits joins its neighbour. */
function pushSentence(text: string, spans: Span[], piece: Span): void {
  let { start, end } = piece;
  while (start < end && /[\s\uFEFF]/u.test(text.charAt(start))) start += 1;
  while (end > start && /[\s\uFEFF]/u.test(text.charAt(end - 1))) end -= 1;
  if (start === end) return;
  const last = spans.at(-1);
  const wordless = !/[\p{L}\p{N}]/u.test(text.slice(start, end));
  const lastWordless = last !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(last.start, last.end));
  if (last && (wordless || lastWordless)) {
    spans[spans.length - 1] = { start: last.start, end };
    return;
  }
  spans.push({ start, end });
}
