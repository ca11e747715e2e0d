import type { Question } from "./question.ts";

/**
 * Tells whether a question is whole although it names no subject: it asks the listener about themselves, for a sum, or for
 * the clock, the date or the weather of this moment. An earlier question has nothing to add to it.
 *
 *     你吃了吗?   几点了?   What time is it now?   How is the weather?
 *
 * @param earlier the question before it: where that asks when or where something is, `What time is it?` may ask for that.
 */
export function asksElsewhere({ folded }: Question, earlier?: Question): boolean {
  const text = folded.text.trim().replace(/(?<![?!.。,~\s])[?!.。,~\s]+$/u, "");
  if (ELSEWHERE.some((pattern) => pattern.test(text))) return true;
  if (!earlier) return false;
  const isOfEvent = earlier.type === "when" || earlier.type === "where" || PLANNED.test(earlier.folded.text);
  return !isOfEvent && AMBIGUOUS.test(text);
}

/** All of them take up the whole question, in folded text; what stands before a Chinese one is a greeting or a plea. */
const ZH = "^(?:请问|那么?|对了|话说|哎|嗨|喂)?,?";
const NOW = "(?:现在|此刻|目前|今天|今日|明天|昨天|后天|今晚|这会儿|外面|窗外)";
const EN = "^(?:so|and|but|ok(?:ay)?|well|hey|hi|by the way|btw)?,? ?(?:(?:do|can) you (?:know|tell me) )?";
const EN_NOW = "(?: (?:right now|now|today|tonight|tomorrow|outside|out there|there|over there|currently|this week))?";

/** What is asked of somebody who is spoken to; the singular alone, since 你们 may be those who wrote the article. */
const LISTENER =
  "(?:到底|究竟|现在|今天)?(?:是(?:谁|什么|哪|不是|机器人|人|男|女|ai)|叫(?:什么|啥)|几岁|多大|多高|好吗|好不好|在吗|吃|睡|喜欢|爱|会(?:做|干|说|唱|什么)|能(?:做|干)(?:什么|啥|嘛)|在(?:干|做|哪|忙)|住|从哪|来自|有(?:没有)?(?:男|女)?(?:朋友|感情|名字|爱好|对象)|怎么样|累|忙|开心|的(?:名字|年龄|生日|爱好))";

/** Both bounded, so that a long text takes no long time. */
const NUMBER = "(?:[0-9]{1,12}(?:[.][0-9]{1,6})?|[零一二两三四五六七八九十百千]{1,8})";
const PLUS = "(?:[+*×÷]|plus|minus|times|divided by|加上?|减去?|乘以?|除以)";

