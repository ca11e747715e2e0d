import { draft, type DraftQuestion } from "./draft-question.ts";
import { draftEnglishHeading, draftEnglishQuestions } from "./english-question-templates.ts";

export interface TemplateOptions {
  /** The script for the words that ask in Chinese. */
  readonly script: "simplified" | "traditional";
}

/**
 * Makes questions from one sentence by turning its statements round, after the manner of Heilman and Smith, Good
 * Question! Statistical Ranking for Question Generation (2010), with patterns for trees: what does not fit a pattern
 * whole makes no question.
 *
 * @param sentence as shown, on one line.
 */
export function draftQuestions(sentence: string, { script }: TemplateOptions): DraftQuestion[] {
  if (/[*_`[\]<>|]/u.test(sentence) || /[?？]/u.test(sentence)) return [];
  const words = script === "traditional" ? TRADITIONAL : SIMPLIFIED;
  return isHan(sentence)
    ? [
        ...askNumbers(sentence),
        ...askDates(sentence, words),
        ...askReasons(sentence, words),
        ...askSpeakers(sentence, words),
        ...askDefinitions(sentence, words),
        ...askMonths(sentence),
        ...askFigures(sentence),
      ]
    : draftEnglishQuestions(sentence);
}

/**
 * Makes questions of a heading, the likeliest first: the one that it asks itself, then for what stands under it. Numbers
 * before it are no part of it.
 */
export function draftHeadingQuestions(heading: string, { script }: TemplateOptions): DraftQuestion[] {
  if (heading === "" || /[*_`[\]<>|]/u.test(heading)) return [];
  if (!isHan(heading)) return draftEnglishHeading(heading.replace(/^\s*(?:§\s*)?\d+(?:\.\d+)*[.):]?\s+/u, "").trim());
  const words = script === "traditional" ? TRADITIONAL : SIMPLIFIED;
  const part = heading
    .split(/[:：]/u)
    .find((each) => ASKS.test(each) && !/^(?:为|為|如|怎|能|难|難)/u.test(each.trim()));
  if (part !== undefined) return draft("zh", "asking-heading", `${part.trim().replace(/[?？]$/u, "")}？`);
  const bare = heading
    .replace(
      /^\s*(?:第?[\d零一二三四五六七八九十百]{1,4}(?:[章节節条條]\s*|[、.．)）]\s*)|[（(][\d一二三四五六七八九十]{1,3}[)）]\s*)/u,
      "",
    )
    .trim();
  if (/[:：,，。;；?？]/u.test(bare) || bare.length < 2 || bare.length > 10) return [];
  return draft("zh", "heading", `“${bare}”${words.section}${words.tells}${words.what}？`);
}

/** Makes a question for what is said of a name. */
export function draftNameQuestions(
  name: string,
  { language, script }: TemplateOptions & { readonly language: "zh" | "en" },
): DraftQuestion[] {
  const words = script === "traditional" ? TRADITIONAL : SIMPLIFIED;
  return language === "en"
    ? draft("en", "name", `What does the article say about ${name}?`)
    : draft("zh", "name", `${words.about}${name}，文章${words.how}？`);
}

interface AskingWords {
  readonly what: string;
  readonly when: string;
  readonly why: string;
  readonly said: string;
  readonly section: string;
  readonly tells: string;
  readonly about: string;
  readonly how: string;
}

const SIMPLIFIED: AskingWords = {
  what: "什么",
  when: "什么时候",
  why: "为什么",
  said: "说了",
  section: "这一节",
  tells: "讲",
  about: "关于",
  how: "怎么说",
};
const TRADITIONAL: AskingWords = {
  what: "什麼",
  when: "什麼時候",
  why: "為什麼",
  said: "說了",
  section: "這一節",
  tells: "講",
  about: "關於",
  how: "怎麼說",
};

