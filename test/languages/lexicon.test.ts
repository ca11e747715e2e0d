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
    latinNames: () => (text.match(/[A-Z][a-z]+/g) ?? []).map((word) => word.toLowerCase()),
    transliterations: () => folded.text.match(/[\p{Script=Han}·]+/gu) ?? [],
  };
}

const meta = vocabularyOf(
  "谷歌的股价上涨了。扎克伯格用手艺换广告。脸书与Gemini一起干。利率很高, 云计算, 公司的用户, 张老板收购了市场。第三季度的数据中心。言论自由。",
);
const handbook = vocabularyOf(
  "Volunteers bought a first aid kit. The training takes two hours. Register with the coordinator, please.",
  "en",
);
const chronicle = vocabularyOf(
  "移民在此定居。最高时速为二十公里。账户不得转借他人。遗失卡片的, 处二十元罚款。雇主应当按月付款。豪强圈地, 农民起义。",
);
const report = vocabularyOf(
  "The region was settled in 1790. The southern hills are large. Danish engineers made decisions. The chief executive called the film a flop. " +
    "Accounts may not be shared. Members were expelled. The maximum speed is low.",
  "en",
);
const news = vocabularyOf(
  "欧洲议会议长马丁·舒尔茨周二表示，本·拉登已在阿伯塔巴德被击毙。前秘书长哈马舍尔德死于飞机失事。总统在加德满都会见了冯·布劳恩。丹麦人和布朗先生吃了苹果，喝了贝里茶。",
);
const dispatch = vocabularyOf(
  "Martin Schulz said that Osama bin Laden had been killed. Danish ministers met Wernher von Braun in Davos.",
  "en",
);
const articleRules = parseSynonyms("技术 => 手艺\n合作, cooperate => 一起干\n高 => 很高");

