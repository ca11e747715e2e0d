import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { resumeQuestion } from "../../src/answer/follow-up.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import { english } from "../../src/languages/english.ts";
import { parseSynonyms } from "../../src/languages/synonyms.ts";
import { readWords } from "../../src/languages/read-words.ts";
import { createAnalyse } from "../../src/text/terms.ts";

const analyseText = createAnalyse({ words: readWords(), stem: english.stem });
const analyse = (text: string) => analyseQuestion(text, analyseText);
const rules = parseSynonyms(readFileSync("data/languages/names.synonyms.txt", "utf8"));
const names = new Set(rules.flatMap(({ asked }) => asked));
const isName = (text: string) => names.has(text);
const resume = (earlier: readonly string[], question: string) => {
  const { question: resumed, added } = resumeQuestion(analyse(question), earlier.map(analyse), { analyse, isName });
  return { resumed: resumed.source, added };
};

const shares = "谷歌的股价上涨了多少?";
const growth = "2024年第三季度Meta的广告收入增速是多少?";

describe("exchanges what is of the same sort", () => {
  test.for([
    { earlier: shares, question: "那Meta呢?", resumed: "Meta的股价上涨了多少?", added: ["股价上涨"] },
    { earlier: shares, question: "亚马逊又如何?", resumed: "亚马逊的股价上涨了多少?", added: ["股价上涨"] },
    { earlier: shares, question: "Google?", resumed: "Google的股价上涨了多少?", added: ["股价上涨"] },
    { earlier: shares, question: "苹果?", resumed: "苹果的股价上涨了多少?", added: ["股价上涨"] },
    { earlier: "谷歌的股價上漲了多少?", question: "那輝達呢?", resumed: "輝達的股價上漲了多少?", added: ["股價上漲"] },
    {
      earlier: growth,
      question: "那第二季度呢?",
      resumed: growth.replace("三", "二"),
      added: ["2024年", "Meta", "广告收入增速"],
    },
    {
      earlier: growth,
      question: "2023年呢?",
      resumed: growth.replace("2024", "2023"),
      added: ["第三季度", "Meta", "广告收入增速"],
    },
    {
      earlier: growth,
      question: "上一季度呢?",
      resumed: growth.replace("三", "二"),
      added: ["2024年", "Meta", "广告收入增速"],
    },
    { earlier: "2024年第一季度谁领先?", question: "上一季度呢?", resumed: "2023年第四季度谁领先?", added: ["领先"] },
    {
      earlier: "張老闆去年投了多少錢?",
      question: "那今年呢?",
      resumed: "張老闆今年投了多少錢?",
      added: ["張老闆", "投"],
    },
    {
      earlier: "谷歌的点击率提高了多少?",
      question: "那转化成本呢?",
      resumed: "谷歌的转化成本提高了多少?",
      added: ["谷歌", "提高"],
    },
    { earlier: "標準攤位的租金是多少?", question: "轉角攤位呢?", resumed: "轉角攤位的租金是多少?", added: ["租金"] },
    { earlier: "夜市週二幾點營業?", question: "那週六呢?", resumed: "夜市週六幾點營業?", added: ["夜市", "營業"] },
    { earlier: "狗可以进场吗?", question: "那导盲犬呢?", resumed: "导盲犬可以进场吗?", added: ["进场"] },
    { earlier: "第三部分讲什么?", question: "第四部分呢?", resumed: "第四部分讲什么?", added: ["讲"] },
    { earlier: "第三部分讲什么?", question: "下一部分呢?", resumed: "第四部分讲什么?", added: ["讲"] },
    { earlier: "Meta比谷歌高多少?", question: "那谷歌呢?", resumed: "谷歌比Meta高多少?", added: ["比", "高"] },
    {
      earlier: "How much did Meta's shares fall?",
      question: "and Google?",
      resumed: "How much did Google's shares fall?",
      added: ["shares fall"],
    },
    {
      earlier: "What was Meta's revenue in 2024?",
      question: "the year before?",
      resumed: "What was Meta's revenue in 2023?",
      added: ["Meta", "revenue"],
    },
    {
      earlier: "What was Meta's revenue in the third quarter?",
      question: "and the second quarter?",
      resumed: "What was Meta's revenue in the second quarter?",
      added: ["Meta", "revenue"],
    },
    {
      earlier: "How much is the deposit for a radio?",
      question: "and for a rope?",
      resumed: "How much is the deposit for a rope?",
      added: ["deposit"],
    },
    {
      earlier: "How long are maps lent?",
      question: "what about radios?",
      resumed: "How long are radios lent?",
      added: ["lent"],
    },
    { earlier: "what is section 3 about?", question: "and section 4?", resumed: "what is section 4 about?", added: [] },
    { earlier: "What is a kit?", question: "And a warden?", resumed: "What is a warden?", added: [] },
    { earlier: "標準攤位租金多少?", question: "那轉角攤位呢?", resumed: "轉角攤位租金多少?", added: ["租金"] },
    { earlier: "汽車停車一小時多少錢?", question: "機車呢?", resumed: "機車停車一小時多少錢?", added: ["停車一"] },
    { earlier: "怎么申请驾照?", question: "护照呢?", resumed: "怎么申请护照?", added: ["申请"] },
    { earlier: "冷藏能放多久?", question: "那冷冻呢?", resumed: "冷冻能放多久?", added: ["放"] },
    { earlier: "第一次招标底价是多少?", question: "第二次呢?", resumed: "第二次招标底价是多少?", added: ["招标底价"] },
    { earlier: "校长去年捐了多少?", question: "她今年呢?", resumed: "校长今年捐了多少?", added: ["校长", "捐"] },
    { earlier: "第一季的產量是多少?", question: "我是說第二季", resumed: "第二季的產量是多少?", added: ["產量"] },
    {
      earlier: "会员可以带几个朋友?",
      question: "非会员也可以吗?",
      resumed: "非会员可以带几个朋友?",
      added: ["带", "朋友"],
    },
    {
      earlier: "What is the fine for the first offence?",
      question: "I mean the second offence",
      resumed: "What is the fine for the second offence?",
      added: ["fine"],
    },
    {
      earlier: "What is the phone number of the treasurer?",
      question: "And Owen's?",
      resumed: "What is the phone number of Owen?",
      added: ["phone number"],
    },
    {
      earlier: "Do I have to wear a helmet?",
      question: "And gloves?",
      resumed: "Do I have to wear gloves?",
      added: ["wear"],
    },
    { earlier: "Is breakfast included?", question: "Dinner too?", resumed: "Is Dinner included?", added: ["included"] },
  ])("$earlier | $question", ({ earlier, question, resumed, added }) => {
    expect(resume([earlier], question)).toEqual({ resumed, added });
  });
});

