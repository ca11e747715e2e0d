import type { Span } from "../text/span.ts";
import type { Mention, NamedParts } from "./mentions.ts";
import type { Question } from "./question.ts";
import { shiftTime } from "./shift-time.ts";
import { contentRuns, type Piece, sourceSpan } from "./resumed-text.ts";

interface Replacement extends Span {
  readonly by: string;
}

interface NounSought {
  readonly text: string;
  readonly opens?: string;
}

/**
 * Puts what a follow-up names in the place of what the earlier question names of the same sort.
 *
 *     谷歌2024年第三季度的收入是多少?   那第二季度呢?   → 谷歌2024年第二季度的收入是多少?
 *
 * What has no counterpart is put in front of a Chinese question and behind another.
 */
export function exchange(asked: NamedParts, part: Span, before: NamedParts): readonly Piece[] | undefined {
  const shifted = shiftTime(asked.question.folded.text.slice(part.start, part.end), before);
  if (shifted) return write(before, shifted, "");
  const own = asked.mentions.filter(({ start, end }) => start >= part.start && end <= part.end);
  const replacements: Replacement[] = [];
  const extra: string[] = [];
  for (const [index, mention] of own.entries()) {
    const isNamed = mention.sort === "name" || mention.sort === "person";
    const by = slice(
      asked,
      index === 0 && isNamed ? { start: modifierStart(asked, part, mention), end: mention.end } : mention,
    );
    const counterpart = findCounterpart(mention, before, replacements);
    if (counterpart) replacements.push(...swap(counterpart, by, before));
    else extra.push(by);
  }
  const noun = nounOf(asked, part, own);
  const target = noun && findNoun(foldedNoun(asked, part, noun), before, replacements);
  if (noun && target) replacements.push({ ...target, by: slice(asked, noun) });
  else if (noun) extra.push(slice(asked, noun));
  if (replacements.length === 0 && extra.length === 0) return undefined;
  return write(before, replacements, extra.join(" "));
}

/** A noun to look for the like of, with the preposition that an English part begins with. */
function foldedNoun({ question: { folded } }: NamedParts, part: Span, { start, end }: Span): NounSought {
  const opens = /^[a-z]+ (?=(?:the |an? |my |your )?[a-z\d])/u
    .exec(folded.text.slice(part.start, part.end))?.[0]
    .trim();
  return { text: folded.text.slice(start, end), ...(opens !== undefined && { opens }) };
}

function slice({ question }: NamedParts, span: Span): string {
  const { start, end } = sourceSpan(question, span);
  return question.source.slice(start, end);
}

function findCounterpart(
  mention: Mention,
  { mentions, question }: NamedParts,
  taken: readonly Span[],
): Span | undefined {
  const free = mentions.filter((other) => !taken.some(({ start }) => start === other.start));
  const same = free.find(({ sort }) => sort === mention.sort);
  if (same) return same;
  const isNamed = mention.sort === "name" || mention.sort === "person";
  if (!isNamed) return undefined;
  return free.find(({ sort }) => sort === "name" || sort === "person") ?? nounFor(question);
}

/** What a name may stand for: in English what something is of or for, else what stands first. */
function nounFor(question: Question): Span | undefined {
  const { text } = question.folded;
  const runs = contentRuns(question);
  if (/\p{Script=Han}/u.test(text)) return runs.map((run) => untilVerb(text, run))[0];
  for (const run of runs) {
    const leading = /(?<=\b(?:of|for|by|at) )(?:the |an? )?$/u.exec(text.slice(0, run.start));
    if (leading) return { start: leading.index, end: run.end };
  }
  return runs.filter(({ start }) => !IS_VERB.test(text.slice(0, start))).map((run) => withoutVerb(question, run))[0];
}

/** Where the earlier question has the new name already, both change places. */
function swap(place: Span, by: string, before: NamedParts): Replacement[] {
  const other = before.mentions.find((mention) => slice(before, mention).toLowerCase() === by.toLowerCase());
  const replacement = { start: place.start, end: place.end, by };
  if (!other || other.start === place.start) return [replacement];
  return [replacement, { start: other.start, end: other.end, by: slice(before, place) }];
}

/** What stands before the first name belongs to it: `那隔壁的谷歌呢`. */
function modifierStart({ question }: NamedParts, part: Span, first: Mention): number {
  return (
    contentRuns(question).find(({ start, end }) => start >= part.start && end <= first.start)?.start ?? first.start
  );
}

