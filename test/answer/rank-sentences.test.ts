import { describe, expect, test } from "vitest";
import { type CandidateGroup, findCandidates, rarityAmong } from "../../src/answer/candidates.ts";
import { libraryOf } from "../support/library-of.ts";
import { findOtherWords } from "../../src/answer/other-words.ts";
import { orderBy, rankSentences } from "../../src/answer/rank-sentences.ts";
import { question } from "../support/analyse.ts";
import { parseChecked } from "../support/parse.ts";

function article(id: string, paragraphs: readonly string[]) {
  return parseChecked(paragraphs.join("\n\n"), { metadata: { id, title: id } });
}

const colours = ["Tea is green. It is steamed.", "Coffee is black. It is roasted."];
const small = article("small", colours);
const many = article(
  "many",
  Array.from({ length: 60 }, (_, at) => `Number ${at} is green. It has ${at} leaves.`),
);
const library = libraryOf([small, many]);
const asked = (text: string) => ({ question: question(text), alternatives: [] });

/** The indices of the candidates, those of the best passages first. */
function bestFirst({ order }: CandidateGroup): number[] {
  return [...order.keys()].toSorted((one, other) => (order[one] ?? 0) - (order[other] ?? 0));
}

describe("candidates", () => {
  test("are all sentences of a small article, those of the best passage first", () => {
    const [group, ...others] = findCandidates(library, library.index("small"), asked("black coffee"));
    expect(others).toEqual([]);
    expect(group).toMatchObject({ isWhole: true, share: 1 });
    const found = group?.block.sentences.map(({ passage, sentence, previous, next, place }, at) => ({
      text: small.text.slice(passage.sentences[sentence]?.span.start, passage.sentences[sentence]?.span.end),
      previous,
      next,
      place,
      share: group.shares[at],
    }));
    expect(found).toEqual([
      { text: "Tea is green.", previous: -1, next: 1, place: 0, share: 0 },
      { text: "It is steamed.", previous: 0, next: -1, place: 1, share: 0 },
      { text: "Coffee is black.", previous: -1, next: 3, place: 0, share: 1 },
      { text: "It is roasted.", previous: 2, next: -1, place: 1, share: 1 },
    ]);
    expect(group && bestFirst(group)).toEqual([2, 3, 0, 1]);
  });

  test("are there in one article even where nothing is found", () => {
    const [group] = findCandidates(library, library.index("small"), asked("zebra"));
    expect(group?.block.sentences).toHaveLength(4);
  });

  test("are of the best passages of a long article", () => {
    const [group] = findCandidates(library, library.index("many"), asked("green"));
    expect(group).toMatchObject({ isWhole: false });
    expect(new Set(group?.block.sentences.map(({ passage }) => passage)).size).toBe(24);
  });

  test("are none in a library where nothing is found", () => {
    expect(findCandidates(library, library.index(), asked("zebra"))).toEqual([]);
  });

  test("come by article in a library, the best first", () => {
    const groups = findCandidates(library, library.index(), asked("steamed green"));
    expect(groups.map(({ block }) => block.sentences[0]?.passage.article.id)).toEqual(["small", "many"]);
    expect(groups[0]?.share).toBe(1);
    expect(groups[1]?.share).toBeLessThan(1);
  });

  test("are found by other words too", () => {
    const other = { question: question("espresso"), alternatives: [[{ text: "coffe", weight: 0.7 }]] };
    const [group] = findCandidates(library, library.index("small"), other);
    expect(group && group.block.sentences[bestFirst(group)[0] ?? -1]?.facts.text).toBe("coffee is black.");
  });
});

test.for([
  { name: "none", count: 0, rarity: 0 },
  { name: "one", count: 1, rarity: Math.log(9.5 / 1.5) },
  { name: "half", count: 5, rarity: 0 },
  { name: "all", count: 10, rarity: 0 },
])("a term that stands in $name of ten sentences says $rarity", ({ count, rarity }) => {
  expect(rarityAmong(10)("tea", count)).toBe(rarity);
});

describe("a ranking", () => {
  test("puts the best first and keeps reading order among equals", () => {
    const ranking = rankSentences(library, library.index("small"), question("green tea"))[0]?.ranking;
    if (!ranking) throw new Error("nothing was found");
    expect(orderBy(() => new Float64Array(4), ranking).sentences.map(({ at }) => at)).toEqual([0, 1, 2, 3]);
    const lastFirst = orderBy(() => Float64Array.of(0, 1, 2, 3), ranking);
    expect(lastFirst.sentences.map(({ at, score }) => [at, score])).toEqual([
      [3, 3],
      [2, 2],
      [1, 1],
      [0, 0],
    ]);
  });

  test("is the same however often it is asked", () => {
    const [first, second] = [1, 2].map(() => rankSentences(library, library.index(), question("green leaves")));
    const scores = first?.map(({ score }) => score);
    expect(second?.map(({ score }) => score)).toEqual(scores);
    expect(scores).toEqual(scores?.toSorted((one, other) => other - one));
  });
});

describe("other words", () => {
  const chinese = libraryOf([
    parseChecked("谷歌利用人工智能。公司的手艺很好。", { metadata: { id: "zh", title: "T" } }),
  ]);
  const found = (text: string): string[][] =>
    findOtherWords(chinese, chinese.index(), question(text)).map((others) => others.map((other) => other.text));

  test.for([
    { name: "Google", others: [["谷歌"]] },
    { name: "artificial intelligence", others: [["人工智能"], ["人工智能"]] },
    { name: "谷歌", others: [[]] },
    { name: "zzyzx", others: [[]] },
  ])("for $name", ({ name, others }) => {
    expect(found(name).map((texts, at) => others[at]?.filter((text) => texts.includes(text)) ?? texts)).toEqual(others);
  });

  test("count the less the less of a word they stand for", () => {
    const weights = findOtherWords(library, library.index("small"), question("teas")).flat();
    expect(weights.every(({ weight }) => weight > 0 && weight <= 1)).toBe(true);
  });
});
