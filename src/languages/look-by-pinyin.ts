import { rememberTexts } from "../text/remember-texts.ts";
import type { UnitCollector } from "./alternatives.ts";
import { type Look, PHRASES } from "./look.ts";
import type { Pinyin } from "./pinyin.ts";
import type { PlacedQuestion } from "./placed-question.ts";
import type { Token } from "./question-tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface PinyinLookUp {
  readonly pinyin: Pinyin;
  readonly vocabulary: Vocabulary;
  /** Whether a word is English or else known as it stands. */
  readonly isWord: (text: string) => boolean;
}

/** What a reading counts that leads to one word, and one of several. */
const ONLY_ONE = 0.9;
const ONE_OF_SEVERAL = 0.6;
const MOST_WORDS = 3;
const LONGEST_PHRASE = 4;
const LEAST_LETTERS = 4;
/** Bounds for what is no pinyin: tokens and phrases tried in one question, beginnings followed in one phrase. */
const MOST_TOKENS = 12;
const MOST_WAYS = 12;
const MOST_BEGINNINGS = 100;
/** Words that build sentences: they part the others. */
const PARTICLES = new Set(["de", "le", "zhe", "ma", "ne", "ba", "shi", "zai", "he", "you", "bu", "yi", "ge"]);

/**
 * Finds words of the text that a question writes in Latin letters, by their sound: guge → 谷歌, zhang laoban → 张老板.
 *
 * Letters that are a word of their own are left alone (`women`, `change`), and so is a single syllable by itself.
 */
export function createPinyinLook(parts: PinyinLookUp): Look {
  const readOnce = rememberTexts((phrase) => readingsOf(phrase.split(" "), parts), PHRASES);
  return (question, units) => {
    for (const run of latinRuns(question, units)) {
      for (let from = 0; from < run.length;) {
        let taken = 1;
        for (let length = Math.min(LONGEST_PHRASE, run.length - from); length > 0; length -= 1) {
          const phrase = run.slice(from, from + length);
          if (!add(phrase, units, readOnce(phrase.map(({ text }) => text).join(" ")))) continue;
          taken = length;
          break;
        }
        from += taken;
      }
    }
  };
}

function latinRuns(question: PlacedQuestion, units: UnitCollector): Token[][] {
  const runs: Token[][] = [[]];
  let count = 0;
  for (const token of question.tokens) {
    const isOpen = !PARTICLES.has(token.text) && /^\p{Script=Latin}+$/u.test(token.text) && question.isContent(token);
    if (!token.joined || !isOpen) runs.push([]);
    if (!isOpen || units.covers(token.start, token.end)) continue;
    count += 1;
    if (count > MOST_TOKENS) break;
    runs.at(-1)?.push(token);
  }
  return runs.filter((run) => run.length > 0);
}

function add(phrase: readonly Token[], units: UnitCollector, readings: readonly string[]): boolean {
  const [start, end] = [phrase[0]?.start ?? 0, phrase.at(-1)?.end ?? 0];
  const weight = readings.length === 1 ? ONLY_ONE : ONE_OF_SEVERAL;
  for (const text of readings) units.add({ start, end }, { text, weight, source: "pinyin" });
  return readings.length > 0;
}

function readingsOf(phrase: readonly string[], { pinyin, vocabulary, isWord }: PinyinLookUp): readonly string[] {
  if (phrase.every(isWord)) return [];
  const parts = phrase.map((text) => pinyin.syllablesOf(withoutTones(text)));
  const letters = phrase.reduce((sum, text) => sum + text.length, 0);
  const ways = parts.reduce<string[][]>(
    (all, part) => {
      return all.flatMap((head) => part.map((tail) => [...head, ...tail])).slice(0, MOST_WAYS);
    },
    [[]],
  );
  return ways
    .filter((syllables) => syllables.length > 1 && letters >= LEAST_LETTERS)
    .flatMap((syllables) => wordsOf(syllables, pinyin, vocabulary))
    .slice(0, MOST_WORDS);
}

/** Every string of ideographs with these sounds whose neighbours stand together in the text. */
function wordsOf(syllables: readonly string[], pinyin: Pinyin, vocabulary: Vocabulary): string[] {
  const [first = "", ...rest] = syllables;
  let words = pinyin.charactersOf(first).filter((character) => vocabulary.has(character));
  for (const syllable of rest) {
    const next = pinyin.charactersOf(syllable).filter((character) => vocabulary.has(character));
    words = words
      .slice(0, MOST_BEGINNINGS)
      .flatMap((word) =>
        next.filter((character) => vocabulary.has(word.slice(-1) + character)).map((character) => word + character),
      );
  }
  return words;
}

function withoutTones(letters: string): string {
  return letters
    .replaceAll(/[üǖǘǚǜ]/gu, "v")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "");
}
