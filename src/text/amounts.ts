import { isDigit, isLetter, readLetters, skipSpace } from "./characters.ts";
import { digitOf, readChineseNumeral, skipChineseNumeral } from "./chinese-numerals.ts";
import { readEnglishNumeral, scaleOf } from "./english-numerals.ts";

/** A number without its unit. */
export interface Amount {
  readonly value: number;
  readonly end: number;
  /** `figures` are ASCII digits; `single` is one ideograph such as 三; `places` any other Chinese numeral. */
  readonly form: "figures" | "single" | "places" | "words";
  /** The power of ten that 万, 亿, million … multiply by; 0 where nothing does. */
  readonly exponent: number;
}

const FIGURES = /\d{1,3}(?:,\d{3}){1,6}(?!\d)(?:\.\d{1,15}(?!\d))?|\d{1,18}(?!\d)(?:\.\d{1,15}(?!\d))?/y;
const CHINESE_SCALE = /[十百千]?万亿|[十百千]?亿|[十百千]?万|千(?![克米瓦赫卡帕伏焦字])|百(?!分|年|度|货|家)/y;
/** `m` and `b` for million and billion stand behind money only: 70b is a model, 5m a length. */
const SHORT_SCALE = /(?:bn|tn|trn|mn|mln)(?![a-z\d])/y;
const MONEY_SCALE = /[kmbt](?![a-z\d])/y;

/** 20万两 counts taels. */
const COUNTED = /^两(?:[^十百千万亿]|$)/u;

const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ["十", 1],
  ["百", 2],
  ["千", 3],
  ["万", 4],
  ["亿", 8],
  ["k", 3],
  ["m", 6],
  ["mn", 6],
  ["mln", 6],
  ["b", 9],
  ["bn", 9],
  ["t", 12],
  ["tn", 12],
  ["trn", 12],
]);

/** Reads an amount in figures, ideographs or English words; `money` allows `$5m`. */
export function readAmount(text: string, at: number, money = false): Amount | undefined {
  if (isDigit(text, at)) return readFigures(text, at, money);
  if (isLetter(text, at)) {
    const numeral = readEnglishNumeral(text, at);
    return numeral && { ...numeral, form: "words", exponent: 0 };
  }
  return readIdeographs(text, at);
}

/** The end of a run of digits with points, commas and colons between them: `1.2.3`, or more digits than a number has. */
export function skipFigures(text: string, at: number): number {
  let end = at;
  while (isDigit(text, end) || (/[.,:]/u.test(text.charAt(end)) && isDigit(text, end + 1))) end += 1;
  return end;
}

function readFigures(text: string, at: number, money: boolean): Amount | undefined {
  FIGURES.lastIndex = at;
  const figures = FIGURES.exec(text)?.[0];
  if (figures === undefined) return undefined;
  const end = at + figures.length;
  // A second point makes a version of it: 1.2.3.
  if (text.charAt(end) === "." && isDigit(text, end + 1)) return undefined;
  const plain = figures.replaceAll(",", "");
  const scale = readScale(text, end, money);
  if (!scale) return { value: Number(plain), end, form: "figures", exponent: 0 };
  const amount = {
    value: shift(plain, scale.exponent),
    end: scale.end,
    form: "figures",
    exponent: scale.exponent,
  } as const;
  const rest = isDigit(text, scale.end) ? readFigures(text, scale.end, false) : undefined;
  // 1亿2000万 goes on where the scales fall.
  if (!rest || rest.exponent === 0 || rest.exponent >= scale.exponent) return amount;
  return { ...amount, value: amount.value + rest.value, end: rest.end };
}

function readIdeographs(text: string, at: number): Amount | undefined {
  const numeral = readChineseNumeral(text, at);
  if (!numeral || numeral.form === "string") return undefined;
  const form = numeral.form === "digit" ? "single" : "places";
  if (text.charAt(numeral.end) !== "点") return { value: numeral.value, end: numeral.end, form, exponent: 0 };
  let end = numeral.end + 1;
  let decimals = "";
  for (
    let digit = digitOf(text.charAt(end));
    digit !== undefined && decimals.length < 12;
    digit = digitOf(text.charAt(end))
  ) {
    decimals += digit;
    end += 1;
  }
  // 三点五十分 and 三点五分 are times of the day.
  if (decimals === "" || /[十分刻]/u.test(text.charAt(end)))
    return { value: numeral.value, end: numeral.end, form, exponent: 0 };
  const plain = `${numeral.value}.${decimals}`;
  const scale = readScale(text, end, false);
  if (!scale) return { value: Number(plain), end, form: "places", exponent: 0 };
  return { value: shift(plain, scale.exponent), end: scale.end, form: "places", exponent: scale.exponent };
}

function readScale(
  text: string,
  at: number,
  money: boolean,
): { readonly exponent: number; readonly end: number } | undefined {
  const from = skipSpace(text, at);
  CHINESE_SCALE.lastIndex = from;
  const chinese = CHINESE_SCALE.exec(text)?.[0];
  if (chinese !== undefined) {
    const end = from + chinese.length;
    // 5万一千 and 3百五十 mix figures and ideographs as nobody does on purpose.
    if (skipChineseNumeral(text, end) > end && !COUNTED.test(text.slice(end, end + 2))) return undefined;
    return { exponent: exponentOf([...chinese]), end };
  }
  const hyphenated = text.charAt(at) === "-" ? at + 1 : from;
  const word = readLetters(text, hyphenated);
  const scale = scaleOf(word);
  if (scale !== undefined) return { exponent: Math.log10(scale), end: hyphenated + word.length };
  // 10k is a number, 4k a screen.
  const thousands = isDigit(text, at - 2);
  for (const pattern of money || (thousands && word === "k") ? [SHORT_SCALE, MONEY_SCALE] : [SHORT_SCALE]) {
    pattern.lastIndex = from;
    const short = pattern.exec(text)?.[0];
    if (short !== undefined) return { exponent: exponentOf([short]), end: from + short.length };
  }
  return undefined;
}

function exponentOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + (EXPONENTS.get(part) ?? 0), 0);
}

/** Multiplies by a power of ten on the figures themselves, so that 1.1万 is 11000 and no more. */
function shift(figures: string, exponent: number): number {
  return Number(`${figures}e${exponent}`);
}
