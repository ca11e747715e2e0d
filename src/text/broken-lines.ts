import { type Folded, FoldedBuilder } from "./folded.ts";

/**
 * Joins what a line's end broke in two: ideographs, and words with a hyphen at it.
 *
 *     the appren-⏎tice  →  the apprentice
 *     well-⏎Known       →  well-known
 *     一把茶⏎壶          →  一把茶壶
 *
 * Only one line break with the spaces around it is left out: an empty line parts paragraphs. A hyphen goes too where a
 * small letter follows, or a capital one in a word of capitals: `cutLatin` finds the parts again by the gap.
 */
export function joinLines(folded: Folded, source: string): Folded {
  const { text, starts } = folded;
  if (!/[\r\n]/u.test(text)) return folded;
  const joined = new FoldedBuilder(text.length);
  let last = 0;
  for (const { 0: gap, index } of text.matchAll(LINE_END)) {
    const end = index + gap.length;
    const hyphen = gap.startsWith("-") ? 1 : 0;
    const sides = { before: text.slice(Math.max(0, index - 2), index), behind: text.slice(end, end + 2) };
    if (!(hyphen === 1 ? isHyphenated(sides) : isOneText(sides))) continue;
    const keepsHyphen = hyphen === 1 && !isOneWord(source, starts, { before: index - 1, behind: end });
    joined.appendFolded(folded, last, index + (keepsHyphen ? 1 : 0));
    last = end;
  }
  if (last === 0) return folded;
  joined.appendFolded(folded, last, text.length);
  return joined.build();
}

/** Looks back first, so that a long run of spaces is not tried from every one of them. */
const LINE_END = /(?<![^\S\r\n])(?:-[^\S\r\n]{0,3})?[^\S\r\n]{0,16}(?:\r\n|\r|\n)[^\S\r\n]{0,32}(?=\S)/gu;

interface Sides {
  readonly before: string;
  readonly behind: string;
}

function isHyphenated({ before, behind }: Sides): boolean {
  return /[\p{Script=Latin}\p{N}]$/u.test(before) && /^[\p{Script=Latin}\p{N}]/u.test(behind);
}

function isOneText({ before, behind }: Sides): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(before) && EAST_ASIAN_FIRST.test(behind);
}

const EAST_ASIAN_FIRST = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Folding took the case away: it is read from the source. */
function isOneWord(
  source: string,
  starts: Uint32Array,
  at: { readonly before: number; readonly behind: number },
): boolean {
  const last = source.charAt(starts[at.before] ?? 0);
  const next = source.charAt(starts[at.behind] ?? 0);
  if (/\p{Ll}/u.test(next)) return /\p{Script=Latin}/u.test(last);
  const second = source.charAt((starts[at.behind] ?? 0) + 1);
  return /\p{Lu}/u.test(last) && /\p{Lu}/u.test(next) && /\p{Lu}/u.test(second);
}
