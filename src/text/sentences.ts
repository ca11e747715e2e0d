import { type Span, trimSpan } from "./span.ts";

/** Words after which a full stop ends no sentence; all lower case, without the last full stop. */
export interface AbbreviationRules {
  readonly abbreviations: ReadonlySet<string>;
  readonly numberAbbreviations: ReadonlySet<string>;
  readonly finalAbbreviations: ReadonlySet<string>;
}

const TERMINATORS = /[。！？!?；…｡．.\u203c\u2047-\u2049]/u;
const WIDE_TERMINATORS = /[。！？；…｡\u203c\u2047-\u2049]/u;
const CLOSERS = /[”’」』）)】》〉］\]"'»›〞＂\p{M}\u200d]/u;
/** Each looks back first, so that a long run of letters is not tried from every one of them. */
const ADDRESS =
  /(?:(?<![a-z\d])[a-z][a-z\d+.-]{1,20}:\/\/|(?<![a-z\d])www\.)[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef<>"“”]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu;

interface Piece extends Span {
  readonly hasWords: boolean;
}

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
    end: endOfAddress(text, match.index, match.index + match[0].length),
  }));
  const pieces: Piece[] = [];
  let start = 0;
  let address = 0;
  for (let at = 0; at < text.length;) {
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
      pushSentence(text, pieces, { start, end });
      start = end;
    }
    at = end;
  }
  pushSentence(text, pieces, { start, end: text.length });
  return pieces.map(({ start: from, end }) => ({ start: from, end }));
}

/** Marks at the end of an address are the sentence's. */
function endOfAddress(text: string, start: number, until: number): number {
  let end = until;
  while (end > start && ".,;:!?".includes(text.charAt(end - 1))) end -= 1;
  return end;
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

/** How far back quotes are counted: one that was never closed must not turn all that follow it around. */
const QUOTE_LOOK_BACK = 200;

function isEvenQuote(text: string, at: number): boolean {
  const quote = text.charCodeAt(at);
  let even = true;
  for (let before = Math.max(0, at - QUOTE_LOOK_BACK); before < at; before += 1) {
    if (text.charCodeAt(before) === quote) even = !even;
  }
  return even;
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
  // Either a quotation that goes on, or a pause: `well… then we left`.
  if (WIDE_TERMINATORS.test(marks)) return !((closed || /^…+$/u.test(marks)) && /^\s*[a-z]/u.test(next));
  const spaced = /^\s/u.test(next);
  if (/[!?]/u.test(marks)) {
    // An inequality, a search in an address, a name: `a != b`, `find?q=x`, `Yahoo!Mail`.
    if (!spaced)
      return !next.startsWith("=") && !(/[A-Za-z\d]/u.test(text.charAt(at - 1)) && /^[A-Za-z\d&/]/u.test(next));
    return !/^[a-z]/u.test(follows);
  }
  return fullStopEnds(text, candidate, rules);
}

/** Decides for `.` alone: decimal points, versions, domains, initials and abbreviations end nothing. */
function fullStopEnds(text: string, { at, end, start }: Candidate, rules: AbbreviationRules): boolean {
  const next = text.slice(end, end + 24);
  const spaced = /^\s/u.test(next);
  const follows = next.trimStart();
  const word = /[\p{L}\p{N}](?:[\p{L}\p{N}.&'’-]{0,30})$/u.exec(text.slice(Math.max(start, at - 32), at))?.[0] ?? "";
  const lower = word.toLowerCase();
  // The dot within a foreign name, as Taiwan writes it: 拉詹．德沙伊.
  if (text.charAt(at) === "．" && /\p{Script=Han}$/u.test(word) && /^\p{Script=Han}/u.test(next)) return false;
  if (!spaced) {
    const isWord = /\p{Script=Han}$/u.test(word) || (/^\p{L}{2,}$/u.test(word) && !isAbbreviation(lower, rules));
    return isWord && /^[\p{Script=Han}“‘「『（《"]/u.test(next);
  }
  if (/^[\p{Ll}]/u.test(follows)) return false;
  if (rules.abbreviations.has(lower)) return false;
  if (rules.numberAbbreviations.has(lower)) return !/^[\d#]/u.test(follows);
  if (rules.finalAbbreviations.has(lower)) return /^[\p{Lu}\p{Lo}“"'(‘]/u.test(follows);
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && word !== "I") return !/^\p{Lu}/u.test(follows);
  // A number that begins a line is a list's: `1. Foo`.
  return !(/^\d{1,3}$/u.test(word) && text.slice(start, at).trim() === word);
}

function isAbbreviation(word: string, rules: AbbreviationRules): boolean {
  return rules.abbreviations.has(word) || rules.numberAbbreviations.has(word) || rules.finalAbbreviations.has(word);
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
