import type { DictLike } from "opencc-js/core";
import { Trie } from "opencc-js/core";
import { configs } from "opencc-js/preset/t2cn";
import { type Folded, FoldedBuilder } from "./folded.ts";
import { foldTypography } from "./typography.ts";

export type { Folded } from "./folded.ts";

/** Folds text so that equal words become equal strings: one typography, lower case, Simplified characters. */
export type Fold = (source: string, start?: number, end?: number) => Folded;

/**
 * Builds the folding function; loading the dictionaries takes some 20 ms.
 *
 * Traditional characters become Simplified ones, by OpenCC's own dictionaries and longest match. Words stay what they are:
 * that Taiwan's 網路 is the Mainland's 网络 is for the lexicon to know, since 資料 is not always 数据.
 */
export function createFold(): Fold {
  const simplifier = createSimplifier();
  return (source, start = 0, end = source.length) => simplify(foldTypography(source, start, end), simplifier);
}

interface Simplifier {
  readonly trie: Trie;
  /** 1 for the first code units of all the trie's words: most characters need no look-up. */
  readonly begins: Uint8Array;
}

/** Replaces Traditional characters by longest match; a phrase maps to its whole source. */
function simplify(folded: Folded, { trie, begins }: Simplifier): Folded {
  const { text } = folded;
  let result: FoldedBuilder | undefined;
  let copied = 0;
  for (let at = 0; at < text.length;) {
    const match = begins[text.charCodeAt(at)] === 1 ? trie.matchPrefix(text, at) : null;
    if (!match) {
      at += 1;
      continue;
    }
    result ??= new FoldedBuilder(text.length);
    result.appendFolded(folded, copied, at);
    appendPhrase(result, folded, { from: at, to: match.end, replacement: match.value });
    at = match.end;
    copied = at;
  }
  if (!result) return folded;
  result.appendFolded(folded, copied, text.length);
  return result.build();
}

/** Equal lengths map character by character; otherwise every new character stands for the whole phrase. */
function appendPhrase(
  result: FoldedBuilder,
  { starts, ends }: Folded,
  { from, to, replacement }: { readonly from: number; readonly to: number; readonly replacement: string },
): void {
  if (replacement.length !== to - from) {
    result.append(replacement, starts[from] ?? 0, ends[to - 1] ?? 0);
    return;
  }
  for (let unit = 0; unit < replacement.length; unit += 1) {
    result.append(replacement.charAt(unit), starts[from + unit] ?? 0, ends[from + unit] ?? 0);
  }
}

/** One trie for Traditional and for the characters of Taiwan and Hong Kong, each value already Simplified. */
function createSimplifier(): Simplifier {
  const { t2s, hk2s, tw2s } = configs;
  if (!t2s || !hk2s || !tw2s) throw new Error("opencc-js lacks one of its configurations t2s, hk2s, tw2s");
  const trie = new Trie();
  const plain = t2s.conversionChain.flat().toReversed().flatMap(entries);
  for (const [from, to] of plain) trie.addWord(from, to);
  const variants = [hk2s, tw2s]
    .flatMap(({ conversionChain }) => conversionChain.slice(0, 1).flat())
    .flatMap(entries)
    .map(([from, to]) => [from, trie.convert(to)] as const);
  for (const [from, to] of variants) trie.addWord(from, to);
  const words = [...plain, ...variants].map(([from]) => from);
  const begins = new Uint8Array(0x1_00_00);
  for (const word of words) begins[word.charCodeAt(0)] = 1;
  return { trie, begins };
}

/** Lower-cased, as the text they are looked for in. */
function entries(dictionary: DictLike): (readonly [string, string])[] {
  const rows = typeof dictionary === "string" ? dictionary.split("|").map((row) => row.split(" ")) : dictionary;
  return rows.map(([from = "", to = ""]) => [from.toLowerCase(), to.toLowerCase()]);
}