describe("adds what has no counterpart", () => {
  test.for([
    { earlier: "夜市幾點營業?", question: "星期六呢?", resumed: "星期六 夜市幾點營業?", added: ["夜市", "營業"] },
    {
      earlier: "When is the library open?",
      question: "how about Sunday?",
      resumed: "When is the library open Sunday?",
      added: ["library open"],
    },
    {
      earlier: "What are the construction hours?",
      question: "And on Sundays?",
      resumed: "What are the construction hours on Sundays?",
      added: ["construction hours"],
    },
    {
      earlier: "How much does a day pass cost?",
      question: "What about children?",
      resumed: "How much does a day pass cost for children?",
      added: ["day pass cost"],
    },
    { earlier: "圖書館幾點開?", question: "電話呢?", resumed: "圖書館的電話?", added: ["圖書館"] },
    {
      earlier: "請問怎麼申請退費?",
      question: "網路也可以嗎?",
      resumed: "網路 請問怎麼申請退費?",
      added: ["申請退費"],
    },
  ])("$earlier | $question", ({ earlier, question, resumed, added }) => {
    expect(resume([earlier], question)).toEqual({ resumed, added });
  });
});

describe("puts a condition beside the question, or in the place of its own", () => {
  test.for([
    {
      earlier: "開幕典禮在哪裡舉行?",
      question: "如果下雨呢?",
      resumed: "如果下雨,開幕典禮在哪裡舉行?",
      added: ["開幕典禮", "舉行"],
    },
    { earlier: "要蒸多久?", question: "要是冷冻过的呢?", resumed: "要是冷冻过的,要蒸多久?", added: ["蒸"] },
    {
      earlier: "第一次違規怎麼處罰?",
      question: "超過三次呢?",
      resumed: "超過三次違規怎麼處罰?",
      added: ["違規", "處罰"],
    },
    {
      earlier: "When is the pool open?",
      question: "And if it rains?",
      resumed: "When is the pool open if it rains?",
      added: ["pool open"],
    },
    {
      earlier: "What happens if I'm late for a round?",
      question: "And if I miss two?",
      resumed: "What happens if I miss two?",
      added: ["happens"],
    },
    {
      earlier: "What are the opening hours in summer?",
      question: "And in winter?",
      resumed: "What are the opening hours in winter?",
      added: ["opening hours"],
    },
    {
      earlier: "Do I have to wear a helmet?",
      question: "Even in summer?",
      resumed: "Do I have to wear a helmet Even in summer?",
      added: ["wear", "helmet"],
    },
  ])("$earlier | $question", ({ earlier, question, resumed, added }) => {
    expect(resume([earlier], question)).toEqual({ resumed, added });
  });
});

