import { isDigit } from "./characters.ts";
import { digitOf } from "./numeral-characters.ts";
import type { Unit } from "./units.ts";

const FIGURE = "[0-9一二两三四五六七八九壹贰叁参肆伍陆柒捌玖]";
const COINS = new RegExp(`(?:(${FIGURE})[角毛](?:钱)?)?(?:[零〇]?(${FIGURE})分(?![之钟期店类别公部]))?`, "uy");
/** 三块五; 三块五香豆腐 goes on otherwise. */
const SHORT = new RegExp(String.raw`(${FIGURE})(?:钱|(?=[的吧左一])|(?![\p{L}\p{N}.%]))`, "uy");

/** Reads what stands behind 元 or 块 in tenths and hundredths: 三元五角, 捌角玖分, 12块8. */
export function readCoins(
  text: string,
  { unit, end }: Unit,
): { readonly value: number; readonly unit: string; readonly end: number } | undefined {
  const mark = text.charAt(end - 1);
  if (mark !== "元" && mark !== "圆" && mark !== "块") return undefined;
  const currency = mark === "块" ? "currency:yuan" : unit;
  const [all = "", tenths, hundredths] = exec(COINS, text, end);
  if (all !== "") {
    const value = valueOf(tenths) / 10 + valueOf(hundredths) / 100;
    return { value, unit: currency, end: end + all.length };
  }
  const [short, figure] = mark === "块" ? exec(SHORT, text, end) : [];
  return short === undefined ? undefined : { value: valueOf(figure) / 10, unit: currency, end: end + short.length };
}

function exec(pattern: RegExp, text: string, at: number): readonly (string | undefined)[] {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [];
}

function valueOf(figure: string | undefined): number {
  if (figure === undefined) return 0;
  return isDigit(figure, 0) ? Number(figure) : (digitOf(figure) ?? 0);
}
