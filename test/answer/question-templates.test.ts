import { describe, expect, test } from "vitest";
import { draftHeadingQuestions, draftNameQuestions, draftQuestions } from "../../src/answer/question-templates.ts";

const questions = (sentence: string, script: "simplified" | "traditional" = "simplified") =>
  draftQuestions(sentence, { script }).map(({ question }) => question);

describe("turns a Chinese statement round", () => {
  test.for([
    {
      sentence: "消息一出, Meta盘后股价应声下跌0.3%,谷歌却上涨近1%。",
      asked: ["Meta盘后股价应声下跌多少？", "谷歌上涨多少？"],
    },
    { sentence: "虽然扎克伯格每年砸100亿美元研发AI,但效率不高。", asked: ["扎克伯格每年砸多少美元研发AI？"] },
    {
      sentence: "2024年10月, Meta悄悄收购了一家做AI的公司,团队很小。",
      asked: ["Meta什么时候悄悄收购了一家做AI的公司？", "What happened in October 2024?"],
    },
    { sentence: "深圳做3C配件的张老板说:“去年能赚。”", asked: ["张老板说了什么？"] },
    { sentence: "2024年第三季度,收入下滑。", asked: ["What happened in the third quarter of 2024?"] },
    { sentence: "他试过,抽成20%。", asked: ["What does 20% refer to?"] },
    { sentence: "这就是Meta的困境。", asked: [] },
    { sentence: "Meta的出路在哪?", asked: [] },
    { sentence: "", asked: [] },
  ])("$sentence", ({ sentence, asked }) => {
    const found = questions(sentence);
    expect(asked.length === 0 ? found : asked.filter((question) => !found.includes(question))).toEqual([]);
  });

  test.for([
    {
      sentence: "瓦窯河岸夜市將於民國114年1月6日（星期一）起暫停營業，進行整修。",
      asked: "瓦窯河岸夜市什麼時候暫停營業？",
    },
    { sentence: "河濱停車場東半部將封閉，因為需要堆放管材。", asked: "為什麼河濱停車場東半部將封閉？" },
    { sentence: "所謂「清涼攤」，是指只販售冷飲的攤位。", asked: "什麼是“清涼攤”？" },
    { sentence: "處長羅淑芬表示：「一次做好。」", asked: "處長羅淑芬表示了什麼？" },
    { sentence: "本次工程總經費為新臺幣4,850萬元，由市府自籌。", asked: "本次工程總經費為多少元？" },
  ])("$sentence", ({ sentence, asked }) => {
    expect(questions(sentence, "traditional")).toContain(asked);
  });
});

describe("turns an English statement round", () => {
  test.for([
    { sentence: "The library was founded in 1987 by a doctor.", asked: ["When was the library founded?"] },
    { sentence: "Membership costs £18 a year, or £9 for students.", asked: ["How much does membership cost?"] },
    { sentence: "The library is open from Thursday to Sunday.", asked: ["When is the library open?"] },
    { sentence: "A full charge takes 4.5 hours.", asked: ["How long does a full charge take?"] },
    {
      sentence: "The coordinator is the only person who is paid, because the county requires it.",
      asked: ["Why is the coordinator the only person who is paid?"],
    },
    { sentence: '"I have been offered money," says Agnes Thorley.', asked: ["What does Agnes Thorley say?"] },
    { sentence: "A guide costs 15 euros, and a map 3.", asked: ["How much does a guide cost?"] },
    { sentence: "The deposit is 40 pounds.", asked: ["How much is the deposit?"] },
    { sentence: "A round lasts ten minutes.", asked: ["How long does a round last?"] },
    { sentence: "Bicycles can be hired for two days only.", asked: ["How long can bicycles be hired?"] },
    { sentence: "A parcel is kept for you for a week.", asked: ["How long is a parcel kept?"] },
    { sentence: "You may bring up to three guests at a time.", asked: ["How many guests may I bring at a time?"] },
    { sentence: "Players can hold up to 7 cards.", asked: ["How many cards can players hold?"] },
    { sentence: "Anyone who has a ticket can join the walk.", asked: ["Who can join the walk?"] },
    { sentence: "Drivers must be at least 21 years old.", asked: ["How old must drivers be?"] },
    { sentence: "Dogs are not allowed on the beach, but on the pier.", asked: ["Are dogs allowed on the beach?"] },
    {
      sentence: "Ear protection is compulsory at the table saw.",
      asked: ["Is ear protection compulsory at the table saw?"],
    },
    { sentence: "The chair reminded members that fires are not allowed.", asked: [] },
    { sentence: "It was founded in 1987.", asked: [] },
    { sentence: "Nobody is turned away because of money.", asked: [] },
    { sentence: "4.2 It is returned within ten days.", asked: [] },
    { sentence: "Write to [info@example.org](mailto:info@example.org).", asked: [] },
  ])("$sentence", ({ sentence, asked }) => {
    expect(questions(sentence)).toEqual(asked);
  });
});

test.for([
  { heading: "扎克伯格的AI棋局:Meta为何盯上了谷歌的Gemini", asked: ["Meta为何盯上了谷歌的Gemini？"] },
  { heading: "百亿协议背后的“手艺联姻”:Meta与谷歌的算力博弈", asked: [] },
  { heading: "营业时间", asked: ["“营业时间”这一节讲什么？"] },
  {
    heading: "Opening hours",
    asked: ["What does it say about opening hours?", "What does the section “Opening hours” say?"],
  },
  { heading: "三、建造与领地", asked: ["“建造与领地”这一节讲什么？"] },
  { heading: "2.1 How to borrow a drill", asked: ["How do I borrow a drill?"] },
  { heading: "Can I bring my dog?", asked: ["Can I bring my dog?"] },
  {
    heading: "What cannot be borrowed",
    asked: ["What cannot be borrowed?", "What does the section “What cannot be borrowed” say?"],
  },
  {
    heading: "When something breaks",
    asked: ["What happens when something breaks?", "What does the section “When something breaks” say?"],
  },
  { heading: "What the words mean", asked: ["What does the section “What the words mean” say?"] },
  { heading: "How many and how long", asked: ["What does the section “How many and how long” say?"] },
  { heading: "Before you start", asked: ["What does the section “Before you start” say?"] },
  { heading: "4. DEPOSIT", asked: ["What does it say about deposit?", "What does the section “DEPOSIT” say?"] },
  { heading: "", asked: [] },
])("asks for the heading “$heading”", ({ heading, asked }) => {
  expect(draftHeadingQuestions(heading, { script: "simplified" }).map(({ question }) => question)).toEqual(asked);
});

test.for([
  { language: "en", script: "simplified", asked: "What does the article say about GDPR?" },
  { language: "zh", script: "simplified", asked: "关于GDPR，文章怎么说？" },
  { language: "zh", script: "traditional", asked: "關於GDPR，文章怎麼說？" },
] as const)("asks for a name: $asked", ({ language, script, asked }) => {
  expect(draftNameQuestions("GDPR", { language, script }).map(({ question }) => question)).toEqual([asked]);
});
