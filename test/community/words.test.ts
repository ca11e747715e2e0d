import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listedQuotes } from "../../src/answer/answer.ts";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import { emptyState, type GuildState } from "../../src/community/guild-state.ts";
import {
  type GivenWords,
  mostWords,
  planAddWords,
  planRemoveWords,
  rulesOf,
  type WordsLine,
  writeWordsLine,
} from "../../src/community/words.ts";
import { createLibrary, type Library } from "../../src/search/library.ts";
import { libraryOf } from "../support/library-of.ts";
import { parseChecked } from "../support/parse.ts";

describe("writeWordsLine", () => {
  const rows: { name: string; given: GivenWords; line: string }[] = [
    { name: "one way", given: { readersSay: "pub, bar", articleSays: "inn", mutual: false }, line: "pub, bar => inn" },
    { name: "both ways", given: { readersSay: "pub", articleSays: "inn", mutual: true }, line: "pub, inn" },
    {
      name: "Chinese commas",
      given: { readersSay: "师傅、老师", articleSays: "导师，", mutual: false },
      line: "师傅, 老师 => 导师",
    },
    {
      name: "an escaped comma",
      given: { readersSay: "1\\,000", articleSays: "k", mutual: false },
      line: "1\\,000 => k",
    },
    {
      name: "an arrow and a hash",
      given: { readersSay: "#tag", articleSays: "a=>b", mutual: false },
      line: "\\#tag => a\\=>b",
    },
    {
      name: "white space",
      given: { readersSay: " the  big\tone ", articleSays: "it", mutual: false },
      line: "the big one => it",
    },
  ];
  test.for(rows)("writes $name", ({ given, line }) => {
    expect(writeWordsLine(given)).toMatchObject({ kind: "line", line });
  });

  const refused: { name: string; given: GivenWords; refusal: Exclude<WordsLine, { kind: "line" }>["refusal"] }[] = [
    {
      name: "no readers' words",
      given: { readersSay: " , ", articleSays: "a", mutual: false },
      refusal: "no-readers-words",
    },
    {
      name: "no words of the article",
      given: { readersSay: "a", articleSays: "\u200B", mutual: true },
      refusal: "no-article-words",
    },
    { name: "the same word", given: { readersSay: "a", articleSays: "a,a", mutual: true }, refusal: "same-words" },
    {
      name: "a long line",
      given: { readersSay: "a".repeat(291), articleSays: "bbbbbbbb", mutual: true },
      refusal: "too-long",
    },
  ];
  test.for(refused)("refuses $name", ({ given, refusal }) => {
    expect(writeWordsLine(given)).toEqual({ kind: "refused", refusal });
  });

  test("the line is read as the words that were typed", () => {
    const unit = fc.constantFrom("a", "b", ",", "=", ">", "#", " ", "字");
    const word = fc.string({ unit, maxLength: 8 }).map((text) => `x${text.replaceAll(/\s+/gu, " ")}y`);
    const words = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(words, words, (asked, found) => {
        const given = { readersSay: typed(asked), articleSays: typed([...found, "z"]), mutual: false };
        expect(writeWordsLine(given)).toMatchObject({ rule: { asked, found: [...found, "z"], mutual: false } });
      }),
    );
  });
});

function firstOf(library: Library): string | undefined {
  return listedQuotes(answerQuestion(library, "How much does the skibbledee earn?", { limit: 2 }))[0]?.text;
}

function typed(words: readonly string[]): string {
  return words.map((word) => word.replaceAll(",", "\\,")).join(" ,");
}

const state: GuildState = {
  ...emptyState,
  words: new Map([
    ["1", { line: "steward => warden", at: 0, by: "2" }],
    ["2", { line: "a => b => c", at: 0, by: "2" }],
  ]),
};
const added = { key: "3", line: "pub => inn", at: 5, by: "9" };

test("adds a line, once, up to a number of them", () => {
  const { key, ...value } = added;
  expect(planAddWords(state, added)).toEqual({
    kind: "change",
    name: "words-added",
    subject: added.line,
    writes: [{ kind: "words", key, before: undefined, after: value }],
  });
  expect(planAddWords({ ...state, words: new Map([["x", value]]) }, added)).toEqual({
    kind: "refused",
    refusal: "repeated",
  });
  const many = new Map(
    Array.from({ length: mostWords }, (_, index) => [String(index), { ...value, line: `a, ${index}` }]),
  );
  expect(planAddWords({ ...state, words: many }, added)).toEqual({ kind: "refused", refusal: "full" });
});

test("takes a line away", () => {
  expect(planRemoveWords(state, "1")).toEqual({
    kind: "change",
    name: "words-removed",
    subject: "steward => warden",
    writes: [{ kind: "words", key: "1", before: state.words.get("1"), after: undefined }],
  });
  expect(planRemoveWords(state, "4")).toEqual({ kind: "refused", refusal: "unknown" });
});

test("a line that cannot be read counts nothing", () => {
  expect(rulesOf(state)).toEqual([{ asked: ["steward"], found: ["warden"], mutual: false }]);
});

test("a library finds by a server's words in all of its articles, and others share nothing of it", () => {
  const article = parseChecked("# Huts\n\nThe cook earns ten pounds a day.\n\nThe warden earns nine pounds a day.\n");
  const plain = libraryOf([article]);
  const rules = [{ asked: ["skibbledee"], found: ["warden"], mutual: false }];
  const own = createLibrary([article], { ...plain, rules });
  expect([firstOf(own), firstOf(plain)]).toEqual([
    "The warden earns nine pounds a day.",
    "The cook earns ten pounds a day.",
  ]);
});
