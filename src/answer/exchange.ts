import type { Span } from "../text/span.ts";
import type { Mention, NamedParts } from "./mentions.ts";
import type { Question } from "./question.ts";
import { shiftTime } from "./shift-time.ts";
import { contentRuns, type Piece, sourceSpan } from "./resumed-text.ts";

interface Replacement extends Span {
  readonly by: string;
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
  const target = noun && findNoun(slice(asked, noun), before, replacements);
  if (noun && target) replacements.push({ ...target, by: slice(asked, noun) });
  else if (noun) extra.push(slice(asked, noun));
  if (replacements.length === 0 && extra.length === 0) return undefined;
  return write(before, replacements, extra.join(" "));
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
  return (
    free.find(({ sort }) => sort === "name" || sort === "person") ??
    contentRuns(question).map((run) => untilVerb(question.folded.text, run))[0]
  );
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

/** The noun that ends alike (点击率 and 转化率); else what is said of a name, or what stands first. */
function findNoun(noun: string, { question, mentions }: NamedParts, taken: readonly Span[]): Span | undefined {
  const text = question.folded.text;
  const nouns = contentRuns(question)
    .flatMap((run) => withoutMentions(run, [...mentions, ...taken]))
    .map((run) =>
      /\p{Script=Han}/u.test(text.slice(run.start, run.end)) ? untilVerb(text, run) : withoutVerb(question, run),
    )
    .filter(({ start, end }) => end > start);
  const ending = noun.toLowerCase().slice(-1);
  const alike = /\p{Script=Han}/u.test(noun) ? nouns.find(({ end }) => text.charAt(end - 1) === ending) : nouns.at(-1);
  return alike ?? nouns[0];
}

/** `does a radio cost`, `are maps lent`, `dogs allowed`: behind the subject stands the verb. */
export function withoutVerb({ folded: { text } }: Question, run: Span): Span {
  const verb = /(?<=[a-z\d]) [a-z]+$/u.exec(text.slice(run.start, run.end));
  if (!verb) return run;
  const before = text.slice(0, run.start);
  const hasVerb =
    /\b(?:do|does|did|can|may|must|should|will|would|could) (?:[a-z]+ ){0,2}$/u.test(before) ||
    (!/^\W*what/u.test(text) && /(?:ed|ent|en|open|due)$/u.test(verb[0]));
  return hasVerb ? { start: run.start, end: run.start + verb.index } : run;
}

function withoutMentions(run: Span, mentions: readonly Span[]): Span[] {
  const inside = mentions.filter(({ start, end }) => start < run.end && run.start < end);
  if (inside.length === 0) return [run];
  const last = Math.max(...inside.map(({ end }) => end));
  return last < run.end ? [{ start: last, end: run.end }] : [];
}

/** What is said of a subject is none of its name: 点击率|提高. */
const VERBS =
  /上涨|下跌|提高|提升|增长|增加|减少|下降|降低|上升|省下|需要|收购|推出|发布|成立|举行|开放|营业|签[订署]?|[涨跌降升花投赔赚付买卖说做收抽占]/u;

function untilVerb(text: string, { start, end }: Span): Span {
  const at = text.slice(start + 1, end).search(VERBS);
  return { start, end: at <= 0 ? end : start + 1 + at };
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
