/** What a forced line break (`<br>`) is written as while text is collected: white space of the source never is. */
export const LINE_BREAK = "\u2028";

const ONE_CHARACTER = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]|[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Makes lines of collected text: white space becomes one space, as browsers show it, and nothing where the source breaks
 * a line between ideographs; what has no width is dropped.
 */
export function tidyLines(text: string): string[] {
  return text.split(LINE_BREAK).map(tidyLine);
}

export function tidyLine(text: string): string {
  return text
    .replaceAll(/[\u00ad\u200b\u2060\ufeff]+/gu, "")
    .replaceAll(/[\t\n\f\r \u00a0]+/gu, (space, at: number, whole: string) =>
      /[\n\r]/u.test(space) && between(whole, at - 1) && between(whole, at + space.length) ? "" : " ",
    )
    .trim();
}

function between(whole: string, at: number): boolean {
  return ONE_CHARACTER.test(whole.charAt(at)) || /[\ud840-\ud88f]|[\udc00-\udfff]/.test(whole.charAt(at));
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Digits set above the line are a power: `10<sup>6</sup>` is no 106. */
export function raised(text: string): string {
  return text.trim().replaceAll(/[0-9+−-]/gu, (sign) => {
    if (sign === "+") return "⁺";
    return /[0-9]/u.test(sign) ? (RAISED[Number(sign)] ?? sign) : "⁻";
  });
}