const ELSEWHERE: readonly RegExp[] = [
  // The listener.
  new RegExp(`${ZH}(?:现在|今天|最近|平时)?[你您]${LISTENER}`, "u"),
  new RegExp(
    `${ZH}(?:吃(?:过|完)?(?:早|午|晚)?(?:饭)?了[吗没]|睡(?:觉)?了[吗没]|(?:最近|近来|过得)(?:还)?(?:好吗|怎么样|怎样|如何|可好))$`,
    "u",
  ),
  new RegExp(
    `${EN}(?:who|what|how|where|how old|how tall) are you(?: (?:doing|up to|from|feeling|made of|called))?${EN_NOW}$`,
    "u",
  ),
  new RegExp(
    `${EN}how(?: do you (?:do|feel)| have you been| was your \\w+| is your \\w+|['’]s it going| is it going)${EN_NOW}$`,
    "u",
  ),
  /^(?:what|who|where|how|why|when) (?:can|do|did|would|could|will) you (?:do|think|live|like|love|mean|know|sleep|come from)(?: (?:all day|for me|for a living|about me))?$/u,
  /^(?:are|were|aren['’]?t) you\b/u,
  /^(?:do|did|have|don['’]?t) you (?:like|love|feel|eat|speak|sleep|dream|ever)\b/u,
  /^(?:can|could|will|would) you (?:please )?(?:help me|sing|dance|speak|hear me|understand me|tell (?:me |us )?an? (?:joke|story|riddle))\b/u,
  /^(?:who|what) (?:made|created|built|programmed|trained) you$/u,
  /^what(?: is|['’]s| are) your (?:name|age|hobby|hobbies|job|favou?rite .{1,30}|birthday|mood)$/u,
  // The clock and the date.
  new RegExp(
    `${ZH}(?:${NOW}(?:是)?几点钟?(?:了|啊|呢)?|(?:已经|都)?几点钟?了|${NOW}(?:是)?(?:什么)?(?:时间|时候)(?:了)?)$`,
    "u",
  ),
  new RegExp(
    `${ZH}(?:今天|今日|明天|昨天|后天)(?:是|系)?(?:(?:星期|周|礼拜)几|几[月号日].{0,3}|什么日子|哪一?天|农历.{0,6})(?:了|啊|呢)?$`,
    "u",
  ),
  new RegExp(`${ZH}(?:今年|现在)(?:是)?(?:哪一?年|几几年|公元.{0,4}年)(?:了)?$`, "u"),
  new RegExp(
    `${EN}what(?: time is it|['’]s the time| is the time| time it is| day is it| day it is| date is it| year is it| month is it)(?: (?:right now|now|today|please|here|there|over there|by you|in [a-z ]{2,20}))$`,
    "u",
  ),
  new RegExp(`${EN}what(?:['’]s| is) (?:today['’]s date|the (?:date|day) today|the time(?: now)?|today)$`, "u"),
  /^(?:do|can) you (?:know|tell me) what time it is$/u,
  /^is (?:it|today) (?:already )?(?:a )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: today| already| yet)?$/u,
  /^what year is it$/u,
  // The weather.
  new RegExp(
    `${ZH}(?:${NOW}|\\p{Script=Han}{2,4})?(?:的)?(?:天气|气温|温度)(?:预报)?(?:会|将|是)?(?:怎么样|怎样|如何|好吗|好不好|冷吗|热吗|多少度?|几度)(?:啊|呢|呀)?$`,
    "u",
  ),
  new RegExp(
    `${ZH}${NOW}(?:会|有|在|还)?(?:不会)?(?:下雨|下雪|刮风|打雷|出太阳|降温|冷|热|多少度|几度)(?:了)?(?:吗|么|不|没|呢)?$`,
    "u",
  ),
  new RegExp(
    `${EN}(?:how|what)(?:['’]s| is| was| will| would) the (?:weather|temperature)(?: be)?(?: like)?(?: (?:right now|now|today|tonight|tomorrow|outside|there|here|like today|in [a-z ]{2,20}))?$`,
    "u",
  ),
  /^(?:is|was|will) it (?:be )?(?:raining|snowing|sunny|cloudy|windy|stormy|foggy|going to (?:rain|snow|storm)|rain(?:y)?|snow(?:y)?)(?: (?:now|right now|today|tonight|tomorrow|outside))?$/u,
  /^(?:is|was) it (?:very |too |so )?(?:cold|hot|warm|cool|dark|nice|wet) (?:outside|out|out there)(?: (?:now|today|tonight))?$/u,
  // A sum; `24/7` and `2023-2024` are none.
  new RegExp(
    `^(?:请问|(?:what|how much)(?:['’]s| is| are| does)|calculate|compute|计算(?:一下)?|算(?:一下)?)?,? ?${NUMBER}(?: ?${PLUS} ?${NUMBER}){1,9} ?(?:等于|equals?|makes?|得|是|=)? ?(?:几|多少|what)?$`,
    "u",
  ),
  // What nobody can mean of an article.
  new RegExp(`${EN}what(?:['’]s| is) (?:up|new|for (?:breakfast|lunch|dinner|supper))$`, "u"),
];

/** `几点了` asks for the clock, `几点` for the event; English says the same for both. */
const AMBIGUOUS = /^(?:so |and |but )?what (?:time|day|date) is it$/u;
/** An earlier question that speaks of what is held at a time. */
const PLANNED =
  /会议|典礼|比赛|演出|活动|课|仪式|聚会|\b(?:meeting|ceremony|match|game|concert|event|party|class|lesson|show|session|train|bus|ferry|flight)\b/u;
