/** What may be asked of a text itself rather than of what it tells. */
export type TextFact = "author" | "date" | "source" | "title";

interface TextQuestion {
  readonly fact: TextFact;
  /** Matches a whole folded question. */
  readonly pattern: RegExp;
}

const END = String.raw`[\s?.!。,]*$`;

/** Texts that a question may call by their kind; books, songs and poems are rather what a text tells of. */
const KIND =
  "(?:文章|文|报道|报导|新闻|稿子?|公告|通知|启事|章程|公约|条例|规定|规则|规章|制度|办法|细则|法规|法律|法|手册|指南|说明书?|合同|协议|守则|声明|信|帖子?|博客|部落格|文件|档案|文档|材料|报告|纪要|记录|菜谱|食谱|教程|网页|页面|评论|访谈|采访|介绍)";
const TEXT = `(?:(?:这|本|该|此)(?:一)?(?:篇|份|则|封|条|个|页)?${KIND}|(?:这|该|此)(?:篇|份|则|页)|文章|全文|原文|报道|报导)`;
const FRAME = String.raw`^(?:请问|请告诉我|告诉我|我?想知道|那么?)?[,\s]*`;
const WHEN =
  "(?:什么时候|啥时候|何时|几时|哪(?:一)?(?:天|日|年|个?月)|几月几[日号]|几号|什么(?:时间|日期)|何年何月(?:何日)?)";
const PUBLISHED = "(?:发布|释出|发表|刊登|刊发|公布|出版|写|登出?|更新|修订|印发|成文|发文)";
const WHO = "(?:谁|哪(?:一)?位|哪个人?|何人|什么人)";
const WRITES = "(?:写|撰写|撰稿|撰文|起草|执笔|编写|编|发表|作)";

/** Chinese, folded: in Simplified characters. */
const chinese: readonly TextQuestion[] = (
  [
    [
      "author",
      `(?:${TEXT}的?)?(?:作者|撰稿人|撰文者?|执笔[人者]?|署名)(?:的?(?:名字|姓名))?(?:是|叫|为)?(?:${WHO}|什么(?:名字)?|啥)?`,
    ],
    ["author", `${TEXT}的(?:记者|译者|编者|笔者)(?:是|叫)?(?:${WHO}|什么名字)?`],
    ["author", `(?:${TEXT}|这)?(?:到底|究竟)?[是由]{0,2}${WHO}${WRITES}的?(?:文章|${TEXT})?`],
    ["author", `是?${WHO}${WRITES}[了的]?${TEXT}的?`],
    ["date", `(?:${TEXT}|这)?[是在]{0,2}${WHEN}${PUBLISHED}(?:出来)?[的了]?`],
    ["date", `(?:${TEXT}的?)?${PUBLISHED}的?(?:日期|时间|年份)(?:[是为]?(?:${WHEN}|多少|什么|哪天))?`],
    ["date", `(?:${TEXT}的)?日期[是为]?(?:${WHEN}|多少|什么)?`],
    ["source", `(?:${TEXT}的?)?(?:来源|出处)(?:[是为]?(?:哪里|哪儿|哪|何处|什么|谁))?`],
    [
      "source",
      `(?:${TEXT}|这)是?(?:从|来自|出自|转载自|转自|摘自)于?(?:哪里|哪儿|哪|何处|什么(?:地方|网站|媒体|报纸)?)来?的?`,
    ],
    ["source", `${TEXT}是?[在由]?(?:哪里|哪儿|哪个?(?:网站|媒体|报纸|平台)|谁)(?:发布|发表|刊登|转载)的?`],
    ["title", `(?:${TEXT}的?)?(?:标题|题目|篇名)(?:[是叫为]?(?:什么|啥))?`],
    ["title", `${TEXT}(?:的?(?:名字|名称))?[是叫做]{1,2}(?:什么|啥)(?:名字|名称|题目|标题)?`],
  ] as const
).map(([fact, pattern]) => ({ fact, pattern: new RegExp(`${FRAME}${pattern}${END}`, "u") }));

/** What `the` alone may mean the text itself by; a letter or a report may as well be one that is told of. */
const ITSELF = "(?:article|text|piece|document|page|post|handbook|manual|documentation|faq|notice|announcement)";
const ANY_KIND =
  "(?:article|text|piece|document|page|post|handbook|manual|documentation|faq|notice|announcement|story|report|guide|policy|agreement|contract|lease|licen[cs]e|statute|charter|code|terms|letter|essay|column|review|interview|recipe|paper|memo|newsletter|readme|constitution|regulations?|rules|minutes|press release|news item)";
const NAMED = `(?:this (?:[a-z]+ )?${ANY_KIND}|the (?:present )?${ITSELF})`;
const THIS = `(?:${NAMED}|this|it)`;
const ASK = String.raw`^(?:and |so |please |can you tell me |tell me )?`;

const english: readonly TextQuestion[] = (
  [
    ["author", `who (?:wrote|authored|penned|drafted|compiled) ${THIS}`],
    ["author", `who(?:'s| is| was| are) the (?:authors?|writers?)(?: of ${THIS})?`],
    ["author", `(?:what(?:'s| is) )?the (?:author's name|name of the author)(?: of ${THIS})?`],
    ["author", `who (?:is|was) ${THIS} (?:written |authored )?by`],
    ["author", `by whom (?:is|was) ${THIS} written`],
    ["author", `(?:the )?(?:authors?|byline)(?: of ${THIS})?`],
    [
      "date",
      `(?:when|(?:on )?(?:what|which) (?:date|day|year)) (?:is|was) ${THIS} (?:first |originally |last )?(?:published|posted|written|updated|dated|revised)`,
    ],
    ["date", `(?:when|(?:on )?(?:what|which) (?:date|day)) (?:is|was) ${NAMED} (?:released|issued|printed|made)`],
    ["date", `(?:what(?:'s| is| was) )?(?:the )?(?:publication|publishing|posting) date(?: of ${THIS})?`],
    ["date", `(?:what(?:'s| is) )?the date (?:of|on) ${NAMED}`],
    ["date", `when did ${NAMED} (?:come out|appear)`],
    ["source", `where (?:is|was|does|did) ${THIS} (?:come )?from`],
    ["source", `where (?:is|was) ${THIS} (?:first |originally )?(?:published|posted|printed)`],
    ["source", `(?:what(?:'s| is) )?(?:the )?source(?: of ${THIS})?`],
    ["source", `who published ${THIS}`],
    ["title", `(?:what(?:'s| is| was) )?(?:the )?(?:title|headline)(?: of ${THIS})?`],
    ["title", `what(?:'s| is) (?:the name of ${NAMED}|${NAMED} (?:called|titled|entitled))`],
  ] as const
).map(([fact, pattern]) => ({ fact, pattern: new RegExp(`${ASK}${pattern}${END}`, "u") }));

/** Questions about the text itself: who wrote it, when and where it appeared, what it is called. */
export const textQuestions: readonly TextQuestion[] = [...chinese, ...english];
