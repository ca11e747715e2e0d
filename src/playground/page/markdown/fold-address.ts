/** Longer ones are folded, in characters. */
const longest = 60;
/** Of a folded one its end is shown so far. */
const end = 16;

/**
 * Writes an address for people: its letters as they are read, and the middle of a long one as `…`.
 *
 *     https://example.org/文章/…/last-part.html
 */
export function foldAddress(address: string): string {
  const characters = Array.from(readable(address));
  if (characters.length <= longest) return characters.join("");
  return [...characters.slice(0, longest - end - 1), "…", ...characters.slice(-end)].join("");
}

/** What is no text, or would end the address or hide a part of it, stays as it is written. */
function readable(address: string): string {
  try {
    const text = decodeURI(address);
    return /[\s\p{C}"<>]/u.test(text) ? address : text;
  } catch {
    return address;
  }
}
