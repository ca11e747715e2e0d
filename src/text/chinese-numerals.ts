/** A numeral written in ideographs. */
export interface ChineseNumeral {
  readonly value: number;
  readonly end: number;
  /**
   * `digit` is one ideograph from 〇 to 九; `places` has 十, 百, 千, 万 or 亿 and is well-formed; `string` is figures in
   * a row, which is how years are written (二〇二四) and how approximations are, too (三五个).
   */
  readonly form: "digit" | "places" | "string";
}

const DIGITS = "〇一二三四五六七八九";
const LONGEST = 24;

/** Tells whether the character can stand in a Chinese numeral. */
function isChineseNumeral(character: string): boolean {
  return character !== "" && "〇零一二两三四五六七八九十百千万亿".includes(character);
}

/** The end of the run of numeral ideographs that begins at `at`. */
export function skipChineseNumeral(text: string, at: number): number {
  let end = at;
  while (isChineseNumeral(text.charAt(end))) end += 1;
  return end;
}

/**
 * Reads the numeral that begins at `at`: 一百二十三, 两千, 三千五 (3500), 百亿, 二〇二四.
 *
 * The whole run of numeral ideographs must make one numeral: 十四五 and 千千万 are none.
 */
export function readChineseNumeral(text: string, at: number): ChineseNumeral | undefined {
  const limit = at + LONGEST + 1;
  let end = at;
  while (end < limit && isChineseNumeral(text.charAt(end))) end += 1;
  if (end === at || end === limit) return undefined;
  // 八万两 counts taels; 两 is a figure only before its place.
  if (end - at > 1 && text.charAt(end - 1) === "两") end -= 1;
  const run = text.slice(at, end);
  const figures = [...run].map(digitOf);
  if (figures.some((figure) => figure === undefined)) {
    const value = readPlaces(run);
    return value === undefined ? undefined : { value, end, form: "places" };
  }
  return { value: Number(figures.join("")), end, form: run.length === 1 ? "digit" : "string" };
}

/** The figure that one ideograph stands for. */
export function digitOf(character: string): number | undefined {
  if (character === "零") return 0;
  if (character === "两") return 2;
  const digit = DIGITS.indexOf(character);
  return digit < 0 || character === "" ? undefined : digit;
}

const PLACES: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** A numeral under way: 一亿二千万三百 is 亿 + 万 + a section below 10,000. */
interface Sum {
  hundredMillions: number;
  tenThousands: number;
  section: number;
  /** A figure that waits for its place. */
  figure: number | undefined;
  /** The place read last; what follows must be smaller. */
  place: number;
  zero: boolean;
}

function readPlaces(run: string): number | undefined {
  const sum: Sum = { hundredMillions: 0, tenThousands: 0, section: 0, figure: undefined, place: Infinity, zero: false };
  for (const [index, character] of [...run].entries()) {
    const figure = digitOf(character);
    const fits = figure === undefined ? addPlace(sum, character, index === 0) : addFigure(sum, figure);
    if (!fits) return undefined;
  }
  return sum.hundredMillions + sum.tenThousands + sectionOf(sum);
}

/** What stands since the last 万 or 亿; in 三千五 the last figure counts hundreds, in 三千零五 and 三十五 ones. */
function sectionOf({ section, figure = 0, place, zero }: Sum): number {
  return section + figure * (zero || place <= 10 || place === Infinity ? 1 : place / 10);
}

function addFigure(sum: Sum, figure: number): boolean {
  if (sum.figure !== undefined) return false;
  if (figure === 0) {
    if (sum.zero || sum.place === Infinity) return false;
    sum.zero = true;
    return true;
  }
  sum.figure = figure;
  return true;
}

function addPlace(sum: Sum, character: string, first: boolean): boolean {
  const place = PLACES.get(character);
  if (place === undefined) return closeSection(sum, character === "万" ? 1e4 : 1e8, first);
  // Only 十 does without a figure behind 百 or 千: 一百十五; the others only at the numeral's beginning: 百亿.
  if (sum.figure === undefined && !first && (place !== 10 || sum.place >= 1e4)) return false;
  if (place >= sum.place && !(sum.section === 0 && sum.place >= 1e4)) return false;
  sum.section += (sum.figure ?? 1) * place;
  sum.figure = undefined;
  sum.place = place;
  sum.zero = false;
  return true;
}

function closeSection(sum: Sum, size: 1e4 | 1e8, first: boolean): boolean {
  // 两亿三千: a figure right behind 亿 counts what it says.
  const counted = sum.place >= 1e4 ? sum.section + (sum.figure ?? 0) : sectionOf(sum);
  sum.section = 0;
  sum.figure = undefined;
  sum.zero = false;
  sum.place = size;
  if (size === 1e4) {
    if (sum.tenThousands > 0 || (counted === 0 && !first)) return false;
    sum.tenThousands = (counted === 0 ? 1 : counted) * size;
    return true;
  }
  if (sum.hundredMillions > 0 || (counted === 0 && sum.tenThousands === 0 && !first)) return false;
  sum.hundredMillions = Math.max(1, sum.tenThousands + counted) * size;
  sum.tenThousands = 0;
  return true;
}
