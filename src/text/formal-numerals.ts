import { isIdeograph } from "./characters.ts";

/** Formal numerals that are words as well: 参加, 大陆, 队伍, 放肆, 收拾. */
const WORDS = new Set("参陆伍肆拾");
const FORMAL = new Set("壹贰叁参肆伍陆柒捌玖拾佰仟");
const PLACES = new Set("拾佰仟十百千万亿");
/** What else follows a formal numeral: money, and what contracts count. */
const COUNTED = new Set("元圆角整正个日天年月份人名项期");
/** Ideographs that a formal numeral stands right behind; behind any other, 陆 or 参 ends a word. */
const BEFORE = new Set("币元圆角计款金额付合为是共约达至到价费收支以仅逾超近各即按给交纳缴于期在后满");

/** Tells whether a character that may be a formal numeral is one where it stands; true for all others. */
export function isFormalNumeral(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (!WORDS.has(character)) return true;
  const before = text.charAt(at - 1);
  if (before === "第") return true;
  const next = text.charAt(at + 1);
  const leads = PLACES.has(next) || COUNTED.has(next) || (character === "拾" && FORMAL.has(next));
  if (FORMAL.has(before)) return true;
  if (isInside(before)) return leads || !isIdeograph(text, at + 1);
  if (!leads || (character === "拾" && before === "收")) return false;
  return !isIdeograph(text, at - 1) || BEFORE.has(before);
}

function isInside(before: string): boolean {
  return PLACES.has(before) || before === "零" || before === "〇";
}