/** `word → alternative source` for each alternative. */
function look(question: string, vocabulary: Vocabulary = meta, rules = articleRules, asked = lexicon): string[] {
  const { folded, terms } = analyse(question);
  const words = terms
    .filter(({ kind, text }) => kind === "word" && !english.stopWords.has(text))
    .map(({ text, span }) => {
      const start = folded.starts.indexOf(span.start);
      return { text, start, end: start + span.end - span.start };
    });
  const units = asked.look({ folded: folded.text, words, vocabulary, articleRules: rules });
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

/** As `look`, with capitals told as the question has them. */
function lookForNames(question: string, vocabulary: Vocabulary): string[] {
  const { folded, terms } = analyse(question);
  const words = terms
    .filter(({ kind, text }) => kind === "word" && !english.stopWords.has(text))
    .map(({ text, span: { start, end } }) => {
      return { text, start, end, isCapitalised: start > 0 && /^\p{Lu}/u.test(question.slice(start, end)) };
    });
  const units = lexicon.look({ folded: folded.text, words, vocabulary });
  return units.flatMap(({ start, end, alternatives }) =>
    alternatives.map(({ text, source }) => `${folded.text.slice(start, end)} → ${text} ${source}`),
  );
}

test.for([
  { question: "What did Schulz say?", found: "schulz → 舒尔茨 sound" },
  { question: "what did schulz say", found: "schulz → 舒尔茨 sound" },
  { question: "Schulz's opinion?", found: "schulz → 舒尔茨 sound" },
  { question: "When was bin Laden killed?", found: "bin laden → 本·拉登 sound" },
  { question: "Is Laden dead?", found: "laden → 拉登 sound" },
  { question: "How did Hammarskjöld die?", found: "hammarskjold → 哈马舍尔德 sound" },
  { question: "Who met von Braun?", found: "von braun → 冯·布劳恩 sound" },
  { question: "What is in Abbottabad?", found: "abbottabad → 阿伯塔巴德 sound" },
  { question: "What did the Danes eat?", found: "danes → 丹麦 synonym" },
  { question: "Which Danish man came?", found: "danish → 丹麦 synonym" },
])("finds the name of “$question” in a Chinese text", ({ question, found }) => {
  expect(lookForNames(question, news)).toContain(found);
});

test.for([
  { question: "舒尔茨说了什么?", found: "舒尔茨 → schulz sound" },
  { question: "舒爾茨說了什麼?", found: "舒尔茨 → schulz sound" },
  { question: "舒茲說了什麼?", found: "舒兹 → schulz sound" },
  { question: "本·拉登什么时候被击毙?", found: "拉登 → laden sound" },
  { question: "達沃斯在哪裡?", found: "达沃斯 → davos sound" },
  { question: "丹麦的部长见了谁?", found: "丹麦 → danish synonym" },
])("finds the name of $question in an English text", ({ question, found }) => {
  expect(lookForNames(question, dispatch)).toContain(found);
});

test.for([
  { name: "a name that the text lacks", question: "What did Johnson say?", vocabulary: news },
  { name: "a name that is known to be another", question: "Is Berlin there?", vocabulary: news },
  { name: "a word", question: "which monkeys barely berry?", vocabulary: news },
  { name: "an ordinary word with a capital", question: "the Football and the Company", vocabulary: news },
  { name: "a Chinese word", question: "公司的文化特色和大学教育", vocabulary: dispatch },
  { name: "a name that an English text lacks", question: "约翰逊说了什么?", vocabulary: dispatch },
])("hears no foreign name in $name", ({ question, vocabulary }) => {
  expect(lookForNames(question, vocabulary).filter((line) => line.endsWith("sound"))).toEqual([]);
});

test.for([
  { name: "leads from a derived word to its root", question: "the first settlers", found: "settlers → settle synonym" },
  { name: "leads from a verb to its noun", question: "What did they decide?", found: "decide → decision synonym" },
  { name: "leads from a superlative to its adjective", question: "the largest", found: "largest → large synonym" },
  {
    name: "leads from a place to what is of it",
    question: "Who came from Denmark?",
    found: "denmark → danish synonym",
  },
  { name: "leads from a direction to its adjective", question: "the south", found: "south → southern synonym" },
  {
    name: "leads from a superlative to its measure",
    question: "the fastest",
    found: "fastest → maximum speed synonym",
  },
  {
    name: "knows the everyday word for an office",
    question: "Who is the boss?",
    found: "boss → chief executive synonym",
  },
  { name: "knows the everyday word for a work", question: "Which movie?", found: "movie → film synonym" },
  { name: "knows how failure is told", question: "What did badly?", found: "did badly → flop synonym" },
  { name: "knows the everyday word for an account", question: "my login", found: "login → account synonym" },
  {
    name: "knows the everyday word for a sanction",
    question: "Who was kicked out?",
    found: "kicked out → expelled synonym",
  },
])("$name of an English text", ({ question, found }) => {
  expect(look(question, report)).toContain(found);
});

test.for([
  { name: "translates through a word's root", question: "Who were the settlers?", found: "settlers → 定居 dictionary" },
  { name: "leads from a superlative to its measure", question: "最快能开多快", found: "最快 → 最高时速 synonym" },
  { name: "knows the everyday word for lending", question: "可以借给朋友吗", found: "借给 → 转借 synonym" },
  { name: "knows the everyday word for losing", question: "丢失的卡怎么办", found: "丢失 → 遗失 synonym" },
  { name: "knows how a fine is asked for", question: "要罚多少", found: "罚多少 → 罚款 synonym" },
  { name: "knows the everyday word for an employer", question: "老板要做什么", found: "老板 → 雇主 synonym" },
  { name: "knows the everyday word for a revolt", question: "为什么造反", found: "造反 → 起义 synonym" },
  { name: "knows the everyday word for taking land", question: "谁兼并农田", found: "兼并 → 圈地 synonym" },
])("$name of a Chinese text", ({ question, found }) => {
  expect(look(question, chronicle)).toContain(found);
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

test("finds the same for a text whatever was asked of it and of others before", () => {
  const questions = [
    "技术合作",
    "Who acquired the market?",
    "guge 与 Schulz",
    "扎克博格和脸书",
    "how mcuh did gogle charge?",
  ];
  const texts = [meta, handbook, chronicle, report, news, dispatch];
  const asked = questions.flatMap((question) => texts.map((vocabulary) => ({ question, vocabulary })));
  const lookAll = (): string[][] => asked.map(({ question, vocabulary }) => look(question, vocabulary));
  const before = lookAll();
  expect(lookAll()).toEqual(before);
  const fresh = readLexicon();
  const first = asked.map(({ question, vocabulary }) => look(question, vocabulary, articleRules, fresh));
  expect(first).toEqual(before);
});
