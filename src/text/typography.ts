import { type Folded, FoldedBuilder } from "./folded.ts";

/**
 * Folds what writers and machines set in different ways: width, case, ligatures, accents of Latin and Greek letters,
 * apostrophes within words, hyphens, middle dots in names, and what cannot be seen.
 *
 *     Ｃａｆé ﬁne o’clock e‑mail  →  cafe fine o'clock e-mail
 *
 * Dashes stay what they are, since they also part clauses: `cutLatin` takes them for hyphens between letters.
 */
export function foldTypography(source: string, start: number, end: number): Folded {
  const folded = new FoldedBuilder(end - start);
  for (let at = start; at < end;) {
    const plainEnd = skipPlain(source, at, end);
    if (plainEnd > at) {
      folded.appendEach(foldPlain(source.slice(at, plainEnd)), at);
      at = plainEnd;
      continue;
    }
    if (source.charCodeAt(at) === BACKTICK && (at + 1 >= end || isPlain(source.charCodeAt(at + 1)))) {
      folded.append(foldMark(source, at), at, at + 1);
      at += 1;
      continue;
    }
    const invisible = invisibleRun(source, at);
    if (invisible > 0) {
      const to = Math.min(end, at + invisible);
      if (isHyphenation(source, at, to)) folded.append("-", at, to);
      else if (!isInsideWord(source, at, to)) appendAsIs(folded, source, { start: at, end: to });
      at = to;
      continue;
    }
    CLUSTER.lastIndex = at;
    const cluster = (CLUSTER.exec(source)?.[0] ?? source.charAt(at)).slice(0, end - at);
    // NFKC alone makes `1½` eleven halves.
    const apart = VULGAR_FRACTION.test(cluster) && isAsciiDigit(source.charCodeAt(at - 1)) ? " " : "";
    const piece = MARKS.test(cluster) ? foldMark(source, at) : apart + foldCluster(cluster);
    folded.append(piece, at, at + cluster.length);
    at += cluster.length;
  }
  return folded.build();
}

/** Folds the accents of a word in any case: `Łódź` to `lodz`. */
export function foldAccents(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mn}/gu, "")
    .replace(/[ßæœøłđðþħŧı]/gu, (letter) => LETTERS[letter] ?? letter);
}

/** Letters that Unicode does not take for others with a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ı: "i",
};

const VULGAR_FRACTION = /^[¼-¾⅐-⅞↉]/u;

function isAsciiDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** The end of the run of plain characters that begins at `at`; the last before another one may have a mark on it. */
function skipPlain(source: string, at: number, end: number): number {
  let to = at;
  while (to < end && isPlain(source.charCodeAt(to)) && source.charCodeAt(to) !== BACKTICK) to += 1;
  return to < end && to > at && !isPlain(source.charCodeAt(to)) ? to - 1 : to;
}

const BACKTICK = 0x60;

/** In lower case; the full-width forms of ASCII, which stand in a row like those, become that. */
function foldPlain(run: string): string {
  const lower = run.toLowerCase();
  let [folded, from] = ["", 0];
  for (let at = 0; at < lower.length; at += 1) {
    const unit = lower.charCodeAt(at);
    if (unit < FIRST_WIDE || unit > LAST_WIDE) continue;
    folded += lower.slice(from, at) + String.fromCharCode(unit - WIDER);
    from = at + 1;
  }
  return from === 0 ? lower : folded + lower.slice(from);
}

const [FIRST_WIDE, LAST_WIDE] = [0xff_01, 0xff_5e];
const WIDER = 0xfe_e0;

/**
 * ASCII, the common ideographs and Chinese punctuation are their own NFKC or, in full width, ASCII's, and no mark attaches
 * to what comes before them. The full-width apostrophe is looked at more closely.
 */
function isPlain(unit: number): boolean {
  if (unit < 0x80 || (unit >= 0x4e00 && unit <= 0x9fff)) return true;
  return (unit >= 0xff01 && unit <= 0xff5e && unit !== 0xff07) || PUNCTUATION.has(unit);
}

const PUNCTUATION: ReadonlySet<number> = new Set(Array.from("、。《》「」『』【】“”", (mark) => mark.charCodeAt(0)));

/** One character with the marks that follow it. */
const CLUSTER = /\P{M}\p{M}{0,16}|\p{M}{1,16}/suy;

/** Marks of other scripts than these are letters of their own: a vowel of Hindi, the й of Russian, the が of Japanese. */
function foldCluster(cluster: string): string {
  const folded = cluster.normalize("NFKC").toLowerCase();
  if (/[\p{Script=Latin}\p{Script=Greek}]/u.test(folded)) return foldAccents(cluster);
  return /\p{Script=Han}/u.test(folded) ? folded.replace(VARIATION_SELECTORS, "") : folded;
}

/** They choose among the forms of one ideograph. */
const VARIATION_SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

const APOSTROPHES = "’‘‛ʼʻʹ′´`＇ꞌ";
const HYPHENS = "‐‑⁃";
const DOTS = "·•‧∙⋅・･";
const MARKS = new RegExp(`^[${APOSTROPHES}${HYPHENS}${DOTS}]$`, "u");

/** Between letters an apostrophe is one whatever its form; elsewhere it may be a quotation mark. */
function foldMark(source: string, at: number): string {
  const mark = source.charAt(at);
  const [before, behind] = [source.charAt(at - 1), source.charAt(at + 1)];
  if (HYPHENS.includes(mark)) return "-";
  if (APOSTROPHES.includes(mark) && LATIN.test(before) && /\p{Script=Latin}/u.test(behind)) return "'";
  if (DOTS.includes(mark) && EAST_ASIAN.test(before) && EAST_ASIAN.test(behind)) return "·";
  return mark.normalize("NFKC").toLowerCase();
}

const LATIN = /[\p{Script=Latin}\p{M}\d]/u;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;

/** The soft hyphen, spaces without width, joiners and the marks of direction. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/uy;

function invisibleRun(source: string, at: number): number {
  INVISIBLE.lastIndex = at;
  return INVISIBLE.exec(source)?.[0].length ?? 0;
}

/** A soft hyphen is seen at the end of a line alone. */
function isHyphenation(source: string, at: number, to: number): boolean {
  return source.charAt(at) === "\u00ad" && /[\r\n]/u.test(source.charAt(to));
}

/** In Persian, in the scripts of India and in emoji a joiner means something. */
function isInsideWord(source: string, at: number, to: number): boolean {
  return LETTER.test(source.charAt(at - 1)) && LETTER.test(source.charAt(to));
}

const LETTER = /[\p{Script=Latin}\p{Script=Han}\p{M}\p{N}]/u;

function appendAsIs(
  folded: FoldedBuilder,
  source: string,
  run: { readonly start: number; readonly end: number },
): void {
  for (let at = run.start; at < run.end; at += 1) folded.append(source.charAt(at), at, at + 1);
}
