const WIDTHLESS = /[\p{M}\p{Cf}]/u;
/** First and last code units of what takes two columns. */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
];
const LAST_PLAIN = 0x7e;

/** Counts columns as a fixed-width page shows them: ideographs, full-width signs and emoji take two, marks none. */
export function columns(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit <= LAST_PLAIN) count += 1;
    else if (isWide(unit)) count += 2;
    else if (isPair(unit, text.charCodeAt(index + 1))) {
      count += 2;
      index += 1;
    } else if (!WIDTHLESS.test(text.charAt(index))) count += 1;
  }
  return count;
}

function isWide(unit: number): boolean {
  return WIDE.some(([first, last]) => unit >= first && unit <= last);
}

function isPair(unit: number, next: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}
