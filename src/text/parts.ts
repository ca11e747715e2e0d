import { readShare } from "./fractions.ts";
import type { NumberQuantity } from "./quantity.ts";
import { scaleOf } from "./scales.ts";
import { readLetters } from "./characters.ts";
import { isMeasure, readUnit } from "./units.ts";

const HALF = /(?:an? |one[ -])?half(?:( an? )|[ -](?:of an? )?)/y;
const OF_A = / of an? /y;
const WHOLE = /an? /y;

/** The words that a part in words can begin with, beside `a` and numbers. */
export const partWords: readonly string[] = ["half", "an"];

/** Reads a part in words: `half a million`, `half an hour`, `an hour and a half`, `a quarter of a mile`, `two thirds`. */
export function readPart(text: string, at: number): NumberQuantity | undefined {
  return readHalf(text, at) ?? readAndHalf(text, at) ?? readPartOf(text, at);
}

function readHalf(text: string, at: number): NumberQuantity | undefined {
  HALF.lastIndex = at;
  const match = HALF.exec(text);
  if (!match) return undefined;
  const end = at + match[0].length;
  const scaled = readScaled(text, at, { value: 0.5, end });
  if (scaled) return scaled;
  const unit = match[1] === undefined ? undefined : readUnit(text, end - 1);
  if (unit && isMeasure(unit.unit)) return number(0.5, unit.unit, { start: at, end: unit.end });
  return /^half-(?:hour|mile|day|pound|inch|litre|liter|tonne|ton)(?![a-z])/.test(text.slice(end - 5, end + 6))
    ? number(0.5, readUnit(text, end - 1)?.unit ?? "", { start: at, end: end + readLetters(text, end).length })
    : undefined;
}

/** `million` behind a part, and the unit behind that. */
function readScaled(
  text: string,
  at: number,
  { value, end }: { readonly value: number; readonly end: number },
): NumberQuantity | undefined {
  const word = readLetters(text, end);
  const factor = scaleOf(word);
  if (factor === undefined) return undefined;
  const unit = readUnit(text, end + word.length);
  return number(value * factor, unit?.unit ?? "", { start: at, end: unit?.end ?? end + word.length });
}

/** `an hour and a half`. */
function readAndHalf(text: string, at: number): NumberQuantity | undefined {
  WHOLE.lastIndex = at;
  if (!WHOLE.test(text)) return undefined;
  const unit = readUnit(text, WHOLE.lastIndex - 1);
  return unit?.andHalf === true ? number(1.5, unit.unit, { start: at, end: unit.end }) : undefined;
}

/** `two thirds`, `a quarter of an hour`, `three quarters of a million`. */
function readPartOf(text: string, at: number): NumberQuantity | undefined {
  const share = readShare(text, at);
  if (!share) return undefined;
  const bare = number(share.value, "", { start: at, end: share.end });
  OF_A.lastIndex = share.end;
  if (!OF_A.test(text)) return bare;
  const end = OF_A.lastIndex;
  const unit = readUnit(text, end - 1);
  if (unit && isMeasure(unit.unit) && !unit.andHalf)
    return number(share.value, unit.unit, { start: at, end: unit.end });
  return readScaled(text, at, { value: share.value, end }) ?? bare;
}

function number(value: number, unit: string, span: { readonly start: number; readonly end: number }): NumberQuantity {
  return { kind: "number", value, unit, ...span };
}
