import { trimSpan } from "../../text/span.ts";

/** What closes each quotation mark; some languages close with what others open with. */
const CLOSINGS: Readonly<Record<string, string>> = {
  "“": "”“",
  "”": "”",
  "„": "“”",
  "‘": "’‘",
  "’": "’",
  "‚": "‘’",
  "«": "»",
  "»": "«»",
  "‹": "›",
  "›": "‹›",
  "「": "」",
  "『": "』",
  "《": "》",
  "〈": "〉",
  "〝": "〞〟",
  '"': '"',
  "＂": "＂",
  "'": "'",
};
const MARK = /["'“”„‘’‚«»‹›「」『』《》〈〉〝〞〟＂]/gu;
/** Those that open as well as close. */
const EITHER = /["'“”‘’«»‹›＂]/u;
/** Nobody nests deeper; many marks that nothing closes take no longer each. */
const DEEPEST = 20;
const LETTER = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
/** What stands behind a mark that closes; nothing at the end. */
const CLOSE = /^$|\s|[\p{P}--[“‘「『《〈]]/v;
/** What people write behind the mark that closes a quotation, though it is their own sentence's. */
const BEHIND = /[.,;:。，；：、]/u;

/**
 * Takes away the quotation marks around a text, however many and whether or not they are closed.
 *
 * A mark that belongs to another one inside of the text stays: `“Go,” he said.`
 */
export function withoutOuterMarks(text: string): string {
  const partners = pairMarks(text);
  let { start: from, end: to } = trimSpan(text, { start: 0, end: text.length });
  for (;;) {
    const [first, last] = [partners.get(from), partners.get(to - 1)];
    if (from >= to) return "";
    if (first === to - 1) [from, to] = [from + 1, to - 1];
    else if (first === to - 2 && BEHIND.test(text.charAt(to - 1))) [from, to] = [from + 1, to - 2];
    else if (first === null) from += 1;
    else if (last === null) to -= 1;
    else return text.slice(from, to);
    ({ start: from, end: to } = trimSpan(text, { start: from, end: to }));
  }
}

/** Each mark with the place of its partner, or `null` where it has none. */
function pairMarks(text: string): ReadonlyMap<number, number | null> {
  const partners = new Map<number, number | null>();
  const open: number[] = [];
  for (const { index } of text.matchAll(MARK)) {
    if (isApostrophe(text, index)) continue;
    const opening = opens(text, index)
      ? undefined
      : open.slice(-DEEPEST).findLast((place) => isClosedBy(text, place, index));
    if (opening === undefined) {
      partners.set(index, null);
      if (CLOSINGS[text.charAt(index)] !== undefined) open.push(index);
      continue;
    }
    partners.set(opening, index).set(index, opening);
    open.splice(open.lastIndexOf(opening));
  }
  return partners;
}

function isClosedBy(text: string, opening: number, closing: number): boolean {
  return CLOSINGS[text.charAt(opening)]?.includes(text.charAt(closing)) === true;
}

function isApostrophe(text: string, index: number): boolean {
  return (
    /['‘’]/u.test(text.charAt(index)) && LETTER.test(text.charAt(index - 1)) && LETTER.test(text.charAt(index + 1))
  );
}

/** A mark that may do either opens where words follow and none stand right before. */
function opens(text: string, index: number): boolean {
  if (!EITHER.test(text.charAt(index))) return false;
  const [before, behind] = [text.charAt(index - 1), text.charAt(index + 1)];
  // Chinese has no spaces that would tell.
  if (/[“‘]/u.test(text.charAt(index)) && HAN.test(before + behind) && !CLOSE.test(behind)) return true;
  return (before === "" || /[\s([{—–“‘«‹"':]/u.test(before)) && /\S/u.test(behind) && !/[\s.,;:!?)\]}]/u.test(behind);
}