describe("asks something else of the same", () => {
  test.for([
    { earlier: shares, question: "为什么?", resumed: "为什么 谷歌的股价上涨了?", added: ["谷歌", "股价上涨"] },
    { earlier: "張老闆賺了多少?", question: "為什麼?", resumed: "為什麼 張老闆賺了?", added: ["張老闆", "賺"] },
    {
      earlier: "Meta收购了哪家公司?",
      question: "什么时候?",
      resumed: "什么时候 Meta收购了公司?",
      added: ["Meta", "收购", "公司"],
    },
    {
      earlier: "How much did Meta's shares fall?",
      question: "why?",
      resumed: "why did Meta's shares fall?",
      added: ["Meta", "shares fall"],
    },
    {
      earlier: "Who founded the library?",
      question: "When was that?",
      resumed: "When founded the library?",
      added: ["founded", "library"],
    },
    { earlier: "Llama是什么时候推出的?", question: "后来呢?", resumed: "后来 Llama推出", added: ["Llama", "推出"] },
    { earlier: "Llama是什么时候推出的?", question: "谁推出的?", resumed: "Llama谁推出的?", added: ["Llama"] },
    { earlier: "頭獎是什麼?", question: "什麼時候抽?", resumed: "頭獎什麼時候抽?", added: ["頭獎"] },
    { earlier: "灯塔建于哪一年?", question: "什么时候熄灯的?", resumed: "灯塔什么时候熄灯的?", added: ["灯塔"] },
    { earlier: "修复要花多少钱?", question: "谁出?", resumed: "修复谁出?", added: ["修复"] },
    { earlier: "退货要付运费吗?", question: "谁付?", resumed: "退货谁付?", added: ["退货"] },
    { earlier: "請問怎麼申請退費?", question: "多久會收到?", resumed: "申請退費多久會收到?", added: ["申請退費"] },
    { earlier: "当晚有接驳车吗?", question: "末班车是几点?", resumed: "接驳车末班车是几点?", added: ["接驳车"] },
    {
      earlier: "Meta在2024年收购了什么公司?",
      question: "有多少人?",
      resumed: "有多少人 Meta在2024年收购了公司?",
      added: ["Meta", "2024年", "收购", "公司"],
    },
    {
      earlier: "How long can voice notes be?",
      question: "Which languages?",
      resumed: "Which languages voice notes?",
      added: ["voice notes"],
    },
    {
      earlier: "Who bought Vibes?",
      question: "Since when?",
      resumed: "Since when bought Vibes?",
      added: ["bought", "Vibes"],
    },
  ])("$earlier | $question", ({ earlier, question, resumed, added }) => {
    expect(resume([earlier], question)).toEqual({ resumed, added });
  });
});

