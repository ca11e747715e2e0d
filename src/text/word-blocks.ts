/** Told of the parts of a text in their order. */
interface BlockReaders {
  /** What jieba cuts by its dictionary. */
  readonly inside: (from: number, to: number) => void;
  /** What stands between; there every character stands alone. */
  readonly between: (from: number, to: number) => void;
}

/** Reads a text as the blocks of ideographs, ASCII letters, digits and joints that jieba cuts by its dictionary. */
export function eachBlock(text: string, { inside, between }: BlockReaders): void {
  for (let from = 0; from < text.length;) {
    const isInside = isInBlock(text, from);
    let to = from + 1;
    while (to < text.length && isInBlock(text, to) === isInside) to += 1;
    if (isInside) inside(from, to);
    else between(from, to);
    from = to;
  }
}

/** Whether what stands at a place, be it the second half of a character, is of a block. */
function isInBlock(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return ASCII_IN_BLOCK[unit] === 1;
  if (isCommonHan(unit)) return true;
  if (unit >> 10 === 0x37 && at > 0 && text.charCodeAt(at - 1) >> 10 === 0x36) return isBlockHan(text, at - 1);
  return unit >> 10 === 0x36 && isBlockHan(text, at);
}

const ASCII_IN_BLOCK = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  /[a-zA-Z0-9+#&._%-]/.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** Whether an ideograph begins at a place that jieba takes for one: those of the later blocks are none to it. */
export function isBlockHan(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0;
  if (point <= 0xff_ff) return isCommonHan(point);
  return (
    (point >= 0x2_00_00 && point <= 0x2_a6_df) ||
    (point >= 0x2_a7_00 && point <= 0x2_eb_ef) ||
    (point >= 0x2_f8_00 && point <= 0x2_fa_1f)
  );
}

function isCommonHan(unit: number): boolean {
  return (
    (unit >= 0x34_00 && unit <= 0x4d_bf) || (unit >= 0x4e_00 && unit <= 0x9f_ff) || (unit >= 0xf9_00 && unit <= 0xfa_ff)
  );
}
