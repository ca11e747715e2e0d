import { columns } from "../../text/width.ts";
import type { Labels } from "./plain-text-labels.ts";
import { hasForm, holdsText, isBody, isLine, type Look, lookAround, MOST_COPIES } from "./plain-text-look.ts";
import type { TextPiece } from "./plain-text-pieces.ts";
import { endsSentence, isBulleted, isSpeech, mayEndParagraph } from "./plain-text-shapes.ts";
import { isBareVersion, isVersion } from "./plain-text-versions.ts";

/** What a piece is besides a paragraph; the lower a rank, the higher the heading. */
export type Name =
  | { readonly kind: "title" }
  | { readonly kind: "heading"; readonly rank: number }
  /** It goes on in the heading right before it: the name of a chapter below its number. */
  | { readonly kind: "rest-of-heading" };

export interface Surroundings {
  readonly labels: Labels;
  /** The text is a mail, whose title stands in its fields. */
  readonly isMail: boolean;
}

/** A run of more short lines than this names nothing: they are a list, an address or verse. */
const LONGEST_RUN = 2;
/** The title of a notice stands among the first lines. */
const LONGEST_TOP = 5;
/** No title has more lines. */
const LONGEST_TITLE = 3;
/** In titles such words have a capital. */
const SMALL_WORD = /(?<![\p{L}'’])\p{Ll}{5,}/u;
/** A letter greets within so many pieces, and a head has no more. */
const LINES_ABOVE_GREETING = 8;
const LONGEST_HEAD = 6;
const GREETING = /^(?:dear |to whom it may|尊敬的|亲爱的|親愛的)/iu;
const WIDE_LINE = 40;
/** How much wider than a heading the text right below it must be. */
const WIDER = 1.5;
const UNDERLINED = 12;
const HIGH = 11;
const VERSION_RANK = 40;
const MANY_VERSIONS = 3;
/** Unnumbered headings stand below numbered ones, unless numbers begin anew below each. */
const ABOVE_FIGURES = 48;
const BELOW_ALL = 200;
/** Kinds of numbers that a text by itself may bear in its title: 第七課. */
const MAY_BE_TITLE: ReadonlySet<string> = new Set("课,課,讲,講,回,话,話,集,卷,lesson,unit,module".split(","));
const ALWAYS_HIGH =
  /^(?:前言|序言?|引言|导言|導言|绪论|緒論|结语|結語|结论|結論|后记|後記|附则|附則|附录|附錄|参考文献|參考文獻|致谢|致謝|尾声|尾聲|楔子|引子|abstract|preface|foreword|prologue|epilogue|introduction|conclusions?|acknowledge?ments?|references|bibliography|glossary|index|appendix|authors?['’]?s? address(?:es)?)$/iu;
const NOTICE_TITLE =
  /^(?:.{0,30})关于.{2,50}的(?:通知|公告|通告|决定|意见|函|通报|报告|请示|批复|办法|说明|公示)$|^(?:.{0,30})關於.{2,50}的(?:通知|公告|通告|決定|意見|函|通報|報告|說明|公示)$/u;

/** Tells headings and the title from paragraphs by what stands around them. */
export function nameHeadings(
  pieces: readonly TextPiece[],
  { labels, isMail }: Surroundings,
): ReadonlyMap<number, Name> {
  const look = lookAround(pieces, labels);
  const names = new Map<number, Name>();
  for (const [index, { underline }] of pieces.entries()) {
    if (underline !== undefined) names.set(index, { kind: "heading", rank: UNDERLINED + underline });
  }
  const [first] = pieces;
  const versions = findVersions(look);
  const title = isMail || !first || versions.includes(0) ? undefined : findTitle(look);
  for (const index of versions) names.set(index, { kind: "heading", rank: VERSION_RANK });
  for (const [index, { isHeading, rank }] of look.numbered) {
    if (isHeading && !names.has(index) && index !== title) names.set(index, { kind: "heading", rank });
  }
  if (title !== undefined) names.set(title, { kind: "title" });
  for (const index of findRests(look, names)) names.set(index, { kind: "rest-of-heading" });
  const rank = rankOfWords(look);
  for (const index of findWords(look, names)) {
    names.set(index, { kind: "heading", rank: ALWAYS_HIGH.test(look.firsts[index] ?? "") ? HIGH : rank });
  }
  return names;
}

/** The first line, unless it bears a number or everything is short lines; in a notice the line that says what it is about. */
function findTitle(look: Look): number | undefined {
  const { pieces, firsts, numbered, copies } = look;
  // The head of a memorandum: names at the left and at the right.
  const head = firsts.slice(0, LONGEST_HEAD).findIndex((text) => !/\S\s{3,}\S/u.test(text.slice(0, 200)));
  const start = Math.max(0, head);
  let end = start;
  const isLone = pieces[start]?.isLone === true;
  const isText = (index: number): boolean => isLone && pieces[index]?.isOpening === false;
  while (end < pieces.length && hasForm(look, end) && pieces[end]?.underline === undefined && !isText(end)) end += 1;
  const own = pieces[start]?.underline;
  if (own !== undefined)
    return pieces.slice(start + 1).some(({ underline }) => underline !== undefined && underline <= own)
      ? undefined
      : start;
  if (end === start && isWrappedTitle(look)) return 0;
  if (end === start || end === pieces.length || beginsSeries(look, start)) return undefined;
  const number = numbered.get(start);
  if (number?.isHeading === true) {
    const { style } = number.number;
    const isOnly = ![...numbered].some(([index, other]) => index > start && other.number.style === style);
    return isOnly && MAY_BE_TITLE.has(style) ? start : undefined;
  }
  const isLetter = firsts.slice(1, LINES_ABOVE_GREETING).some((text) => GREETING.test(text.slice(0, 40)));
  if (
    !isLone &&
    (start > 0 || isLetter || /^\p{Ll}/u.test(firsts[start] ?? "") || (copies.get(firsts[start] ?? "") ?? 0) > 1)
  )
    return undefined;
  const notice = firsts.slice(start, Math.min(end, start + LONGEST_TOP)).findIndex((text) => NOTICE_TITLE.test(text));
  return notice > 0 ? start + notice : start;
}

const FIRST_OF_SERIES = /^([^\d一]{0,12}?)(1|一|\bI|\b[Oo]ne)(?![\p{L}\p{N}]*[\d一二三四五六七八九十]|[\p{Ll}.])/u;
const SECONDS: Readonly<Record<string, string>> = { "1": "2", 一: "二", I: "II", One: "Two", one: "two" };

/** Tells whether a later line of the same form counts on from a line: `Day 1` and `Day 2`, `【第一幕】` and `【第二幕】`. */
function beginsSeries(look: Look, start: number): boolean {
  const [whole, lead = "", one = ""] = FIRST_OF_SERIES.exec((look.firsts[start] ?? "").slice(0, 40)) ?? [];
  if (whole === undefined || lead === "") return false;
  const next = `${lead}${SECONDS[one]}`;
  return look.firsts.some(
    (text, index) =>
      index > start &&
      text.startsWith(next) &&
      !/^[\p{N}\p{Ll}]/u.test(text.slice(next.length)) &&
      hasForm(look, index),
  );
}

/** The lines that name a version above what is new in it: above items, or many alike. */
function findVersions(look: Look): number[] {
  const { pieces, firsts } = look;
  const isItem = (index: number): boolean => isBulleted(firsts[index] ?? "");
  const found = [...pieces.keys()].filter((index) => {
    const [piece, next, text] = [pieces[index], pieces[index + 1], firsts[index] ?? ""];
    if (!isLine(piece) || piece?.underline !== undefined || !next || isVersion(firsts[index + 1] ?? "")) return false;
    if (isVersion(text)) return piece?.isLone === true ? holdsText(look, index + 1) : !next.isOpening;
    return isBareVersion(text) && piece?.isOpening === true && isItem(index + 1);
  });
  const isListed = (index: number): boolean => isItem(index + 1) || (hasForm(look, index + 1) && isItem(index + 2));
  return found.length >= MANY_VERSIONS || found.some(isListed) ? found : [];
}

/** A title that is too long for its line: it stands by itself, ends no sentence and has text below. */
function isWrappedTitle({ pieces, firsts, lasts }: Look): boolean {
  const [first, next] = pieces;
  const lines = first?.runs[0]?.length ?? 0;
  if (first?.form !== "prose" || first.runs.length > 1 || lines < 2 || lines > LONGEST_TITLE || !next?.isOpening)
    return false;
  const [top = "", last = ""] = [firsts[0], lasts[0]];
  const isNamed = [top, last].every((text) => /\p{Script=Han}/u.test(text) || !SMALL_WORD.test(text));
  return (
    isNamed &&
    !/[。！？!?.…；;:：，,][”"』」’')）]*$/u.test(last) &&
    !/[。！？.!?]\s?./u.test(top) &&
    !isSpeech(top.slice(0, 400))
  );
}

/** The names of chapters that stand in a line of their own below the number: `CHAPTER I.`, `Down the Rabbit-Hole`. */
function findRests(look: Look, names: ReadonlyMap<number, Name>): number[] {
  return [...look.numbered].flatMap(([index, { number, isHeading }]) => {
    const next = look.pieces[index + 1];
    if (!isHeading || !names.has(index) || !number.isNamed || number.rest !== "" || number.rank > 30) return [];
    if (!next || next.underline !== undefined || look.numbered.has(index + 1) || !hasForm(look, index + 1)) return [];
    const follows = look.pieces[index + 2];
    const isClosed = next.isLone ? holdsText(look, index + 2) : follows?.isOpening === true || isBody(look, index + 2);
    return follows && isClosed ? [index + 1] : [];
  });
}

/** Headings without a number: lines by themselves with text below, or between the lines of a text without blank lines. */
function findWords(look: Look, names: ReadonlyMap<number, Name>): number[] {
  const { pieces } = look;
  const found: number[] = [];
  const isPlay = pieces.some(
    (_, index) => isCapitals(look, index) && (look.copies.get(look.firsts[index] ?? "") ?? 0) > MOST_COPIES,
  );
  for (let from = 0; from < pieces.length;) {
    let to = from;
    while (to < pieces.length && !names.has(to) && isShort(look, to, isPlay)) to += 1;
    const last = to - 1;
    if (to > from && to < pieces.length && to - from <= LONGEST_RUN && mayName(look, names, { from, last })) {
      // Above a poem stands its title, then its poet.
      found.push(pieces[to]?.form === "verse" ? from : last);
    }
    from = Math.max(to, from + 1);
  }
  return found;
}

function isShort(look: Look, index: number, isPlay: boolean): boolean {
  const { pieces, firsts, numbered } = look;
  const text = firsts[index] ?? "";
  if (isCapitals(look, index)) return !isPlay && hasForm(look, index);
  if (!hasForm(look, index) || numbered.has(index) || /^\p{Ll}/u.test(text)) return false;
  return pieces[index]?.isLone === true || isBetween(look, index);
}

/** Capitals alone above the lines that belong to them. */
function isCapitals({ pieces, firsts }: Look, index: number): boolean {
  const [piece, next] = [pieces[index], pieces[index + 1]];
  const text = firsts[index] ?? "";
  if (!isLine(piece) || piece?.isLone !== false || !piece.isOpening || !next || next.isOpening) return false;
  return (
    /\p{Lu}.*\p{Lu}/u.test(text.slice(0, 100)) &&
    !/[\p{Ll}\p{Script=Han}]/u.test(text.slice(0, 100)) &&
    /\p{Ll}/u.test((firsts[index + 1] ?? "").slice(0, 200))
  );
}

/** In text whose paragraphs no blank lines part: behind a sentence's end, above a much longer paragraph. */
function isBetween({ pieces, firsts, lasts, copies }: Look, index: number): boolean {
  const [piece, next] = [pieces[index], pieces[index + 1]];
  if (piece?.isOpening && next && !next.isOpening && pieces[index + 2]?.form === "verse") return true;
  if (
    !piece ||
    !next ||
    next.isOpening ||
    (copies.get(firsts[index] ?? "") ?? 0) > 1 ||
    (!piece.isOpening && !endsSentence(lasts[index - 1] ?? ""))
  )
    return false;
  const text = firsts[index] ?? "";
  if (/^【[^】]+】$/u.test(text)) return true;
  const isNamed = /\p{Script=Han}/u.test(text) || !/(?<![\p{L}'’])\p{Ll}{4,}/u.test(text);
  if (piece.isOpening && next.form === "list-item") return isNamed;
  const below = columns((firsts[index + 1] ?? "").slice(0, 400));
  return isNamed && endsSentence(lasts[index + 1] ?? "") && below >= columns(text) * WIDER;
}

interface Run {
  readonly from: number;
  readonly last: number;
}

/** The last of a run of short lines names the text below it. */
function mayName(look: Look, names: ReadonlyMap<number, Name>, { from, last }: Run): boolean {
  const { pieces, firsts, lasts } = look;
  const text = firsts[last] ?? "";
  const next = names.get(last + 1);
  if (next ? next.kind !== "heading" : !isBody(look, last + 1)) return false;
  if (/[!！]$/u.test(text) || (/[?？]$/u.test(text) && look.hasDialogue)) return false;
  const before = pieces[from - 1];
  if (!before || names.has(from - 1)) return true;
  const above = lasts[from - 1] ?? "";
  if (/[，,、；;：:—\-\u2010]$/u.test(above)) return false;
  const isCut = isLine(before) && before.isLone && !mayEndParagraph(above) && columns(above.slice(0, 200)) >= WIDE_LINE;
  if (isCut && /^\p{Script=Han}/u.test(text)) return false;
  const isStanza = before.form === "verse" || (!before.isLone && !mayEndParagraph(above));
  if (!isStanza || pieces[last + 1]?.form !== "verse") return true;
  return (pieces[last]?.runs[0]?.[0]?.blanks ?? 0) > 1 || !/\p{Ll}/u.test(text);
}

/** Where figures begin anew below unnumbered headings, these stand above them. */
function rankOfWords({ numbered }: Look): number {
  const anew = [...numbered.values()].filter(
    ({ isHeading, number }) => isHeading && number.isFirst && !number.isNamed && !number.style.includes(".1"),
  );
  return anew.length > 1 && ![...numbered.values()].some(({ isHeading, number }) => isHeading && number.isNamed)
    ? ABOVE_FIGURES
    : BELOW_ALL;
}
