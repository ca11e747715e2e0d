import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { english } from "../../src/languages/english.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { createPassageIndex, type PassageIndex } from "../../src/search/passage-index.ts";
import { createAnalyse } from "../../src/text/terms.ts";
import { readWords } from "../../src/languages/read-words.ts";
import { parseChecked } from "../support/parse.ts";

const analyse = createAnalyse({ words: readWords(), stem: english.stem });

function indexOf(...articles: readonly Article[]): PassageIndex {
  return createPassageIndex(articles.flatMap(passagesOf), analyse);
}

/** The passages that a question's terms find, best first, each by its first sentence. */
function found(index: PassageIndex, question: string, limit = 10): string[] {
  const terms = analyse(question).terms.map(({ text }) => ({ text, weight: 1 }));
  return index.search(terms, limit).map(({ passage: { article, sentences } }) => {
    const span = sentences[0]?.span ?? { start: 0, end: 0 };
    return article.text.slice(span.start, span.end);
  });
}

const tea = parseChecked(
  "茶\n\n绿茶\n\n杭州出产龙井。\n\n冲泡时水温不宜过高。\n\n红茶\n\n祁门出产紅茶。\n\nIt keeps for years.",
);

describe("search", () => {
  test.for([
    { name: "a Chinese word", question: "龙井", best: "杭州出产龙井。" },
    { name: "a single character", question: "祁", best: "祁门出产紅茶。" },
    { name: "a Traditional question in a Simplified text", question: "龍井產自哪裡", best: "杭州出产龙井。" },
    { name: "a Simplified question in a Traditional text", question: "红茶", best: "祁门出产紅茶。" },
    { name: "another form of an English word", question: "Keeping", best: "It keeps for years." },
  ])("finds $name", ({ question, best }) => {
    expect(found(indexOf(tea), question)[0]).toBe(best);
  });

  test("finds a passage by its heading, behind one that says the word itself", () => {
    expect(found(indexOf(tea), "绿茶")).toContain("冲泡时水温不宜过高。");
    const index = indexOf(parseChecked("T\n\nApples\n\nThey grow.\n\nPears\n\nNot apples, but pears grow."));
    expect(found(index, "apples")).toEqual(["Not apples, but pears grow.", "They grow."]);
  });

  test("never gives a heading", () => {
    expect(found(indexOf(tea), "绿茶红茶")).not.toContain("绿茶");
  });

  test("gives at most as many as wanted, best first", () => {
    const index = indexOf(tea);
    expect(found(index, "出产", 1)).toHaveLength(1);
    const scores = index
      .search(
        [
          { text: "出产", weight: 1 },
          { text: "龙井", weight: 1 },
        ],
        10,
      )
      .map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test.for([
    { name: "no terms", terms: [] },
    { name: "terms without weight", terms: [{ text: "龙井", weight: 0 }] },
    { name: "terms that stand nowhere", terms: [{ text: "咖啡", weight: 1 }] },
    {
      name: "names of an object's own parts",
      terms: [
        { text: "constructor", weight: 1 },
        { text: "__proto__", weight: 1 },
      ],
    },
  ])("finds nothing for $name", ({ terms }) => {
    expect(indexOf(tea).search(terms, 10)).toEqual([]);
  });

  test("finds nothing in an empty index", () => {
    expect(createPassageIndex([], analyse).search([{ text: "茶", weight: 1 }], 10)).toEqual([]);
  });
});

test("counts the passages that hold a term", () => {
  const index = indexOf(tea);
  expect(["出产", "龙井", "咖啡"].map((term) => index.documentFrequency(term))).toEqual([2, 1, 0]);
});

test("keeps the passages of several articles apart", () => {
  const other = parseChecked("咖啡\n\n云南出产咖啡。", { metadata: { id: "coffee" } });
  const index = indexOf(tea, other);
  expect(index.search([{ text: "咖啡", weight: 1 }], 10).map(({ passage }) => passage.article.id)).toEqual(["coffee"]);
  expect(index.vocabulary.languages).toEqual(new Set(["zh"]));
});

describe("progress", () => {
  test("is told at the beginning, every so many passages and at the end", () => {
    const text = Array.from({ length: 300 }, (_, place) => `茶${place}。`).join("\n\n");
    const told: [number, number][] = [];
    createPassageIndex(passagesOf(parseChecked(text)), analyse, (done, of) => void told.push([done, of]));
    expect(told.map(([done]) => done)).toEqual([0, 128, 256, 300]);
    expect(new Set(told.map(([, of]) => of))).toEqual(new Set([300]));
  });

  test("of nothing is told as done", () => {
    const told: [number, number][] = [];
    createPassageIndex([], analyse, (done, of) => void told.push([done, of]));
    expect(told).toEqual([[0, 0]]);
  });
});

describe("vocabulary", () => {
  const { vocabulary } = indexOf(
    parseChecked(
      "News\n\n歐洲議會議長馬丁·舒爾茨說。\n\nOnly Schulz and Harbour spoke; the harbour is closed. Who is only here?",
    ),
  );

  test("lists what may write foreign names, folded, names of one person in one", () => {
    expect([...vocabulary.transliterations()]).toContain("马丁·舒尔茨");
  });

  test("lists the Latin words that have a capital wherever they stand", () => {
    expect([...vocabulary.latinNames()]).toEqual(["schulz", "who"]);
  });
});
