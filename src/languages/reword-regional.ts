import { type Folded, FoldedBuilder } from "../text/folded.ts";
import type { SynonymTable } from "./synonym-table.ts";

/** In UTF-16 code units. */
const LONGEST_WORD = 12;

export interface Rewording {
  readonly regional: SynonymTable;
  /** Whether the text that is asked about has a word. */
  readonly isKnown: (word: string) => boolean;
  /** Whether words are taken that the Mainland has too: whoever writes Traditional means by 資料 what others call 数据. */
  readonly takesShared: boolean;
}

/**
 * Puts words of another region into a folded question, where the text has those and not the question's own. A word of
 * another length maps to its whole source.
 */
export function rewordRegional(folded: Folded, rewording: Rewording): Folded {
  const { text, starts, ends } = folded;
  const result = new FoldedBuilder();
  let isChanged = false;
  for (let at = 0; at < text.length;) {
    const { length, other } = wordAt(text, at, rewording) ?? { length: 1, other: undefined };
    if (other !== undefined) isChanged = true;
    const word = other ?? text.charAt(at);
    for (let unit = 0; unit < word.length; unit += 1) {
      const one = word.length === length ? at + unit : undefined;
      result.append(word.charAt(unit), starts[one ?? at] ?? 0, ends[one ?? at + length - 1] ?? 0);
    }
    at += length;
  }
  return isChanged ? result.build() : folded;
}

/** The longest word at a place that has another name, and that name. */
function wordAt(
  text: string,
  at: number,
  { regional, isKnown, takesShared }: Rewording,
): { readonly length: number; readonly other: string } | undefined {
  if (!HAN.test(text.charAt(at))) return undefined;
  for (let length = Math.min(LONGEST_WORD, text.length - at); length > 1; length -= 1) {
    const word = text.slice(at, at + length);
    const others = regional.find(word).filter(({ mutual, text: other }) => (mutual || takesShared) && isKnown(other));
    const [first] = others;
    if (first && !isKnown(word)) return { length, other: first.text };
  }
  return undefined;
}

const HAN = /\p{Script=Han}/u;
