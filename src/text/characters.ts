/** Tells whether an ASCII digit stands at `at`; past the ends of the text none does. */
export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** Tells whether a lower-case Latin, Greek or Cyrillic letter stands at `at`. */
export function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0x52f && code !== 0xf7);
}

/** Tells whether a common ideograph stands at `at`. */
export function isIdeograph(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x3400 && code <= 0x9fff) || code === 0x3007;
}

/** Steps over one space, as writers put between figures and ideographs: `100 亿`. */
export function skipSpace(text: string, at: number): number {
  return text.charCodeAt(at) === 0x20 ? at + 1 : at;
}

/** The ASCII letters that begin at `at`, at most `limit` of them. */
export function readLetters(text: string, at: number, limit = 16): string {
  let end = at;
  while (end - at < limit && text.charCodeAt(end) >= 0x61 && text.charCodeAt(end) <= 0x7a) end += 1;
  return text.slice(at, end);
}
