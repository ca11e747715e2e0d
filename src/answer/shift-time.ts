import type { Span } from "../text/span.ts";
import type { MentionSort, NamedParts } from "./mentions.ts";

interface Shift extends Span {
  readonly by: string;
}

const SORTS: readonly { readonly sort: MentionSort; readonly pattern: RegExp }[] = [
  { sort: "year", pattern: /年|\byear/u },
  { sort: "quarter", pattern: /季|\bquarter/u },
  { sort: "month", pattern: /月|\bmonth/u },
  { sort: "section", pattern: /部分|节|章|\b(?:section|part|chapter)/u },
];
const BACK = /^(?:前|上)(?:一|个|面)|\b(?:before|previous|prior|preceding|earlier)\b/u;
const ON = /^(?:后|下|次)(?:一|个|面)?|^第二年|\b(?:after|next|following|later)\b/u;
const CHINESE = "一二三四五六七八九十";
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const MONTHS = "january february march april may june july august september october november december".split(" ");

/** Reckons `the year before`, `上一季度` and `下一部分` from what the earlier question names; gives nothing for all else. */
export function shiftTime(part: string, { question, mentions }: NamedParts): Shift[] | undefined {
  if (/[\d]/u.test(part)) return undefined;
  const step = BACK.test(part) ? -1 : ON.test(part) ? 1 : 0;
  const sort = SORTS.find(({ pattern }) => pattern.test(part))?.sort;
  const from = step === 0 ? undefined : mentions.find((mention) => mention.sort === sort);
  if (!from) return undefined;
  const written = question.folded.text.slice(from.start, from.end);
  const limit = sort === "quarter" ? 4 : sort === "month" ? 12 : undefined;
  const { by, carried } = shift(written, step, limit);
  const year = carried === 0 ? undefined : mentions.find((mention) => mention.sort === "year");
  const turned = year && {
    start: year.start,
    end: year.end,
    by: shift(question.folded.text.slice(year.start, year.end), carried).by,
  };
  return [{ start: from.start, end: from.end, by }, ...(turned ? [turned] : [])];
}

/** Counts on in whatever way the number is written; quarters and months turn over into another year. */
function shift(written: string, step: number, limit?: number): { readonly by: string; readonly carried: number } {
  const turn = (value: number): { readonly value: number; readonly carried: number } => {
    if (limit === undefined || (value >= 1 && value <= limit)) return { value, carried: 0 };
    return { value: value < 1 ? limit : 1, carried: value < 1 ? -1 : 1 };
  };
  for (const { pattern, read, write } of WRITINGS) {
    const match = pattern.exec(written)?.[0];
    if (match === undefined) continue;
    const { value, carried } = turn(read(match) + step);
    return { by: written.replace(match, write(value)), carried };
  }
  return { by: written, carried: 0 };
}

const WRITINGS: readonly {
  readonly pattern: RegExp;
  readonly read: (text: string) => number;
  readonly write: (value: number) => string;
}[] = [
  { pattern: /\d+/u, read: Number, write: String },
  {
    pattern: new RegExp(`[${CHINESE}]`, "u"),
    read: (text) => CHINESE.indexOf(text) + 1,
    write: (value) => CHINESE.charAt(value - 1),
  },
  {
    pattern: new RegExp(ORDINALS.join("|"), "u"),
    read: (text) => ORDINALS.indexOf(text) + 1,
    write: (value) => ORDINALS[value - 1] ?? "",
  },
  {
    pattern: new RegExp(MONTHS.join("|"), "u"),
    read: (text) => MONTHS.indexOf(text) + 1,
    write: (value) => MONTHS[value - 1] ?? "",
  },
];
