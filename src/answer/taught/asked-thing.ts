import type { Span } from "../../text/span.ts";
import { findType } from "../question.ts";

/** What a question asks for, finer than its type: two questions are the same only where this is. */
export interface AskedThing {
  /** `price`, `when`, `may` … */
  readonly thing: string;
  /** What narrows it down: the time of day, a city; where only one of two questions tells it they may still be the same. */
  readonly sort: string | undefined;
  /** Whoever is asked for has it done to them: `Who did France beat`, 法国打败了谁. */
  readonly isObject: boolean;
  /** The words that ask, in the folded text: they are no content. */
  readonly spans: readonly Span[];
}

interface ThingRule {
  readonly thing: string;
  /** Of which types of questions; `what` stands for definitions and keywords too. */
  readonly types: readonly string[];
  readonly pattern: RegExp;
}

const OPEN = ["what", "definition", "keywords", "how-many"];
const CLOSED = ["yes-no"];

/**
 * What a question may turn on, in folded text; the first that matches counts. What is matched asks and is no content: `What does
 * it cost`, `How much is it` and `its price` are one question.
 */
const THINGS: readonly ThingRule[] = [
  {
    thing: "how often",
    types: [...OPEN, "how"],
    pattern: /\bhow often\b|\bhow frequently\b|多久一次|频率|几(?:天|周|年|个月)一次/gu,
  },
  {
    thing: "how long",
    types: OPEN,
    pattern:
      /\bhow (?:long|much time)\b|\bhow many (?:seconds|minutes|hours|days|weeks|months|years)\b|\bduration\b|(?:有)?多久|多长时间|(?:几|多少)(?:个)?(?:小时|分钟|星期|天|周|年|月)|(?<=期|时间)多长|时长/gu,
  },
  {
    thing: "price",
    types: [...OPEN, "how"],
    pattern:
      /\bhow (?:much(?: money)?|expensive)\b|\b(?:costs?|prices?|fees?|charges?|charged|priced)\b|(?:多少|几多)(?:钱|元|块钱?)|几(?:块|元)钱?|(?<=[款费金价租薪资])(?:是|为|有)?多少(?![个名位人家种次只台本])|价格|价钱|费用|收费|售价|定价/gu,
  },
  { thing: "how old", types: OPEN, pattern: /\bhow old\b|\bage\b|几岁|多大(?:年纪|年龄|岁数)?|多少岁|年龄/gu },
  { thing: "how far", types: OPEN, pattern: /\bhow far\b|\bdistance\b|多远|距离/gu },
  {
    thing: "how high",
    types: OPEN,
    pattern: /\bhow (?:tall|high)\b|\bheight\b|(?:有)?多高|高度/gu,
  },
  {
    thing: "how heavy",
    types: OPEN,
    pattern: /\bhow heavy\b|\bhow much (?=.{1,60}\bweigh\b)|\bweigh(?:s|t)?\b|(?:有)?多重|重量/gu,
  },
  {
    thing: "how big",
    types: OPEN,
    pattern: /\bhow (?:big|large)\b|\bsize\b|(?:有)?多大|大小/gu,
  },
  {
    thing: "how many",
    types: OPEN,
    pattern:
      /\bhow many\b|\b(?:the )?(?:total )?number of\b|(?<!(?:是|为)(?=多少\s{0,3}[?？]?\s{0,3}$))(?:多少|几多)(?:[个名位家种次只台本张件条页份杯片粒颗瓶包盒支枚匹棵座辆艘架]|人)?|几[个名位家种次只台本张件条页份杯片粒颗瓶包盒支枚匹棵座辆艘架]|数量/gu,
  },
  {
    thing: "when",
    types: ["when", ...OPEN],
    pattern: /\b(?:hours?|times?|dates?)\b|时间(?:表)?|日期|时段/gu,
  },
  {
    // A deadline is a time, and stays what is asked about.
    thing: "when",
    types: OPEN,
    pattern: /(?=\bdeadlines?\b|截止|到期)/gu,
  },
  {
    thing: "where",
    types: ["where", ...OPEN],
    pattern: /\b(?:address|location|located|situated|venue|find)\b|地址|地点|位置|位于|坐落于?|地处/gu,
  },
  {
    thing: "how",
    types: ["how", ...OPEN],
    pattern: /\b(?:way|ways|method|procedure|process|steps) (?:to|of|for)\b|流程|步骤|手续|方法|办法|程序/gu,
  },
  {
    thing: "must",
    types: CLOSED,
    pattern:
      /\b(?:must|need(?:s|ed)?(?: to)?|have to|has to|required|require|requires|necessary|obliged|mandatory|compulsory)\b|必须|需不需要|需要|要不要|用不用|必要|得要|一定要|(?<![不需])要(?![么是求])(?=\p{Script=Han}{1,12}吗)/gu,
  },
  {
    thing: "may",
    types: CLOSED,
    pattern:
      /\b(?:can|could|may|allowed|allow|permitted|permit|possible|able to|ok to|okay to)\b|可不可以|可以|可否|能不能|能否|能够|能(?=\p{Script=Han})|允许|准许|准不准|许可/gu,
  },
];

