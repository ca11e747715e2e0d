import type { DictLike } from "opencc-js/core";
import { Trie } from "opencc-js/core";
import { configs } from "opencc-js/preset/t2cn";

/** Text made comparable, with the way back to the characters it came from. */
export interface Folded {
  readonly text: string;
  /** For each code unit of `text`, where its source begins and ends (UTF-16 offsets into the source). */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Folds text so that equal words become equal strings: NFKC, lower case, Traditional → Simplified. */
export type Fold = (source: string, start?: number, end?: number) => Folded;

/**
 * Builds the folding function; loading the dictionaries takes some 20 ms.
 *
 * Traditional characters become Simplified ones, Taiwan and Hong Kong words the Mainland's
 * (資料 → 数据, 軟體 → 软件), by OpenCC's own dictionaries and longest match.
 */
export function createFold(): Fold {
  const simplifier = createSimplifier();
  return (source, start = 0, end = source.length) => {
    return simplify(normalise(source, start, end), simplifier);
  };
}

interface Simplifier {
  readonly trie: Trie;
  /** The first code units of all the trie's words: most characters need no look-up. */
  readonly firstUnits: ReadonlySet<number>;
}

/** Collects folded code units with the spans they came from. */
class FoldedBuilder {
  private readonly pieces: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  append(piece: string, start: number, end: number): void {
    this.pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  build(): Folded {
    return {
      text: this.pieces.join(""),
      starts: Uint32Array.from(this.starts),
      ends: Uint32Array.from(this.ends),
    };
  }
}

/** One character with the marks that follow it. */
const CLUSTER = /\P{M}\p{M}{0,16}|\p{M}{1,16}/suy;

/** NFKC and lower case, one character with its marks at a time. */
function normalise(source: string, start: number, end: number): Folded {
  const folded = new FoldedBuilder();
  for (let at = start; at < end;) {
    if (isPlain(source.charCodeAt(at)) && (at + 1 >= end || isPlain(source.charCodeAt(at + 1)))) {
      folded.append(source.charAt(at).toLowerCase(), at, at + 1);
      at += 1;
      continue;
    }
    CLUSTER.lastIndex = at;
    const cluster = (CLUSTER.exec(source)?.[0] ?? source.charAt(at)).slice(0, end - at);
    // NFKC alone makes `1½` eleven halves.
    const apart = VULGAR_FRACTION.test(cluster) && isAsciiDigit(source.charCodeAt(at - 1)) ? " " : "";
    folded.append(apart + cluster.normalize("NFKC").toLowerCase(), at, at + cluster.length);
    at += cluster.length;
  }
  return folded.build();
}

const VULGAR_FRACTION = /^[¼-¾⅐-⅞↉]/u;

function isAsciiDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** ASCII and the common ideographs are their own NFKC, and no mark attaches to what comes before them. */
function isPlain(unit: number): boolean {
  return unit < 0x80 || (unit >= 0x4e00 && unit <= 0x9fff);
}

/** Replaces Traditional characters and regional phrases by longest match; a phrase maps to its whole source. */
function simplify(folded: Folded, { trie, firstUnits }: Simplifier): Folded {
  const result = new FoldedBuilder();
  const { text, starts, ends } = folded;
  for (let at = 0; at < text.length;) {
    const match = firstUnits.has(text.charCodeAt(at)) ? trie.matchPrefix(text, at) : null;
    if (!match) {
      result.append(text.charAt(at), starts[at] ?? 0, ends[at] ?? 0);
      at += 1;
      continue;
    }
    appendPhrase(result, folded, { from: at, to: match.end, replacement: match.value });
    at = match.end;
  }
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

/**
 * One trie for Taiwan's and Hong Kong's phrases and for plain Traditional, each value already Simplified.
 *
 * A regional word that is at the same time the Mainland's word for something else is left alone: Taiwan's 程式 is the
 * Mainland's 程序, so Taiwan's 程序 must not become 进程.
 */
function createSimplifier(): Simplifier {
  const { t2s, hk2sp, tw2sp } = configs;
  if (!t2s || !hk2sp || !tw2sp) throw new Error("opencc-js lacks one of its configurations t2s, hk2sp, tw2sp");
  const trie = new Trie();
  const plain = t2s.conversionChain.flat().toReversed().flatMap(entries);
  for (const [from, to] of plain) trie.addWord(from, to);
  const regional = [hk2sp, tw2sp]
    .flatMap(({ conversionChain }) => conversionChain.slice(0, 1).flat())
    .flatMap(entries)
    .map(([from, to]) => ({ from, simplified: trie.convert(from), to: trie.convert(to) }));
  const targets = new Set(regional.filter(({ simplified, to }) => simplified !== to).map(({ to }) => to));
  for (const { from, simplified, to } of regional) trie.addWord(from, targets.has(simplified) ? simplified : to);
  const words = [...plain.map(([from]) => from), ...regional.map(({ from }) => from)];
  return { trie, firstUnits: new Set(words.map((word) => word.charCodeAt(0))) };
}

/** Lower-cased, as the text they are looked for in. */
function entries(dictionary: DictLike): (readonly [string, string])[] {
  const rows = typeof dictionary === "string" ? dictionary.split("|").map((row) => row.split(" ")) : dictionary;
  return rows.map(([from = "", to = ""]) => [from.toLowerCase(), to.toLowerCase()]);
}
