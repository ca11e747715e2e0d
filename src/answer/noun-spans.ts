import type { Span } from "../text/span.ts";
import type { Question } from "./question.ts";

/** Behind these stands a verb: `do I park`, `to keep`. */
export const IS_VERB = /\b(?:i|we|you|they|he|she|it|to)\s$/u;

/** `does a radio cost`, `are maps lent`, `dogs allowed`: behind the subject stands the verb. */
export function withoutVerb({ folded: { text } }: Question, run: Span): Span {
  const loose = / (?:along|too|inside|outside|together|back|away|alone)$/u.exec(text.slice(run.start, run.end));
  if (loose) return { start: run.start, end: run.start + loose.index };
  const verb = /(?<=[a-z\d]) [a-z]+$/u.exec(text.slice(run.start, run.end));
  if (!verb || /^ (?:be|have|get|become|look|stay|need)\b/u.test(text.slice(run.end))) return run;
  const before = text.slice(0, run.start);
  if (/\b(?:for|of|on|in|at|with|by|from) (?:the |an? )?$/u.test(before)) return run;
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
  const trailing =
    /(?<=\p{Script=Han}{2})(?:\p{Script=Han}[于自]|[要会能可应该须得])$|(?<=\p{Script=Han})[要会能可]?[放泡煮炒炸烤蒸切洗住拿借停交缴]$/u.exec(
      noun,
    );
  return { start, end: start + (trailing?.index ?? noun.length) };
}
