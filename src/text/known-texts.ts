/**
 * Makes a test for some texts that says no at once to most others.
 *
 * A look into a large set waits for the memory. Which lengths there are of texts that begin alike is held in few bytes.
 */
export function knownTexts(texts: Iterable<string>): (text: string) => boolean {
  const known = new Set(texts);
  const lengths = new Uint16Array(SORTS);
  for (const text of known) lengths[sortOf(text)] = (lengths[sortOf(text)] ?? 0) | lengthBit(text);
  return (text) => ((lengths[sortOf(text)] ?? 0) & lengthBit(text)) !== 0 && known.has(text);
}

/** So many sorts of first code units are told apart. */
const SORTS = 2 ** 13;

function sortOf(text: string): number {
  return text.charCodeAt(0) & (SORTS - 1);
}

/** One bit for each length, and one for all from 16 on. */
function lengthBit({ length }: string): number {
  return 1 << Math.min(15, length);
}
