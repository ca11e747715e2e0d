const DIGITS = "零一二三四五六七八九";
const UNITS: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** Reads a number in Chinese characters: 十二, 一百零五, and digit by digit 一〇五; others give NaN. */
export function chineseNumber(written: string): number {
  const text = written.replaceAll("〇", "零").replace(/[两兩]/gu, "二");
  if (![...UNITS.keys()].some((unit) => text.includes(unit))) {
    return Number([...text].map((digit) => DIGITS.indexOf(digit)).join(""));
  }
  let [sum, digit, smallest] = [0, Number.NaN, 10_000];
  for (const character of text) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      digit = DIGITS.indexOf(character);
      continue;
    }
    if (unit >= smallest) return Number.NaN;
    sum += (Number.isNaN(digit) || digit === 0 ? 1 : digit) * unit;
    [digit, smallest] = [Number.NaN, unit];
  }
  return sum + (Number.isNaN(digit) ? 0 : digit);
}
