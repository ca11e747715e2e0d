import { expect, test } from "vitest";
import { readLexicon } from "../../src/languages/read-lexicon.ts";
import { english } from "../../src/languages/english.ts";
import { parseSynonyms } from "../../src/languages/synonyms.ts";
import type { Vocabulary } from "../../src/languages/vocabulary.ts";
import { readWords } from "../../src/languages/read-words.ts";
import { createAnalyse } from "../../src/text/terms.ts";

const stem = english.stem ?? ((word: string) => word);
const analyse = createAnalyse({ words: readWords(), stem });
const lexicon = readLexicon();

function vocabularyOf(text: string, language = "zh"): Vocabulary {
  const { folded, terms } = analyse(text);
  const known = new Set(terms.map((term) => term.text));
  return {
    languages: new Set([language]),
    has: (term) => known.has(term),
    latinWords: () => folded.text.match(/[a-z]{4,}/g) ?? [],
  };
}

const meta = vocabularyOf(
  "谷歌的股价上涨了。扎克伯格用手艺换广告。脸书与Gemini一起干。利率很高, 云计算, 公司的用户, 张老板收购了市场。第三季度的数据中心。言论自由。",
);
const handbook = vocabularyOf(
  "Volunteers bought a first aid kit. The training takes two hours. Register with the coordinator, please.",
  "en",
);
const articleRules = parseSynonyms("技术 => 手艺\n合作, cooperate => 一起干\n高 => 很高");

/** `word → alternative source` for each alternative. */
function look(question: string, vocabulary: Vocabulary = meta, rules = articleRules): string[] {
  const { folded, terms } = analyse(question);
  const words = terms
    .filter(({ kind, text }) => kind === "word" && !english.stopWords.has(text))
    .map(({ text, span }) => {
      const start = folded.starts.indexOf(span.start);
      return { text, start, end: start + span.end - span.start };
    });
  const units = lexicon.look({ folded: folded.text, words, vocabulary, articleRules: rules });
  return units.flatMap(({ start, end, alternatives }) =>
    alternatives.map(({ text, source }) => `${folded.text.slice(start, end)} → ${text} ${source}`),
  );
}

test.for([
  { name: "asks the article's own table", question: "技术有什么用", found: "技术 → 手艺 article" },
  { name: "asks the article's table for a single ideograph", question: "利率高吗", found: "高 → 很高 article" },
  { name: "finds a name in its other wording", question: "祖克柏說了什麼", found: "祖克柏 → 扎克伯格 name" },
  { name: "finds a name in the other script", question: "What does Google want?", found: "google → 谷歌 name" },
  { name: "finds an English name for a Chinese one", question: "双子座 or Facebook", found: "facebook → 脸书 name" },
  { name: "finds a general synonym", question: "并购了什么", found: "并购 → 收购 synonym" },
  { name: "translates a word", question: "Who are the users?", found: "users → 用户 dictionary" },
  { name: "translates an inflected verb", question: "Who acquired it?", found: "acquired → 收购 dictionary" },
  { name: "translates a phrase", question: "How high is the interest rate?", found: "interest rate → 利率 dictionary" },
  {
    name: "inflects only the last word of a phrase",
    question: "interest rates",
    found: "interest rates → 利率 dictionary",
  },
  {
    name: "translates a phrase around filling words",
    question: "freedom of speech",
    found: "freedom of speech → 言论自由 dictionary",
  },
  {
    name: "translates through the article's table",
    question: "Which skill or technique?",
    found: "technique → 手艺 dictionary",
  },
  { name: "takes the article's English entries", question: "Did they cooperate?", found: "cooperate → 一起干 article" },
  { name: "hears a name in pinyin", question: "guge 的股价", found: "guge → 谷歌 pinyin" },
  { name: "hears pinyin with tones", question: "gǔjià", found: "gujia → 股价 pinyin" },
  { name: "hears pinyin in several words", question: "zhang laoban", found: "zhang laoban → 张老板 pinyin" },
  { name: "corrects a Latin word", question: "gemni 是什么", found: "gemni → gemini typo" },
  { name: "corrects a name that the text has in Chinese", question: "gogle 的股价", found: "gogle → 谷歌 typo" },
  {
    name: "corrects one wrong ideograph that sounds alike",
    question: "扎克博格说了什么",
    found: "扎克博格 → 扎克伯格 typo",
  },
])("$name", ({ question, found }) => {
  expect(look(question)).toContain(found);
});

test.for([
  { name: "translates Chinese into English", question: "志愿者买了什么?", found: "志愿者 → volunteer dictionary" },
  { name: "translates Chinese into a phrase", question: "急救箱在哪里?", found: "急救箱 → first aid kit dictionary" },
  { name: "finds an irregular form", question: "What did they buy?", found: "buy → bought synonym" },
  { name: "finds a synonym of several words", question: "How do I sign up?", found: "sign up → register synonym" },
  { name: "corrects an English word", question: "trainig", found: "trainig → training typo" },
])("$name of an English text", ({ question, found }) => {
  expect(look(question, handbook)).toContain(found);
});

test.for([
  { name: "adds nothing the index does not know", question: "天气预报" },
  { name: "leaves numbers alone", question: "2024 100" },
  { name: "takes no other quarter for a slip", question: "第二季度" },
  { name: "corrects no short word", question: "gmni" },
  { name: "takes no English word for pinyin", question: "women" },
  { name: "takes no English word for a slip", question: "trailing", vocabulary: handbook },
  { name: "cuts no word in two", question: "的人口称呼", rules: parseSynonyms("口称 => 谷歌") },
  { name: "says nothing to an empty question", question: "" },
  { name: "says nothing to signs", question: "😀?!" },
])("$name", ({ question, vocabulary, rules }) => {
  expect(look(question, vocabulary, rules)).toEqual([]);
});

test("weighs names over the article's words, those over translations, and all of them within 0 and 1", () => {
  const { folded } = analyse("google 技术 users");
  const words = [
    { text: "googl", start: 0, end: 6 },
    { text: "技术", start: 7, end: 9 },
    { text: "user", start: 10, end: 15 },
  ];
  const units = lexicon.look({ folded: folded.text, words, vocabulary: meta, articleRules });
  expect(units.map(({ alternatives }) => alternatives[0]?.weight)).toEqual([1, 0.9, 0.85]);
});

test("tries a phrase before its parts and keeps both", () => {
  const rules = parseSynonyms("技术合作 => 手艺, 一起干\n技术 => 手艺");
  expect(look("技术合作", meta, rules)).toEqual([
    "技术合作 → 手艺 article",
    "技术合作 → 一起干 article",
    "技术 → 手艺 article",
  ]);
});

test.for([
  { name: "Chinese", question: "扎克博格为什么与谷歌合作发展技术, 股价又怎么样了呢".repeat(160) },
  {
    name: "English",
    question: "Which companies acquired the advertising technology of the market leader? ".repeat(54),
  },
  { name: "pinyin", question: "xian fangan nanan tian guge ".repeat(142) },
  { name: "gibberish", question: "qzxwv plokij mnbvc lkjhgf ".repeat(150) },
])("answers 4,000 characters of $name in bounded time", ({ question }) => {
  look("Who acquired it?");
  const start = performance.now();
  look(question.slice(0, 4000));
  expect(performance.now() - start).toBeLessThan(1000);
});
