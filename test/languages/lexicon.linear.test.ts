import { readFileSync } from "node:fs";
import { test } from "vitest";
import { english } from "../../src/languages/english.ts";
import { readLexicon } from "../../src/languages/read-lexicon.ts";
import { readWords } from "../../src/languages/read-words.ts";
import type { Vocabulary } from "../../src/languages/vocabulary.ts";
import { createAnalyse } from "../../src/text/terms.ts";
import { expectLinear } from "../support/expect-linear.ts";

const analyse = createAnalyse({ words: readWords(), stem: english.stem });
const lexicon = readLexicon();
const text = readFileSync("data/articles/meta-gemini.txt", "utf8");
const known = new Set(analyse(text).terms.map((term) => term.text));
const vocabulary: Vocabulary = {
  languages: new Set(["zh"]),
  has: (term) => known.has(term),
  latinWords: () => text.toLowerCase().match(/[a-z]{4,}/g) ?? [],
  latinNames: () => text.match(/[A-Z][a-z]+/g)?.map((word) => word.toLowerCase()) ?? [],
  transliterations: () => text.match(/[\p{Script=Han}·]+/gu) ?? [],
};

/** Looks for the words of a question, as analysing it gives them. */
function look(question: string): unknown {
  const { folded, terms } = analyse(question);
  let at = 0;
  const words = terms
    .filter(({ kind, text: word }) => kind === "word" && !english.stopWords.has(word))
    .map(({ text: word, span }) => {
      at = folded.starts.indexOf(span.start, at);
      return { text: word, start: at, end: at + span.end - span.start };
    });
  return lexicon.look({ folded: folded.text, words, vocabulary, articleRules: [] });
}

test.for([
  { name: "Chinese", question: "扎克博格为什么与谷歌合作发展技术, 股价又怎么样了呢".repeat(160) },
  {
    name: "English",
    question: "Which companies acquired the advertising technology of the market leader? ".repeat(54),
  },
  { name: "pinyin", question: "xian fangan nanan tian guge ".repeat(142) },
  { name: "names", question: "Dandolo Negroponte Strasbourg Kathmandu Xochimilco ".repeat(80) },
  { name: "foreign names in ideographs", question: "尼葛洛庞帝与舒尔茨在加德满都".repeat(290) },
  { name: "gibberish", question: "qzxwv plokij mnbvc lkjhgf ".repeat(150) },
])("answers 4,000 characters of $name in linear time", ({ question }) => {
  expectLinear(4000, (size) => look(question.slice(0, size)));
});