const ASKS = /为何|為何|为什么|為什麼|如何|怎么|怎麼|能否|是否|谁|誰|还是|還是/u;

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** No subject begins like this: it stands in an earlier clause. */
const HEADLESS =
  /^(?:[把被让讓使用但而却卻如若其他她它这這那比再更并並且也又就都只才还還对對在从從将將每因由以于於为為与與和及或凡连連可能会會要不没沒无無有是去到的了我你您改须須应應该該需仍均各余餘]|如果|虽然|雖然|即使|原来|原來|例如|比如)/u;
/** Words before a clause that it can do without. */
const PREFIX = /^\s*(?:虽然|雖然|尽管|儘管|其中|目前|因此|所以|此外|另外|而|但)/u;

/** Clauses that stand by themselves, without white space around them. */
function clausesOf(sentence: string): string[] {
  return sentence
    .split(/(?:[，;；。!！:：—…]|(?<!\d),|,(?!\d))+/u)
    .map((clause) => clause.trim().replace(PREFIX, "").trim())
    .filter((clause) => clause.length >= 6 && clause.length <= 30 && !HEADLESS.test(clause) && isBalanced(clause));
}

function isBalanced(clause: string): boolean {
  const count = (marks: RegExp): number => [...clause.matchAll(marks)].length;
  return count(/[“「（(《]/gu) === count(/[”」）)》]/gu) && !/["‘’]/u.test(clause);
}

/** `谷歌却上涨近1%` → 谷歌上涨多少? */
function askNumbers(sentence: string): DraftQuestion[] {
  return clausesOf(sentence).flatMap((clause) => {
    const numbers = [...clause.matchAll(/\d[\d,.]*(?:[十百千万萬亿億]+)?(?:%|％)?/gu)];
    const [number] = numbers;
    if (!number || numbers.length > 1 || /\d\s*[年月日号號时時點点线線路樓楼歲岁]|[a-z]\d|\d[a-z]/iu.test(clause))
      return [];
    const before = clause
      .slice(0, number.index)
      .replace(/(?:将?近|約|约|大约|大約|超过|超過|逾|不到|不够|不足|整整|直接|新臺幣|新台币)$/u, "")
      .replace(/[却卻]|虽然|雖然/u, "");
    const after = clause
      .slice(number.index + number[0].length)
      .replace(/^的/u, "")
      .replace(/^[多余餘]/u, "");
    const isOdd =
      /[第前后後折“「]$/u.test(before) || /^(?:\s|格|条|條|款|章|节|節)|以[内內上下外]|之[内內]/u.test(after);
    if (before.length < 4 || isOdd || after.length > 12) return [];
    return draft("zh", "number", `${before.trimEnd()}多少${after}？`);
  });
}

const DATE =
  "(?:(?:民國|民国|[公西]元|同)?(?:\\d{2,4}年)?(?:第?[一二三四]季度?|[上下]半年|\\d{1,2}月)?(?:\\d{1,2}[日号號])?(?:（[^）]{1,6}）)?(?:[上下]午|晚上)?(?:[\\d一二三四五六七八九十]{1,3}[點点]半?)?)";
const EVENT =
  "(?:就|便|曾|已经?|正式|悄悄|突然|首次|刚|收购|推出|发布|發布|宣布|签署?|簽署?|开始|開始|成立|开放|開放|举行|舉行|暫停|暂停|重新|恢复|恢復|提出)";

/** `2024年10月, Meta悄悄收购了…` → Meta什么时候悄悄收购了…? */
function askDates(sentence: string, { when }: AskingWords): DraftQuestion[] {
  const first = new RegExp(
    `^${DATE}[,，]?\\s*([^,，。;；:：“「]{2,12}?)(${EVENT})([^,，。;；:：“「]{3,28}?)[,，。;；:：]`,
    "u",
  ).exec(sentence);
  const middle = new RegExp(
    `^([^,，。;；:：“「]{2,12}?)(?:將|将)?(?:自|從|从|[訂订定]?[於于]|在)${DATE}(?:[至到]${DATE})?起?([^,，。;；:：“「\\d]{2,20}?)[,，。;；]`,
    "u",
  ).exec(sentence);
  const asked: DraftQuestion[] = [];
  if (first && /^(?:民國|民国|[公西]元)?\d/u.test(sentence) && !HEADLESS.test(first[1] ?? "")) {
    asked.push(...draft("zh", "date", `${first[1]}${when}${(first[2] ?? "").replace(/^[就便]$/u, "")}${first[3]}？`));
  }
  if (
    middle &&
    /\d[年月日号號]/u.test(middle[0]) &&
    !/(?:以來|以来|[時时後后前起])$/u.test(middle[2] ?? "") &&
    !HEADLESS.test(middle[1] ?? "")
  ) {
    asked.push(...draft("zh", "date", `${middle[1]}${when}${middle[2]}？`));
  }
  return asked;
}

/** `由于A,B` and `B,因为A` → 为什么B? */
function askReasons(sentence: string, { why }: AskingWords): DraftQuestion[] {
  const stated =
    /^(?:由于|由於|因为|因為)[^,，。]{3,40}[,，](?:因此|所以)?([^,，。;；]{5,26})[,，。;；]/u.exec(sentence)?.[1] ??
    /(?:^|[。;；,，])([^,，。;；]{6,26})[,，](?:因为|因為)[^,，。]/u.exec(sentence)?.[1];
  if (stated === undefined || HEADLESS.test(stated) || /[则則]/u.test(stated) || !isBalanced(stated)) return [];
  return draft("zh", "reason", `${why}${stated.trim()}？`);
}

/** `深圳做3C配件的张老板说:“…` → 张老板说了什么? */
function askSpeakers(sentence: string, { what, said }: AskingWords): DraftQuestion[] {
  const match =
    /(?:^|[,，。;；]|更扎心的是)\s*([^,，。;；:：“「]{2,20}?)(?:就|也|则|則)?(私下抱怨|抱怨|说|說|表示|指出|警告|认为|認為|坦言)[:：,，]\s*[“「]/u.exec(
      sentence,
    );
  const [speaker = "", verb = ""] = [match?.[1]?.split("的").at(-1)?.trim(), match?.[2]];
  if (speaker.length < 2 || HEADLESS.test(speaker)) return [];
  return draft(
    "zh",
    "speaker",
    `${speaker}${/^[说說]$/u.test(verb ?? "") ? said : `${verb}${/表示|指出/u.test(verb ?? "") ? "了" : ""}`}${what}？`,
  );
}

function askDefinitions(sentence: string, { what }: AskingWords): DraftQuestion[] {
  const term = /^所[谓謂][“「]?([^”」,，]{2,12})[”」]?[,，]?(?:就)?(?:是指?|指的是|指)/u.exec(sentence)?.[1];
  return term === undefined ? [] : draft("zh", "definition", `${what}是“${term}”？`);
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
const QUARTERS: Readonly<Record<string, string>> = { 一: "first", 二: "second", 三: "third", 四: "fourth" };

/** Dates are what an English question can ask of a Chinese text without knowing its words. */
function askMonths(sentence: string): DraftQuestion[] {
  // A date line tells of no event.
  if (!/[。！；;.!]["”」』]?\s*$/u.test(sentence)) return [];
  const month = /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})[日号號])?/u.exec(sentence);
  const name = MONTHS[Number(month?.[2]) - 1];
  if (month && name)
    return draft("en", "date", `What happened ${month[3] ? `on ${month[3]}` : "in"} ${name} ${month[1]}?`);
  const quarter = /(?<!\d)((?:19|20)\d{2})年第?([一二三四])季/u.exec(sentence);
  const ordinal = QUARTERS[quarter?.[2] ?? ""];
  if (quarter && ordinal) return draft("en", "date", `What happened in the ${ordinal} quarter of ${quarter[1]}?`);
  const year = /(?<!\d)((?:19|20)\d{2})年/u.exec(sentence)?.[1];
  return year === undefined ? [] : draft("en", "date", `What happened in ${year}?`);
}

/** A figure reads the same in both languages. */
function askFigures(sentence: string): DraftQuestion[] {
  const [figure, ...others] = sentence.match(/(?<!\d)\d+(?:\.\d+)?%/gu) ?? [];
  return figure === undefined || others.length > 0 ? [] : draft("en", "figure", `What does ${figure} refer to?`);
}