describe("puts the subject in the place of a pronoun", () => {
  test.for([
    { earlier: "张老板去年赚了多少?", question: "他说了什么?", resumed: "张老板说了什么?", added: ["张老板"] },
    { earlier: "張老闆去年賺了多少?", question: "他說了什麼?", resumed: "張老闆說了什麼?", added: ["張老闆"] },
    { earlier: "谁是扎克伯格?", question: "他的态度是什么?", resumed: "扎克伯格的态度是什么?", added: ["扎克伯格"] },
    { earlier: "Llama是什么时候推出的?", question: "它有什么问题?", resumed: "Llama有什么问题?", added: ["Llama"] },
    { earlier: "Meta签了什么协议?", question: "它多少钱?", resumed: "Meta 协议多少钱?", added: ["Meta", "协议"] },
    { earlier: "Meta收购了哪家公司?", question: "那家公司有多少人?", resumed: "Meta 公司有多少人?", added: ["Meta"] },
    { earlier: "什么是清凉摊?", question: "它有什么优惠?", resumed: "清凉摊有什么优惠?", added: ["清凉摊"] },
    { earlier: "Meta要花多少钱?", question: "其原因是什么?", resumed: "Meta原因是什么?", added: ["Meta"] },
    {
      earlier: "Who is Owen Sallis?",
      question: "What does he do?",
      resumed: "What does Owen Sallis do?",
      added: ["Owen Sallis"],
    },
    {
      earlier: "深圳那位卖手机配件的老板是谁?",
      question: "他说了什么?",
      resumed: "深圳那位卖手机配件的老板说了什么?",
      added: ["深圳那位卖手机配件", "老板"],
    },
    {
      earlier: "原告的代表律師是誰?",
      question: "他在哪裡買到茶葉的?",
      resumed: "原告的代表律師在哪裡買到茶葉的?",
      added: ["原告", "代表律師"],
    },
    {
      earlier: "Meta跟Google簽了什麼合約?",
      question: "這樣能省多少?",
      resumed: " Meta跟Google簽了合約,能省多少?",
      added: ["Meta", "Google", "簽", "合約"],
    },
    {
      earlier: "Who won the Harvest Cup last year?",
      question: "What else did he do?",
      resumed: "What else did he do, won the Harvest Cup last year?",
      added: ["won", "Harvest Cup", "last year"],
    },
    {
      earlier: "What happens to people who fail the assessment?",
      question: "When can they try again?",
      resumed: "When can people who fail the assessment try again?",
      added: ["people", "fail", "assessment"],
    },
    {
      earlier: "Who can vote at the general meeting?",
      question: "When is it?",
      resumed: "When is general meeting?",
      added: ["general meeting"],
    },
    {
      earlier: "How much does the Team plan cost?",
      question: "Is it going to get dearer?",
      resumed: "Is Team plan going to get dearer?",
      added: ["Team", "plan"],
    },
    {
      earlier: "How long are maps lent?",
      question: "Can they be renewed?",
      resumed: "Can maps be renewed?",
      added: ["maps"],
    },
  ])("$earlier | $question", ({ earlier, question, resumed, added }) => {
    expect(resume([earlier], question)).toEqual({ resumed, added });
  });
});

describe("takes nothing over into a full question", () => {
  test.for([
    "谷歌抽成多少?",
    "那谷歌云的服务期限是几年?",
    "张老板是谁?",
    "Llama是什么?",
    "总结一下文章",
    "第三部分讲什么?",
    "谷歌 广告",
    "Meta为什么担心它的收入?",
    "Is it true that Meta bought Vibes?",
    "How much did Google's shares rise?",
    "What is this article about?",
    "紅茶產自哪裡?",
    "今天天气怎么样?",
    "自行車道什麼時候恢復通行?",
    "三岁以下的孩子可以吃吗?",
    "狗可以进场吗?",
    "这次合作有没有隐患?",
    "最先投降的那批士兵为何不愿再打?",
    "How long must a password be?",
    "How long does it take to charge a radio?",
    "Where can visitors park their cars?",
    "Why did the count stay behind his defences?",
    "Transcription fails, how do I get round that?",
    "What's the weather like today?",
    "谢谢",
    "ok thanks a lot!",
    "?",
    "",
  ])("%s", (question) => {
    expect(resume(["Meta的股价跌了多少?"], question)).toEqual({ resumed: question, added: [] });
  });

  test("or without an earlier one", () => {
    expect(resume([], "那谷歌呢?")).toEqual({ resumed: "那谷歌呢?", added: [] });
  });
});

