interface Fraction {
  readonly value: number;
  readonly end: number;
}

/** `1/2`; behind the sign of a single character such as ½, which folds to `1⁄2`, any divisor. */
const QUOTIENT = /(\d{1,2})(?:\/(10|12|16|[2-9])|⁄(\d{1,2}))(?![\d/⁄]|\.\d)/y;
const ADDED_FIGURES = /(?: |又| and |-(?=\d\/\d))(?=\d)/y;
const ADDED_WORDS =
  /[ -](?:and|&)[ -](?:an?[ -](half|quarter)|(one|two|three)[ -](half|third|quarter|fourth|fifth|eighth|tenth)s?)(?![a-z])/y;

const DIVISORS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halve", 2],
  ["third", 3],
  ["quarter", 4],
  ["fourth", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["seventh", 7],
  ["eighth", 8],
  ["ninth", 9],
  ["tenth", 10],
]);
const NUMERATORS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** How many parts a whole has that are called so: 3 for `third` and `thirds`. */
function divisorOf(word: string): number | undefined {
  return DIVISORS.get(word) ?? (word.endsWith("s") ? DIVISORS.get(word.slice(0, -1)) : undefined);
}

/** Reads a fraction in figures that begins at `at` and is less than one. */
export function readQuotient(text: string, at: number): Fraction | undefined {
  QUOTIENT.lastIndex = at;
  const match = QUOTIENT.exec(text);
  if (!match) return undefined;
  const [numerator, divisor] = [Number(match[1]), Number(match[2] ?? match[3])];
  return numerator > 0 && numerator < divisor ? { value: numerator / divisor, end: at + match[0].length } : undefined;
}

/** Reads the fraction behind a whole number that ends at `at`: ` 1⁄2`, 又1/2, ` and a half`, `-and-a-half`. */
export function readAddedFraction(text: string, at: number): Fraction | undefined {
  ADDED_FIGURES.lastIndex = at;
  const link = ADDED_FIGURES.exec(text)?.[0];
  if (link !== undefined) return readQuotient(text, at + link.length);
  ADDED_WORDS.lastIndex = at;
  const words = ADDED_WORDS.exec(text);
  if (!words) return undefined;
  const divisor = DIVISORS.get(words[1] ?? words[3] ?? "");
  const numerator = words[1] === undefined ? NUMERATORS.indexOf(words[2] ?? "") : 1;
  return divisor === undefined ? undefined : { value: numerator / divisor, end: at + words[0].length };
}

const ONE_HALF_OF =
  /half (?:of )?(?:the|its|their|our|all|his|her|my|your|these|those|this|that|them|us)(?![a-z])|half of(?= )/y;
const NOT_OF_A_WHOLE = /(?:first|second|last|other|latter|former|each|top|bottom|better|early|late|\dst|\dnd)[ -]$/;
const MEASURED = /(?:by|about|around|almost|nearly|over|under|than|roughly|approximately|least|only|just) $/;
const PARTS = /(an?|one|two|three|four|five|six|seven|eight|nine)[ -]([a-z]{4,8})(?![a-z])/y;
const SINGULAR_NOUN =
  /^[ -](?:part|party|person|place|time|world|class|grade|floor|year|day|month|week|quarter|generation|reading|wave|base|rail)/;

/** Reads the part of a whole that is told in words: `half of the`, `two thirds`, `one-fifth`, `a quarter of`. */
export function readShare(text: string, at: number): Fraction | undefined {
  if (text.startsWith("half", at)) {
    ONE_HALF_OF.lastIndex = at;
    const isShare = ONE_HALF_OF.test(text) && !NOT_OF_A_WHOLE.test(text.slice(Math.max(0, at - 8), at));
    return isShare ? { value: 0.5, end: at + 4 } : undefined;
  }
  PARTS.lastIndex = at;
  const match = PARTS.exec(text);
  const [all = "", numeral = "", part = ""] = match ?? [];
  const divisor = divisorOf(part);
  if (divisor === undefined) return undefined;
  const end = at + all.length;
  const rest = text.slice(end, end + 12);
  const hyphenated = all.includes("-");
  const numerator = Math.max(1, NUMERATORS.indexOf(numeral));
  // Three quarters may be nine months; a third may be one more.
  const unsure = part.startsWith("quarter") || part.startsWith("hal") || numeral.startsWith("a");
  if (numerator >= divisor || numerator > 1 !== part.endsWith("s")) return undefined;
  const isMeasured =
    numeral.startsWith("a") && MEASURED.test(text.slice(Math.max(0, at - 14), at)) && !/^ [a-z]/.test(rest);
  const isOf = /^ of(?! (?:growth|losses|profit))(?![a-z])/.test(rest);
  if (unsure && !isOf && !isMeasured && !(hyphenated && !numeral.startsWith("a"))) return undefined;
  return numerator === 1 && SINGULAR_NOUN.test(rest) ? undefined : { value: numerator / divisor, end };
}

const RATIO = /(?: out of| in)(?: every)? /y;

/** The end of what joins the two numbers of a ratio: `one in five`, `9 out of 10`. */
export function skipRatioLink(text: string, at: number): number | undefined {
  RATIO.lastIndex = at;
  return RATIO.test(text) ? RATIO.lastIndex : undefined;
}
