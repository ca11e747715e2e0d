const ROMAN = /^(?=[mdclxvi])(m{0,3})(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
const LONGEST = 15;
const LETTERS: ReadonlyMap<string, number> = new Map([
  ["i", 1],
  ["v", 5],
  ["x", 10],
  ["l", 50],
  ["c", 100],
  ["d", 500],
  ["m", 1000],
]);

/** The value of a Roman numeral from I to MMMCMXCIX in capitals or small letters, written as the rules want it: not IIII, not iV. */
export function readRoman(written: string): number | undefined {
  const text = written.normalize("NFKC");
  const folded = text.toLowerCase();
  if (folded.length > LONGEST || (text !== folded && text !== text.toUpperCase()) || !ROMAN.test(folded))
    return undefined;
  const values = [...folded].map((letter) => LETTERS.get(letter) ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