describe("takes nothing over into a whole question for the clock, the weather or the listener", () => {
  test.for([
    "几点了?",
    "现在几点钟",
    "今天星期几",
    "今天几号",
    "外面冷吗",
    "明天会下雨吗",
    "北京天气如何",
    "你吃了吗",
    "你是谁",
    "你叫什么名字",
    "你好吗",
    "你会做什么",
    "最近怎么样",
    "你多大了",
    "現在幾點了",
    "你吃飽了嗎",
    "你幾歲?",
    "今天禮拜幾",
    "今天天氣怎麼樣",
    "What time is it?",
    "what time is it now",
    "What's the time?",
    "What day is it today?",
    "Is it Friday today?",
    "How is the weather?",
    "What's the weather like?",
    "Is it raining?",
    "is it cold outside?",
    "Who are you?",
    "How are you?",
    "How old are you?",
    "What can you do?",
    "How's it going?",
    "Are you a robot?",
    "1+1等于几",
    "三加五等於幾?",
    "What's 12 times 12?",
  ])("%s", (question) => {
    for (const earlier of ["谁是扎克伯格?", "Meta的股价跌了多少?", "Who is Mark Zuckerberg?"])
      expect(resume([earlier], question)).toEqual({ resumed: question, added: [] });
  });

  test.for([
    { earlier: "When is the general meeting?", question: "What time is it?" },
    { earlier: "When does the pool open?", question: "Is it cold?" },
    { earlier: "开幕典礼在哪里举行?", question: "几点?" },
    { earlier: "开幕典礼在哪里举行?", question: "天气不好呢?" },
    { earlier: "比赛什么时候开始?", question: "下雨怎么办?" },
    { earlier: "谁是扎克伯格?", question: "你知道为什么吗?" },
    { earlier: "谁是扎克伯格?", question: "他多大了?" },
    { earlier: "Who is the treasurer?", question: "How old is she?" },
  ])("but asks for an event, a person or a case: $earlier | $question", ({ earlier, question }) => {
    expect(resume([earlier], question).added).not.toEqual([]);
  });
});

describe("follows a follow-up", () => {
  test.for([
    { earlier: [shares, "那Meta呢?"], question: "为什么?", resumed: "为什么 Meta的股价上涨了?" },
    { earlier: ["苹果的点击率是多少?", "那亚马逊的复购率呢?"], question: "谷歌呢?", resumed: "谷歌的复购率是多少?" },
    {
      earlier: [growth, "第二季度呢?", "谷歌呢?"],
      question: "2023年呢?",
      resumed: "2023年第二季度谷歌的广告收入增速是多少?",
    },
    { earlier: [shares, "Meta签了什么协议?"], question: "为什么?", resumed: "为什么 Meta签了协议?" },
  ])("$earlier.1 | $question", ({ earlier, question, resumed }) => {
    expect(resume(earlier, question).resumed).toBe(resumed);
  });
});

test.for(["还有呢?", "具体呢", "what else?", "再详细说说", "tell me more"])(
  "asks for more of the same: %s",
  (question) => {
    const found = resumeQuestion(analyse(question), [analyse(shares)], { analyse, isName });
    expect(found.question.source).toBe(shares);
    expect(found.asksForMore).toBe(true);
  },
);

test.for([
  { earlier: ["今天天气怎么样"], question: "具体是多少?", resumed: "具体是多少?" },
  { earlier: [shares, "今天天气怎么样"], question: "那Meta呢?", resumed: "Meta的股价上涨了多少?" },
  { earlier: [shares, "How is the weather today?"], question: "为什么?", resumed: "为什么 谷歌的股价上涨了?" },
])("passes over what asks for something else: $earlier | $question", ({ earlier, question, resumed }) => {
  expect(resume(earlier, question).resumed).toBe(resumed);
});

test("takes nothing over from a long text of nothing", () => {
  expect(resume(["那".repeat(4000), shares], "那".repeat(4000)).added).toEqual([]);
});
