import { once } from "../../text/once.ts";
import { chineseSmallTalk } from "./chinese.ts";
import { smallTalkElsewhere } from "./elsewhere.ts";
import { englishSmallTalk } from "./english.ts";
import { addPhrase, createNode, phrasesAt } from "./phrase-graph.ts";
import type { SmallTalk } from "./phrases.ts";
import { simplifySmallTalk } from "./simplify-small-talk.ts";

/** What a text says that holds nothing but small talk. */
export type SmallTalkKind = "talk" | "greeting";

/** Nobody chats at such length; in words, an ideograph counting as one. */
const MOST_WORDS = 60;

/**
 * Tells what a text says where all of its words are small talk; gives nothing where a word is left over, or where all of
 * them only stand beside others (`bot`, `very`, 机器人).
 */
export function parseSmallTalk(text: string): SmallTalkKind | undefined {
  const { root, known } = tableOf();
  const words = wordsOf(text).map((word) => shorten(word, known));
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  // The parse of the words before each place with the fewest phrases.
  const parses: (Parse | undefined)[] = [{ phrases: 0, says: undefined }];
  for (const start of words.keys()) {
    const before = parses[start];
    if (!before) continue;
    const take = (end: number, kind: Kind): void => {
      const phrases = before.phrases + 1;
      if (phrases < (parses[end]?.phrases ?? Infinity)) parses[end] = { phrases, says: joinKinds(before.says, kind) };
    };
    for (const { end, says } of phrasesAt(root, words, start)) take(end, says);
    if (LAUGH.test(words[start] ?? "")) take(start + 1, "talk");
  }
  return parses[words.length]?.says;
}

type Kind = SmallTalkKind | "beside";

interface Parse {
  readonly phrases: number;
  readonly says: SmallTalkKind | undefined;
}

/** Who greets and thanks waits for an answer all the same. */
function joinKinds(said: SmallTalkKind | undefined, kind: Kind): SmallTalkKind | undefined {
  if (kind === "beside") return said;
  return said === "greeting" ? said : kind;
}

/** Words in lower case; each ideograph is one. */
function wordsOf(text: string): string[] {
  const plain = simplifySmallTalk(text.normalize("NFKC").toLowerCase());
  return plain.match(/\+1(?!\d)|\p{Script=Han}|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/gv) ?? [];
}

const tableOf = once(() => {
  const root = createNode<Kind>();
  const known = new Set<string>();
  const note = (text: string): string[] => {
    const words = wordsOf(text);
    for (const word of words) known.add(word);
    return words;
  };
  const all: readonly SmallTalk[] = [englishSmallTalk, chineseSmallTalk, smallTalkElsewhere];
  for (const says of ["greeting", "talk", "beside"] as const) {
    for (const table of all) for (const pattern of table[says]) addPhrase(root, { pattern, says, wordsOf: note });
  }
  return { root, known };
});

/** Gives the word that is drawn out: `thaaanks`, `soooo`. */
function shorten(word: string, known: ReadonlySet<string>): string {
  if (known.has(word) || !/(\p{L})\1\1/u.test(word)) return word;
  const draw = (to: string): string => word.replaceAll(/(\p{L})\1{2,}/gu, to);
  const spellings = [draw("$1"), draw("$1$1"), word.replaceAll(/(\p{L})\1+/gu, "$1")];
  return spellings.find((spelling) => known.has(spelling)) ?? word;
}

/** Laughs, however long, and the figures that laugh or praise in Chinese chats: 233, 666. */
const LAUGH =
  /^(?:(?:a?h[aeiou]+){2,}h?|lo+l(?:ol)*z*|lm+f?a+o+|ro+fl+|x+d+|k{3,}|h{3,}|e?m{2,}|hm+|um+|ah+|oh+|uh+|ooh+|aw+|wo+w+|wo+a+h+|yay+|6{3,}|23{2,}|w{4,}|z{3,}|(?:ja){2,}|(?:ха){2,})$/u;
