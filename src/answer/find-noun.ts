import type { Span } from "../text/span.ts";
import type { NamedParts } from "./mentions.ts";
import { IS_VERB, untilVerb, withoutMentions, withoutVerb } from "./noun-spans.ts";
import type { Question } from "./question.ts";
import { contentRuns } from "./resumed-text.ts";

export interface NounSought {
  readonly text: string;
  readonly opens?: string;
}

/** The noun that ends alike (点击率 and 转化率); else one of the same kind, else what is said of a name, or what stands first. */
export function findNoun(noun: NounSought, before: NamedParts, taken: readonly Span[]): Span | undefined {
  const { question, mentions } = before;
  const runs = contentRuns(question).flatMap((run) => withoutMentions(run, [...mentions, ...taken]));
  return /\p{Script=Han}/u.test(question.folded.text)
    ? findChineseNoun(noun.text, question, runs)
    : findEnglishNoun(noun, question, runs);
}

function findChineseNoun(noun: string, question: Question, runs: readonly Span[]): Span | undefined {
  const { text } = question.folded;
  const alike = findAlike(noun, question, runs);
  if (alike) return alike;
  const nouns = runs.map((run) => untilVerb(text, run)).filter(({ start, end }) => end > start);
  const is = (pattern: RegExp, { start, end }: Span): boolean => pattern.test(text.slice(start, end));
  if (CHINESE_PEOPLE.test(noun)) return nouns.find((span) => is(CHINESE_PEOPLE, span));
  const attribute = nouns.findLast((span) => is(ATTRIBUTE, span));
  if (OF_A_SUBJECT.test(noun)) return attribute;
  // Behind `how` and `why` stands what is done, not what it is done to.
  const { asking, type } = question;
  const asksFirst = asking !== undefined && (type === "how" || type === "why") && (runs[0]?.start ?? 0) > asking.start;
  return asksFirst ? undefined : (nouns.find((span) => !is(ATTRIBUTE, span)) ?? nouns[0]);
}

/** What ends alike, from the word on that makes it about as long: 标准摊位|租金 and 转角摊位. */
function findAlike(noun: string, { folded: { text }, words }: Question, runs: readonly Span[]): Span | undefined {
  const ends = new Set(words.map(({ at, length }) => at + length));
  for (const length of [2, 1]) {
    for (const run of noun.length > length ? runs : []) {
      const at = text.slice(run.start, run.end).indexOf(noun.slice(-length));
      const end = run.start + at + length;
      if (at < 0 || !(length === 2 || end === run.end || ends.has(end))) continue;
      const starts = words.map((word) => word.at).filter((start) => start >= run.start && start < end);
      const start = starts.find((first) => first >= end - Math.max(noun.length, 3)) ?? run.start;
      return { start, end };
    }
  }
  return undefined;
}

/** What is measured of a thing, and does not stand for the thing. */
const ATTRIBUTE = /\p{Script=Han}(?:[率量额费价数本润入金度速幅比值期]|面积|人口|时间|年龄)$/u;

function findEnglishNoun(
  { text: noun, opens }: NounSought,
  question: Question,
  runs: readonly Span[],
): Span | undefined {
  const { text } = question.folded;
  const nouns = runs
    .filter(({ start }) => !IS_VERB.test(text.slice(0, start)))
    .map((run) => withoutVerb(question, run))
    .filter(({ start, end }) => end > start);
  const behind = (start: number): string => text.slice(Math.max(0, start - 12), start);
  const same = nouns.findLast(({ start }) => opens !== undefined && behind(start).includes(` ${opens} `));
  if (same) return same;
  if (PEOPLE.test(noun)) return nouns.find(({ start, end }) => PEOPLE.test(text.slice(start, end)));
  const number = nouns.findLast(({ start, end }) => isPlural(text.slice(start, end)) === isPlural(noun));
  return number ?? nouns.at(-1);
}

/** What a name may stand for: in English what something is of or for, else what stands first. */
export function findOwner(question: Question): Span | undefined {
  const { text } = question.folded;
  const runs = contentRuns(question);
  if (/\p{Script=Han}/u.test(text)) return runs.map((run) => untilVerb(text, run))[0];
  for (const run of runs) {
    const leading = /(?<=\b(?:of|for|by|at) )(?:the |an? )?$/u.exec(text.slice(0, run.start));
    if (leading) return { start: leading.index, end: run.end };
  }
  return runs.filter(({ start }) => !IS_VERB.test(text.slice(0, start))).map((run) => withoutVerb(question, run))[0];
}

/** Asked of a thing, and no thing that could stand for another. */
export const OF_A_SUBJECT =
  /(?:电话|地址|网址|邮箱|网站|联系方式|价格?|费用?|门票|时间|地点|位置|作者|日期|面积|人口|原因|结果|缺点|优点|好处|坏处|年龄|名字|[率量额价本润度])$/u;
export const PEOPLE =
  /\b(?:people|children|kids|babies|toddlers|adults|seniors|pensioners|students|teenagers|members|guests|visitors|families|men|women|beginners|residents|employees|volunteers|(?:under|over)-?[a-z\d]+s)$/u;
const CHINESE_PEOPLE = /(?:儿童|孩子?|老人|长者|学生|会员|成人|大人|家长|游客|[员者人生])$/u;

export function isPlural(noun: string): boolean {
  return /[^siua]s$|\b(?:people|men|women|children)$/u.test(noun);
}
