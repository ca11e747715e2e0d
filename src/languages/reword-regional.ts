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
  let result: FoldedBuilder | undefined;
  let copied = 0;
  for (let at = 0; at < text.length;) {
    const found = wordAt(text, at, rewording);
    if (!found) {
      at += 1;
      continue;
    }
    const { length, other } = found;
    result ??= new FoldedBuilder(text.length);
    result.appendFolded(folded, copied, at);
    for (let unit = 0; unit < other.length; unit += 1) {
      const one = other.length === length ? at + unit : undefined;
      result.append(other.charAt(unit), starts[one ?? at] ?? 0, ends[one ?? at + length - 1] ?? 0);
    }
    at += length;
    copied = at;
  }
  if (!result) return folded;
  result.appendFolded(folded, copied, text.length);
  return result.build();
}

/** The longest word at a place that has another name, and that name. */
function wordAt(
  text: string,
  at: number,
  { regional, isKnown, takesShared }: Rewording,
): { readonly length: number; readonly other: string } | undefined {
  if (text.charCodeAt(at) < FIRST_HAN) return undefined;
  const longest = Math.min(LONGEST_WORD, regional.longestAt(text, at), text.length - at);
  if (longest < 2 || !HAN.test(text.charAt(at))) return undefined;
  for (let length = longest; length > 1; length -= 1) {
    const word = text.slice(at, at + length);
    const others = regional.find(word).filter(({ mutual, text: other }) => (mutual || takesShared) && isKnown(other));
    const [first] = others;
    if (first && !isKnown(word)) return { length, other: first.text };
  }
  return undefined;
}

const HAN = /\p{Script=Han}/u;
/** No ideograph comes before it. */
const FIRST_HAN = 0x2e_80;
