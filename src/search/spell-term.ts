/**
 * Spells a term so that MiniSearch finds it fast.
 *
 * MiniSearch keeps terms in a radix tree and looks through a node's children one by one. Ideographs begin thousands of
 * words, so each is spelt with four capitals, its code in base sixteen: no node then has more than sixteen children of
 * that kind. Folded terms hold no capitals, so that no two terms are spelt alike.
 */
export function spellTerm(term: string): string {
  let spelt = "";
  for (let at = 0; at < term.length; at += 1) {
    const code = term.charCodeAt(at);
    spelt += code < 0x80 ? term.charAt(at) : spellUnit(code);
  }
  return spelt;
}

const DIGITS = "ABCDEFGHIJKLMNOP";

function spellUnit(code: number): string {
  const digit = (shift: number): string => DIGITS.charAt((code >> shift) & 15);
  return digit(12) + digit(8) + digit(4) + digit(0);
}
