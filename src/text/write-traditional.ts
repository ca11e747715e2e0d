import type { DictLike } from "opencc-js/core";
import { configs } from "opencc-js/preset/cn2t";
import { once } from "./once.ts";

/**
 * Writes Simplified text in Traditional characters as they are used in Taiwan, by OpenCC's dictionaries; words stay what they
 * are. Loading takes some 50 ms at the first use.
 *
 * Of the phrases only those are kept that are not written as their characters one by one are: OpenCC's own trie of all of
 * them would take 24 MB.
 */
export function writeTraditional(text: string): string {
  const { characters, phrases, longest } = load();
  let written = "";
  for (let at = 0; at < text.length;) {
    const length = lengthOfPhrase(text, at);
    const found = length === 0 ? undefined : phrases.get(text.slice(at, at + length));
    const character = text.charAt(at);
    written += found ?? characters.get(character) ?? character;
    at += found === undefined ? 1 : length;
  }
  return written;

  function lengthOfPhrase(whole: string, at: number): number {
    for (let length = Math.min(longest, whole.length - at); length > 1; length -= 1) {
      if (phrases.has(whole.slice(at, at + length))) return length;
    }
    return 0;
  }
}

interface Writing {
  readonly characters: ReadonlyMap<string, string>;
  readonly phrases: ReadonlyMap<string, string>;
  /** Code units of the longest phrase. */
  readonly longest: number;
}

const load = once((): Writing => {
  const [plain = [], variants = []] = (configs["s2tw"]?.conversionChain ?? []).map((step) =>
    [step].flat().flatMap((dictionary) => rowsOf(dictionary)),
  );
  const variant = new Map(variants.filter(([from]) => from.length === 1));
  const asInTaiwan = (text: string): string =>
    text.replaceAll(/./gu, (character) => variant.get(character) ?? character);
  const single = new Map(plain.filter(([from]) => from.length === 1));
  const isRegular = (from: string, to: string): boolean => {
    if (from.length !== to.length) return false;
    for (let at = 0; at < from.length; at += 1) {
      const character = from.charAt(at);
      if ((single.get(character) ?? character) !== to.charAt(at)) return false;
    }
    return true;
  };
  const irregular = plain.filter(([from, to]) => from.length > 1 && to !== "" && !isRegular(from, to));
  return {
    characters: new Map([...variant, ...Array.from(single, ([from, to]) => [from, asInTaiwan(to)] as const)]),
    phrases: new Map(irregular.map(([from, to]) => [from, asInTaiwan(to)])),
    longest: irregular.reduce((most, [from]) => Math.max(most, from.length), 1),
  };
});

function rowsOf(dictionary: DictLike | readonly DictLike[]): (readonly [string, string])[] {
  if (typeof dictionary === "string") {
    return dictionary.split("|").map((row) => {
      const [from = "", to = ""] = row.split(" ");
      return [from, to];
    });
  }
  return dictionary.flatMap((row) =>
    typeof row === "string" ? rowsOf(row) : [[String(row[0]), String(row[1])] as const],
  );
}
