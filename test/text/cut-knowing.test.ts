import fc from "fast-check";
import { expect, test } from "vitest";
import { cutKnowing } from "../../src/text/cut-knowing.ts";
import type { CutWays } from "../../src/text/word-cutter.ts";
import type { WordList } from "../../src/text/word-list.ts";

/** What a cutter finds whose dictionary has some words, and whose likeliest word is the whole text. */
function waysOf(text: string, listed: readonly string[]): CutWays {
  const [ends, lengths] = [new Uint32Array(text.length), new Uint16Array(text.length)];
  ends[0] = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const here = listed.filter((word) => text.startsWith(word, at));
    lengths[at] = here.reduce((bits, { length }) => bits | (1 << length), 0);
  }
  return { ends, lengths, guessed: new Set() };
}

function cut(text: string, listed: readonly string[]): string[] {
  const list: WordList = { find: () => undefined, wordsFrom: () => [], isSurname: () => false };
  const known = {
    has: (term: string) => listed.some((word) => word.includes(term)),
    hasWord: (word: string) => listed.includes(word),
  };
  return cutKnowing(text, { ways: waysOf(text, listed), list, isFunction: () => false, known });
}

test.for([
  { name: "a word at each of its places", text: "谷歌和谷歌", listed: ["谷歌"], words: ["谷歌", "和", "谷歌"] },
  { name: "a word that overlaps itself", text: "天天天天", listed: ["天天"], words: ["天天", "天天"] },
  {
    name: "words within one another",
    text: "言论自由论",
    listed: ["言论", "言论自由", "自由论"],
    words: ["言论", "自由论"],
  },
  {
    name: "a word behind a Latin one that begins alike",
    text: "xx谷歌xx",
    listed: ["谷歌", "xx"],
    words: ["xx", "谷歌", "xx"],
  },
])("finds $name", ({ text, listed, words }) => {
  expect(cut(text, listed)).toEqual(words);
});

test("takes the cheapest way, whatever words begin and end where", () => {
  const letters = fc.constantFrom("天", "地", "人");
  const word = fc.string({ unit: letters, minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.string({ unit: letters, minLength: 1, maxLength: 12 }),
      fc.uniqueArray(word, { maxLength: 6 }),
      (text, listed) => {
        const words = cut(text, listed);
        expect(words.join("")).toBe(text);
        expect(words.every((each) => each.length === 1 || listed.includes(each))).toBe(true);
        expect(words.length).toBe(fewestPieces(text, listed));
      },
    ),
  );
});

/** A known word costs less than an ideograph: the fewest pieces are the cheapest way. */
function fewestPieces(text: string, words: readonly string[]): number {
  if (text === "") return 0;
  const heads = [text.charAt(0), ...words.filter((word) => text.startsWith(word))];
  return Math.min(...heads.map((head) => 1 + fewestPieces(text.slice(head.length), words)));
}