/** What of the follow-up is no mention: `那第二季度的利润呢` → 利润. */
function nounOf({ question }: NamedParts, part: Span, own: readonly Mention[]): Span | undefined {
  const runs = contentRuns(question).filter(({ start, end }) => start >= part.start && end <= part.end);
  const [mention] = own;
  const free = runs
    .flatMap((run) => withoutMentions(run, own))
    .filter(({ start }) => !mention || start >= mention.end || (mention.sort !== "name" && mention.sort !== "person"));
  const [first, last] = [free[0], free.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** The noun that ends alike (点击率 and 转化率); else one of the same kind, else what is said of a name, or what stands first. */
function findNoun(noun: NounSought, before: NamedParts, taken: readonly Span[]): Span | undefined {
  const { question, mentions } = before;
  const runs = contentRuns(question).flatMap((run) => withoutMentions(run, [...mentions, ...taken]));
  return /\p{Script=Han}/u.test(question.folded.text)
    ? findChineseNoun(noun.text, question, runs)
    : findEnglishNoun(noun, question, runs);
}

function findChineseNoun(noun: string, question: Question, runs: readonly Span[]): Span | undefined {
  const { text } = question.folded;
  const ends = new Set(question.words.map(({ at, length }) => at + length));
  for (const length of [2, 1]) {
    for (const run of noun.length > length ? runs : []) {
      const at = text.slice(run.start, run.end).indexOf(noun.slice(-length));
      const end = run.start + at + length;
      if (at >= 0 && (length === 2 || end === run.end || ends.has(end))) return { start: run.start, end };
    }
  }
  const nouns = runs.map((run) => untilVerb(text, run)).filter(({ start, end }) => end > start);
  const isAttribute = (span: string): boolean => ATTRIBUTE.test(span);
  const attribute = nouns.findLast(({ start, end }) => isAttribute(text.slice(start, end)));
  const thing = nouns.find(({ start, end }) => !isAttribute(text.slice(start, end)));
  return (isAttribute(noun) ? attribute : thing) ?? nouns[0];
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
  const number = nouns.findLast(({ start, end }) => isPlural(text.slice(start, end)) === isPlural(noun));
  return same ?? number ?? nouns.at(-1);
}

/** Behind these stands a verb: `do I park`, `to keep`. */
const IS_VERB = /\b(?:i|we|you|they|he|she|it|to)\s$/u;

function isPlural(noun: string): boolean {
  return /[^siua]s$|\b(?:people|men|women|children)$/u.test(noun);
}

/** `does a radio cost`, `are maps lent`, `dogs allowed`: behind the subject stands the verb. */
export function withoutVerb({ folded: { text } }: Question, run: Span): Span {
  const verb = /(?<=[a-z\d]) [a-z]+$/u.exec(text.slice(run.start, run.end));
  if (!verb || /^ (?:be|have|get|become|look|stay|need)\b/u.test(text.slice(run.end))) return run;
  const before = text.slice(0, run.start);
  const hasVerb =
    /\b(?:do|does|did|can|may|must|should|will|would|could) (?:[a-z]+ ){0,2}$/u.test(before) ||
    (!/^\W*what/u.test(text) && PARTICIPLE.test(verb[0]));
  return hasVerb ? { start: run.start, end: run.start + verb.index } : run;
}

const PARTICIPLE =
  /(?:ed|ent|en|open|due)$|^ (?:held|sold|kept|made|built|paid|bought|left|lost|found|run|won|shut|set|cut|put|read|taught|told)$/u;

/** A stretch without what is named in it. */
export function withoutMentions(run: Span, mentions: readonly Span[]): Span[] {
  const inside = mentions.filter(({ start, end }) => start < run.end && run.start < end);
  const starts = [run.start, ...inside.map(({ end }) => end)].toSorted((a, b) => a - b);
  const ends = [...inside.map(({ start }) => start), run.end].toSorted((a, b) => a - b);
  return starts.map((start, index) => ({ start, end: ends[index] ?? start })).filter(({ start, end }) => end > start);
}

/** What is said of a subject is none of its name: 点击率|提高. */
const VERBS =
  /上涨|下跌|提高|提升|增长|增加|减少|下降|降低|上升|省下|需要|收购|推出|发布|成立|举行|开放|营业|签[订署]?|[涨跌降升花投赔赚付买卖说做收抽占]/u;

/** A stretch of Chinese without the verb behind its noun, and without what leads to one: 修复要|花, 灯塔|建于. */
export function untilVerb(text: string, { start, end }: Span): Span {
  const at = text.slice(start + 1, end).search(VERBS);
  const noun = text.slice(start, at <= 0 ? end : start + 1 + at);
  const trailing = /(?<=\p{Script=Han}{2})(?:\p{Script=Han}[于自]|[要会能可应该须得])$/u.exec(noun);
  return { start, end: start + (trailing?.index ?? noun.length) };
}

function write({ question }: NamedParts, replacements: readonly Replacement[], extra: string): Piece[] {
  const pieces: Piece[] = [];
  const isChinese = /\p{Script=Han}/u.test(question.source);
  if (extra !== "" && isChinese) pieces.push({ text: `${extra} `, from: "follow-up" });
  let last = 0;
  for (const { start, end, by } of replacements.toSorted((a, b) => a.start - b.start)) {
    const place = sourceSpan(question, { start, end });
    pieces.push({ text: question.source.slice(last, place.start), from: "earlier" }, { text: by, from: "follow-up" });
    last = place.end;
  }
  const close =
    extra === "" || isChinese ? question.source.length : question.source.replace(/[?？.。\s]+$/u, "").length;
  pieces.push({ text: question.source.slice(last, close), from: "earlier" });
  if (extra !== "" && !isChinese) pieces.push({ text: ` ${extra}?`, from: "follow-up" });
  return pieces;
}
