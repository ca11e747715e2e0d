/** A longer label is cut off on phones; a sign in it takes the room of several letters. */
const mostCharacters = 38;
const mostBesideSign = 34;
const sign = /\p{Extended_Pictographic}|[◀▶]/u;

/** Tells how many characters of a button's label nobody gets to read. */
export function charactersCutOff(label: string): number {
  return Math.max(0, Array.from(label).length - (sign.test(label) ? mostBesideSign : mostCharacters));
}
