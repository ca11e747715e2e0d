/** Gives nothing where a byte makes no character. */
export function decodeWhole(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How much of a text is looked at. */
const LOOKED_AT = 32_768;
/** How much of it must be of the kind that is expected. */
const LEAST_SHARE = 0.9;

/** Whether what was read looks like something that was written: letters, of scripts that go together, without control characters. */
export function looksWritten(text: string, isEastAsian: boolean): boolean {
  const sample = text.slice(0, LOOKED_AT);
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u0084\u0086-\u009f\ufffd\ufffe]/u.test(text)) return false;
  const letters = sample.match(/[^\p{ASCII}]/gu) ?? [];
  const pattern = isEastAsian
    ? /[\p{Script=Han}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Latin}\p{P}\p{S}\p{N}\u3000-\u30ff\uff00-\uff5e]/u
    : /[\p{L}\p{M}\p{P}\p{Zs}\p{Sc}§©®°±×÷²³¹½¼¾™]/u;
  const fitting = letters.filter((letter) => pattern.test(letter) && !/\p{Co}/u.test(letter)).length;
  return fitting >= letters.length * LEAST_SHARE && /[\p{L}\p{N}]/u.test(sample);
}
