import type { WordingToken } from "../text/wording.ts";

/** Of how many words a compound is tried. */
const MOST_PARTS = 4;

/**
 * Joins the parts of every compound that either text writes as one word, so that `e-mail` and `email` have one skeleton.
 *
 * @param words skeletons of the words of both texts.
 */
export function joinCompounds(tokens: readonly WordingToken[], words: ReadonlySet<string>): WordingToken[] {
  const joined: WordingToken[] = [];
  for (let at = 0; at < tokens.length;) {
    const compound = longestCompound(tokens, at, words);
    const token = compound?.token ?? tokens[at];
    if (token) joined.push(token);
    at += compound?.length ?? 1;
  }
  return joined;
}

interface Compound {
  readonly token: WordingToken;
  /** In tokens, hyphens included. */
  readonly length: number;
}

function longestCompound(
  tokens: readonly WordingToken[],
  at: number,
  words: ReadonlySet<string>,
): Compound | undefined {
  const first = tokens[at];
  if (first?.kind !== "word" || !isLatin(first)) return undefined;
  let [skeleton, last] = [first.skeleton, first];
  let longest: Compound | undefined;
  for (let part = 1; part < MOST_PARTS; part += 1) {
    const [hyphen, next] = [tokens[at + 2 * part - 1], tokens[at + 2 * part]];
    if (hyphen?.skeleton !== "-" || !next || !isLatin(next)) break;
    if (hyphen.span.start !== last.span.end || next.span.start !== hyphen.span.end) break;
    skeleton += next.skeleton;
    last = next;
    if (!words.has(skeleton)) continue;
    const span = { start: first.span.start, end: last.span.end };
    longest = { token: { kind: "word", skeleton, span }, length: 2 * part + 1 };
  }
  return longest;
}

function isLatin({ kind, skeleton }: WordingToken): boolean {
  return kind === "word" && !/\p{Script=Han}/u.test(skeleton);
}
