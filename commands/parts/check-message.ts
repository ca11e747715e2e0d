import type { Quote } from "../../src/answer/answer.ts";
import type { CheckedQuestion, TaughtState } from "../../src/community/check-taught.ts";
import { writeCsv } from "../../src/community/write-csv.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { TeachPhrases } from "../../src/render/phrases/teach/teach-phrases.ts";
import { contentLimit, type MessageReply } from "../../src/render/reply.ts";
import type { Library } from "../../src/search/library.ts";
import { joinShown } from "../../src/text/shown-part.ts";

/** So many of each state are named in the message; all stand in the file. */
const mostNamed = 3;
const longestQuestion = 100;

export interface CheckMessageOptions {
  readonly library: Pick<Library, "articles">;
  readonly locale: Locale;
  /** How long it may be, in UTF-16 code units; absent means as a message may. */
  readonly room?: number | undefined;
}

/** Tells what came of a check: counts, the first of each, and all of it as a file. */
export function checkMessage(
  checked: readonly CheckedQuestion[],
  { library: { articles }, locale, room = contentLimit }: CheckMessageOptions,
): MessageReply {
  const say = phrases[locale].teach.check;
  const alone = checked.filter(({ isFoundAlone }) => isFoundAlone).length;
  const place = (quote: Quote): string => {
    const title = articles.size > 1 ? `${articles.get(quote.article)?.title ?? quote.article} ` : "";
    return escapeInline(tidyLine(`${title}${quote.reference}`, longestQuestion));
  };
  const list = (most: number): string[] =>
    (["lost", "changed", "elsewhere", "right"] as const).flatMap((state) => {
      const those = checked.filter((each) => each.state === state);
      if (those.length === 0 && state !== "right") return [];
      const named = state === "right" ? [] : those.slice(0, most).map((each) => `- ${nameOne(each, say, place)}`);
      const rest = those.length - named.length;
      return [say[state](those.length), ...named, ...(named.length > 0 && rest > 0 ? [`-# ${say.more(rest)}`] : [])];
    });
  const compose = (most: number): string =>
    [say.done(checked.length), ...list(most), ...(alone > 0 ? [`-# ${say.byItself(alone)}`] : [])].join("\n");
  const fitting = Array.from({ length: mostNamed + 1 }, (_, fewer) => compose(mostNamed - fewer));
  return {
    kind: "message",
    content: fitting.find(({ length }) => length <= room) ?? compose(0),
    private: true,
    quotes: [],
    files: [{ name: "taught-questions.csv", bytes: new TextEncoder().encode(writeTable(checked, say)) }],
  };
}

function nameOne(
  { record, state, other }: CheckedQuestion,
  say: TeachPhrases["check"],
  place: (quote: Quote) => string,
): string {
  const question = escapeInline(tidyLine(record.question, longestQuestion));
  if (state === "lost") return say.closest(question, other && place(other));
  return other ? say.first(question, place(other)) : question;
}

function writeTable(checked: readonly CheckedQuestion[], say: TeachPhrases["check"]): string {
  const states: Readonly<Record<TaughtState, string>> = say.states;
  const rows = checked.map(({ record, state, quote, other, isFoundAlone }) => [
    states[state],
    record.question,
    record.article,
    quote?.reference ?? "",
    quote ? joinShown(quote.shown) : record.text,
    other ? [other.article === record.article ? "" : other.article, other.reference].join(" ").trim() : "",
    other ? joinShown(other.shown) : "",
    isFoundAlone ? "✓" : "",
  ]);
  return writeCsv([say.columns, ...rows]);
}
