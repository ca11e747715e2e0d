import { expect, test } from "vitest";
import { analyseFor } from "../../src/answer/analyse-for.ts";
import { answerBroadly } from "../../src/answer/answer-broadly.ts";
import { resumeQuestion } from "../../src/answer/follow-up.ts";
import { judgeNamed } from "../../src/answer/judge-named.ts";
import { findOtherWords } from "../../src/answer/other-words.ts";
import { smallLibrary } from "../support/library.ts";

const library = smallLibrary(
  "茶\n\n绿茶不发酵。谷歌的员工喝绿茶, 舒尔茨也喝。\n\nGreen tea is steamed, says Schulz.\n",
);

/** How often a question of a unit again and again is looked up in the index before anything is ranked. */
function countLookUps(unit: string, size: number): number {
  let count = 0;
  const counting = (ask: (term: string) => boolean) => (term: string) => {
    count += 1;
    return ask(term);
  };
  const { vocabulary, knownWords, ...rest } = library.index();
  const index = {
    ...rest,
    vocabulary: { ...vocabulary, has: counting((term) => vocabulary.has(term)) },
    knownWords: { has: counting(knownWords.has), hasWord: counting(knownWords.hasWord) },
  };
  const analyse = analyseFor(library, index);
  const question = analyse(unit.repeat(size).slice(0, size));
  findOtherWords(library, index, question);
  answerBroadly(library, question, { best: () => [] });
  judgeNamed(library, question, undefined);
  resumeQuestion(question, [question], { analyse });
  return count;
}

/** What one question may hold: every kind of character and of word again and again. */
const UNITS = [
  "𠮷",
  "👩‍👩‍👧",
  " ",
  "\u3000",
  "一",
  "的",
  "資",
  "1",
  "1.",
  "(",
  "《",
  "“",
  "a",
  "a ",
  "ab-",
  "a'",
  ".",
  "?",
  "a\n",

  "\u200b",
  "a\u00ad",
  "\u0301",
  "Ａ",
  "ж",
  "न",
  "\ud83d",
  "what ",
  "how ",
  "为什么",
  "是不是",
  "第一",
  "section 1 ",

  "http://a.b ",
  "s's ",
  "Schulz ",
  "xqzt ",
  "guge ",
  "舒尔",
  "open source ",
  "二百三十",
  "绿茶",
  "人工智能",
  "a和b的",
];

/** Of a question of a few lines. */
const MOST_LOOK_UPS = 25_000;

test.for(UNITS.map((unit) => ({ unit })))(
  "looks no more than in proportion up for $unit again and again",
  ({ unit }) => {
    const [some, more] = [countLookUps(unit, 1500), countLookUps(unit, 6000)];
    expect(more).toBeLessThanOrEqual(4.5 * some + 100);
    expect(more).toBeLessThan(MOST_LOOK_UPS);
  },
);
