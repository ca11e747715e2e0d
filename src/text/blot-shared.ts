/** Stands where something was taken out. */
const blot = "[…]";

/** Of what is compared no more is looked at: a message tells by its beginning what it is about. */
const longestText = 500;

/** So few UTF-16 units in a row may be shared by chance, where they are ASCII and where they are not. */
const [fewest, fewestBeyondAscii] = [8, 2];

/** Shorter texts are a part of everything. */
const shortestWhole = 3;

/**
 * Blots out of a text what it shares with others: whole texts, and longer stretches of them, whatever their case.
 *
 *     blotShared('custom id of 104 characters: 1:search:Is Tea Green', ["is tea green"])
 *     → 'custom id of 104 characters: 1:search:[…]'
 */
export function blotShared(text: string, others: readonly string[]): string {
  const [given, shown] = [others.map(fold), text.slice(0, longestText)];
  const folded = fold(shown);
  const parts: string[] = [];
  for (let at = 0; at < shown.length;) {
    const end = endOfShared(folded, at, given);
    if (end === at) parts.push(shown.charAt(at));
    else if (parts.at(-1) !== blot) parts.push(blot);
    at = Math.max(end, at + 1);
  }
  return parts.join("");
}

/** Where the longest stretch ends that begins here and stands in one of the texts; here where there is none. */
function endOfShared(text: string, at: number, others: readonly string[]): number {
  const least = (text.codePointAt(at) ?? 0) > 0x7f ? fewestBeyondAscii : fewest;
  const wholes = others.filter((other) => other.length >= shortestWhole && text.startsWith(other, at));
  let end = at + Math.max(0, ...wholes.map(({ length }) => length));
  for (let next = Math.max(end + 1, at + least); next <= text.length; next += 1) {
    const stretch = text.slice(at, next);
    if (!others.some((other) => other.includes(stretch))) break;
    end = next;
  }
  return end;
}

/** Without case, where that leaves every place where it was. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
