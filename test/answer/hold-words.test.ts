import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHolding } from "../../src/answer/hold-words.ts";
import type { TextFacts } from "../../src/search/sentence-ties.ts";
import { candidatesOf } from "../support/candidates.ts";

const HAN = /\p{Script=Han}/u;

/** The plain way: one word, one text. */
function holdsPlainly(word: string, facts: TextFacts, isAlone: boolean): number {
  if (word.length === 1 && HAN.test(word)) {
    if (facts.alone.includes(word)) return 1;
    if (facts.edges.includes(word)) return isAlone ? 0.7 : 1;
    return facts.terms.has(word) ? 0.3 : 0;
  }
  if (facts.terms.has(word)) return 1;
  if (!HAN.test(word)) return 0;
  if (word.length > 2 && facts.text.includes(word)) return 1;
  const places = Array.from(word, (_, at) => at);
  const pairs = places.filter((at) => at > 0 && facts.terms.has(word.slice(at - 1, at + 1))).length;
  const characters = places.filter((at) => facts.terms.has(word.charAt(at))).length;
  return pairs > 0 ? 0.3 + (0.5 * pairs) / (word.length - 1) : (0.35 * characters) / word.length;
}

function otherPlainly({ text, weight }: { text: string; weight: number }, facts: TextFacts): number {
  if (facts.terms.has(text) || (HAN.test(text) && facts.text.includes(text))) return weight;
  const words = text.split(" ");
  const held = words.filter((word) => facts.terms.has(word)).length / words.length;
  return held >= 0.5 ? weight * held : 0;
}

const word = fc.constantFrom("绿茶", "茶", "绿", "水", "红茶杯", "绿茶茶", "tea", "pot", "green tea", "热水壶", "茶壶");
const sentence = fc.constantFrom(
  "绿茶要用热水。",
  "茶很热。",
  "薪水不高。",
  "红茶杯在这里。",
  "Green tea in a pot.",
  "The pot.",
  "茶壶里有绿茶和 tea。",
);

describe("all texts at once hold what each holds by itself", () => {
  test.for([{ isIndexed: true }, { isIndexed: false }])("indexed: $isIndexed", ({ isIndexed }) => {
    const weight = fc.constantFrom(0.3, 0.7, 1);
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 4 }),
        word,
        fc.tuple(word, weight),
        (all, asked, other) => {
          const { block } = candidatesOf(all.join(""), { isIndexed });
          const { holdWord, raiseByOther } = createHolding(block);
          const held = new Float64Array(block.texts.length).fill(9);
          holdWord(asked, held);
          const isAlone = block.sentences.some(({ facts }) => facts.alone.includes(asked));
          const own = block.texts.map((facts) => holdsPlainly(asked, facts, isAlone));
          expect([...held]).toEqual(own);
          const [text, counted] = other;
          raiseByOther({ text, weight: counted }, held);
          expect([...held]).toEqual(
            block.texts.map((facts, at) => Math.max(own[at] ?? 0, otherPlainly({ text, weight: counted }, facts))),
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
