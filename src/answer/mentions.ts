import type { Span } from "../text/span.ts";
import type { Question } from "./question.ts";

/** What a stretch of a question names; two of one sort can stand for each other. */
export type MentionSort =
  | "year"
  | "quarter"
  | "half"
  | "month"
  | "day"
  | "weekday"
  | "section"
  | "ordinal"
  | "percentage"
  | "person"
  | "name";

/** Something a question names that a follow-up can exchange, as a span of the folded question. */
export interface Mention extends Span {
  readonly sort: MentionSort;
}

export function isNamed({ sort }: Mention): boolean {
  return sort === "name" || sort === "person";
}

/** A question with what it names. */
export interface NamedParts {
  readonly question: Question;
  readonly mentions: readonly Mention[];
}

const NUMERAL = "[\\d零〇一二两三四五六七八九十]";
const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december";
const ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|previous";
const TITLES =
  "老板|老板娘|先生|女士|小姐|教授|博士|部长|市长|处长|局长|校长|总统|主席|总理|总裁|律师|医生|老师|队长|主任|经理";

/** The commonest surnames; another ideograph before a title belongs to other words: 的老板, 代表律师. */
const SURNAME =
  "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤温康施欧]";

/** How each sort is written in folded text; the first rules come before later ones where they overlap. */
const rules: readonly { readonly sort: MentionSort; readonly pattern: RegExp }[] = [
  {
    sort: "section",
    pattern: new RegExp(`(?:倒数)?第${NUMERAL}{1,3}个?(?:大?部分|章节|小节|节|章)|最后一?个?(?:部分|节|章)`, "gu"),
  },
  {
    sort: "section",
    pattern: new RegExp(`\\b(?:section|part|chapter) [\\d.]+|\\b(?:${ORDINAL}) (?:section|part|chapter)\\b`, "gu"),
  },
  {
    sort: "year",
    pattern: /(?:[公西]元|民国)?(?:\d{2,4}|[零〇一二三四五六七八九]{4})年(?!级|代|来|内|后|前)|[今去前明后]年|同年/gu,
  },
  { sort: "year", pattern: /\b(?:1[5-9]|20)\d{2}\b|\b(?:this|last|next) year\b/gu },
  {
    sort: "quarter",
    pattern:
      /第?[一二三四1-4]个?季度?(?!节)|\bq[1-4]\b|\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) quarter\b/gu,
  },
  { sort: "half", pattern: /[上下]半年|\b(?:first|second) half\b/gu },
  { sort: "month", pattern: new RegExp(`${NUMERAL}{1,2}月份?|\\b(?:${MONTHS})\\b`, "gu") },
  {
    sort: "weekday",
    pattern:
      /(?:星期|周|礼拜)[一二三四五六日天末]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\bweekends?\b|平日|假日/gu,
  },
  { sort: "day", pattern: new RegExp(`${NUMERAL}{1,3}[日号](?!线)`, "gu") },
  { sort: "ordinal", pattern: new RegExp(`第${NUMERAL}{1,3}(?:次|回|轮|届|名|批|天|步|阶段)|首[次届批]`, "gu") },
  { sort: "percentage", pattern: /(?<!\d)\d+(?:\.\d+)?(?:%| ?percent)/gu },
  {
    sort: "person",
    pattern: new RegExp(`(?:[小老]?${SURNAME})(?:${TITLES})|\\b(?:mr|mrs|ms|dr|prof)\\.? [a-z]+`, "gu"),
  },
];

export interface MentionOptions {
  /** The question as asked, whose capitals tell a name; its offsets by folded offset. */
  readonly source: string;
  readonly starts: Uint32Array;
  /** Whether folded text is the name of a person, a company, a product or a place. */
  readonly isName?: ((text: string) => boolean) | undefined;
}

/** Finds what a folded question names, in reading order and without overlaps. */
export function findMentions(text: string, options: MentionOptions): Mention[] {
  const found: Mention[] = [];
  const add = (mention: Mention): void => {
    if (!found.some((other) => other.start < mention.end && mention.start < other.end)) found.push(mention);
  };
  for (const { sort, pattern } of rules) {
    for (const match of text.matchAll(pattern)) add({ sort, start: match.index, end: match.index + match[0].length });
  }
  for (const span of [...knownNames(text, options.isName), ...latinNames(text, options)])
    add({ sort: "name", ...span });
  return found.toSorted((a, b) => a.start - b.start);
}

/** In ideographs and in words. */
const LONGEST_NAME = 8;

/** Tables of names hold terms as well (点击率, 大模型); such a noun does not stand for a company. */
const TERM = /(?:[率费价值量额度化]|模型|智能|算法|技术|数据|网络|计算|学习|系统|指标|成本|收入|广告)$/u;

/** Names that are known, the longest at each place. */
function knownNames(text: string, isName: MentionOptions["isName"]): Span[] {
  if (!isName) return [];
  const spans: Span[] = [];
  for (const run of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let from = 0; from < run[0].length; from += 1) {
      const length = lengths(run[0].length - from).find((size) => {
        const name = run[0].slice(from, from + size);
        return isName(name) && !TERM.test(name);
      });
      if (length === undefined) continue;
      spans.push({ start: run.index + from, end: run.index + from + length });
      from += length - 1;
    }
  }
  for (const word of text.matchAll(/[a-z][a-z\d.&-]*[a-z\d]/gu)) {
    if (isName(word[0]) && !ASKING.has(word[0])) spans.push({ start: word.index, end: word.index + word[0].length });
  }
  return spans;
}

/** From the longest name down to two ideographs. */
function lengths(most: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.min(LONGEST_NAME, most) - 1) },
    (_, index) => Math.min(LONGEST_NAME, most) - index,
  );
}

/** Among ideographs every Latin word is taken for a name, elsewhere one with a capital that begins no sentence. */
function latinNames(text: string, { source, starts }: MentionOptions): Span[] {
  const isChinese = /\p{Script=Han}/u.test(text);
  const spans: Span[] = [];
  for (const word of text.matchAll(/[a-z][a-z\d'’-]*(?: (?=[a-z]))?/gu)) {
    const written = source.charAt(starts[word.index] ?? 0);
    const isCapital = /\p{Lu}/u.test(written);
    const isFirst = !/[\p{L}\p{N}]/u.test(text.slice(0, word.index));
    const acronym = /\p{Lu}/u.test(source.charAt((starts[word.index] ?? 0) + 1));
    if (ASKING.has(word[0].trim()) || !(isChinese || (isCapital && (!isFirst || acronym)))) continue;
    const span = { start: word.index, end: word.index + word[0].trimEnd().replace(/['’]s$/u, "").length };
    const last = spans.at(-1);
    const joins = last && /^ $/u.test(text.slice(last.end, span.start)) && (isCapital || isChinese);
    if (joins) spans[spans.length - 1] = { start: last.start, end: span.end };
    else spans.push(span);
  }
  return spans;
}

/** English words of a mixed question that are no names. */
const ASKING: ReadonlySet<string> = new Set(
  "what who when where why how which and the a an of in on is are was were did does do about for to i it he she they that this".split(
    " ",
  ),
);
