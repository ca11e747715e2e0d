import { isDigit, readLetters, skipSpace } from "./characters.ts";

/** What multiplies the figures before it: 万, `million`, `bn`. */
export interface Scale {
  readonly factor: number;
  readonly end: number;
}

/** 30多万 is 30万 and more. */
const CHINESE =
  /[多余来]?([十百千]?万亿|[十百千]?亿|[十百千]?万|兆(?![瓦赫字比帕焦欧伏位]|[a-z])|千(?![克米瓦赫卡帕伏焦字])|百(?!分|年|度|货|家))/y;
const WORDS: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
/** `m` and `b` for million and billion stand behind money only: 70b is a model, 5m a length. */
const SHORT = /(?:bn|tn|trn|mn|mln)(?![a-z\d])/y;
const MONEY = /[kmbt](?![a-z\d])/y;

const FACTORS: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1e3],
  ["万", 1e4],
  ["亿", 1e8],
  ["兆", 1e12],
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["mln", 1e6],
  ["b", 1e9],
  ["bn", 1e9],
  ["t", 1e12],
  ["tn", 1e12],
  ["trn", 1e12],
]);

/** The factor that a word multiplies by: `million`, `dozen`. */
export function scaleOf(word: string): number | undefined {
  return WORDS.get(word);
}

/** Reads the scale behind figures that end at `at`; `money` allows `$5m`, two figures and more `10k`. */
export function readScale(
  text: string,
  at: number,
  { money, figures }: { readonly money: boolean; readonly figures: number },
): Scale | undefined {
  const from = skipSpace(text, at);
  CHINESE.lastIndex = from;
  const chinese = CHINESE.exec(text);
  if (chinese) return { factor: factorOf([...(chinese[1] ?? "")]), end: from + chinese[0].length };
  const hyphenated = text.charAt(at) === "-" ? at + 1 : from;
  const word = readLetters(text, hyphenated);
  const scale = scaleOf(word);
  if (scale !== undefined && !isDigit(text, hyphenated + word.length))
    return readSecond(text, { factor: scale, end: hyphenated + word.length });
  // 10k is a number, 4k a screen.
  for (const pattern of money || (figures > 1 && word === "k") ? [SHORT, MONEY] : [SHORT]) {
    pattern.lastIndex = from;
    const short = pattern.exec(text)?.[0];
    if (short !== undefined) return { factor: factorOf([short]), end: from + short.length };
  }
  return undefined;
}

/** 3 hundred thousand. */
function readSecond(text: string, first: Scale): Scale {
  const word = text.charAt(first.end) === " " ? readLetters(text, first.end + 1) : "";
  const second = scaleOf(word);
  return second === undefined || second < first.factor
    ? first
    : { factor: first.factor * second, end: first.end + 1 + word.length };
}

/** Multiplies; by a power of ten on the figures themselves, so that 1.1万 is 11000 and no more. */
export function multiply(figures: string, factor: number): number {
  const exponent = Math.log10(factor);
  return Number.isInteger(exponent) ? Number(`${figures}e${exponent}`) : Number(figures) * factor;
}

function factorOf(parts: readonly string[]): number {
  return parts.reduce((product, part) => product * (FACTORS.get(part) ?? 1), 1);
}