/** What narrows down a time, a place or a person. */
const SORTS: readonly (readonly [sort: string, pattern: RegExp])[] = [
  ["time of day", /\bwhat time\b|\bopening hours\b|\bhours\b|几点|几时|幾點/u],
  ["weekday", /\b(?:what|which) (?:day of the week|weekday)\b|(?:星期|周|礼拜)几/u],
  ["day", /\b(?:what|which) (?:day|date)\b|\bdates?\b|哪(?:一)?天|几号|几日|哪(?:一)?日|日期/u],
  ["month", /\b(?:what|which) month\b|几月|哪(?:个)?月/u],
  ["year", /\b(?:what|which) year\b|哪(?:一)?年|何年/u],
];
/** `Which city`, 哪个城市. */
const NAMED_SORT =
  /\b(?:what|which) (place|city|country|town|state|region|street|room|building|floor|company|team|group|person|woman|man)\b|(?:哪|什么)(?:一)?(?:个|座|家|位|间|层)?(城市|国家|省|地区|街|楼|房间|公司|团队|大学|学校)/u;

/** Words that tell only that something may, must or happens to be: what they say is in `thing`. */
export function readAskedThing(text: string): AskedThing {
  const { type: found, asking } = findType(text);
  // `Side effects?` asks no more than `side effects`.
  const type = found === "yes-no" && !asking ? "keywords" : found;
  const own = asking && type !== "definition" ? [asking] : [];
  const rule = THINGS.find(({ types, pattern }) => types.includes(type) && text.search(pattern) >= 0);
  const spans = rule
    ? [...own, ...spansOf(text, rule.pattern)]
    : asking
      ? [...own, definitionFrame(text, asking)]
      : own;
  if (!CLOSED.includes(type)) spans.push(...spansOf(text, OBLIGATION));
  const sort = SORTS.find(([, pattern]) => pattern.test(text))?.[0] ?? namedSort(text);
  const isTime = rule?.thing === "when" || type === "when";
  return {
    thing: rule?.thing ?? (OPEN.includes(type) ? howMuch(text, asking) : type),
    sort: isTime || type === "where" || type === "who" ? sort : undefined,
    isObject: type === "who" && OBJECT.test(text),
    spans,
  };
}

/** Who does what is the same whether one must or may: that is told as a trait. */
const OBLIGATION = /\b(?:has|have|had|needs?|needed|allowed|permitted|able|required|supposed) to\b/gu;
const OBJECT =
  /\bwho(?:m|se)? (?:did|does|do|(?:has|have|had)(?! to\b)|(?:is|are) (?!not |\w+ly |also |still |\w+ing\b).{1,60}ing)\b|(?<![是为系被由])谁[\s?？。]*$|[给对把向跟和]谁/u;

/** `How big` asks for that, `what size` for no more than `size`. */
function howMuch(text: string, asking: Span | undefined): string {
  const asked = asking ? text.slice(asking.start, asking.end) : "";
  if (asked.startsWith("几")) return "how many";
  const measure = /^(?:by )?how .+|(?<=^有?)多(?!少)\p{Script=Han}.*/u.exec(asked)?.[0];
  return measure ?? "what";
}

function namedSort(text: string): string | undefined {
  const match = NAMED_SORT.exec(text);
  return match ? (match[1] ?? match[2]) : undefined;
}

/** `What is a kit` asks by its first words alone; 套件是什么 by its last. */
function definitionFrame(text: string, asking: Span): Span {
  const asked = text.slice(asking.start, asking.end);
  const frame = /^what(?:['’]s| is| are| was| were| does| do)\b/u.exec(asked)?.[0].length;
  return frame === undefined ? asking : { start: asking.start, end: asking.start + frame };
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({ start: index, end: index + length }));
}
