import type { Article } from "../article/article.ts";
import type { Span } from "../text/span.ts";
import type { Plan } from "./change.ts";
import { headingAt } from "./find-text.ts";
import { answerGap } from "./gaps.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";
import type { TaughtRecord } from "./records.ts";

/** So many questions a server may teach. */
export const mostTaught = 10_000;
/** A longer place has no room in a message below its question; in UTF-16 code units. */
export const longestTaught = 1200;

export interface Teaching {
  readonly question: string;
  readonly article: Article;
  /** Whole sentences. */
  readonly span: Span;
  /** The key of what is taught for the same question in other letters. */
  readonly replaces?: string | undefined;
  /** The key that it gets where nothing is taught for the question. */
  readonly key: string;
  /** The key of the gap that asks the same, which is answered by it. */
  readonly gap: string;
  /** Milliseconds since 1970, and Discord's id of whoever teaches it. */
  readonly at: number;
  readonly by: string;
}

export type TeachRefusal = "full" | "already" | "changed";

/** Chooses a place for a question, in place of the one that was chosen before. */
export function planTeach(state: GuildState, teaching: Teaching): Plan<TeachRefusal> {
  const { question, article, span, at, by } = teaching;
  const active = state.article.get(article.id)?.active;
  if (active !== undefined && active !== article.version) return { kind: "refused", refusal: "changed" };
  const known = keyOf(state, teaching);
  if (known === undefined && state.taught.size >= mostTaught) return { kind: "refused", refusal: "full" };
  const text = article.text.slice(span.start, span.end);
  const before = known === undefined ? undefined : state.taught.get(known);
  if (before && !before.lost && before.article === article.id && before.text === text && isThere(before, span))
    return { kind: "refused", refusal: "already" };
  const { id, version } = article;
  const heading = headingAt(article, span.start);
  const value: TaughtRecord = { question, article: id, version, span, text, heading, lost: false, at, by };
  return {
    kind: "change",
    name: "taught",
    subject: question,
    writes: [
      writeRecord(state, "taught", { key: known ?? teaching.key, value }),
      ...answerGap(state, teaching.gap, at),
    ],
  };
}

/** Takes what was chosen for a question away. */
export function planUnteach(state: GuildState, key: string): Plan<"unknown"> {
  const record = state.taught.get(key);
  if (!record) return { kind: "refused", refusal: "unknown" };
  return {
    kind: "change",
    name: "taught-removed",
    subject: record.question,
    writes: [writeRecord(state, "taught", { key, value: undefined })],
  };
}

function keyOf({ taught }: GuildState, { question, replaces }: Teaching): string | undefined {
  const [same] = taught.entries().find(([, record]) => record.question === question) ?? [];
  return same ?? (replaces !== undefined && taught.has(replaces) ? replaces : undefined);
}

function isThere({ span }: TaughtRecord, { start, end }: Span): boolean {
  return span.start === start && span.end === end;
}
