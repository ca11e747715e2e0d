import { type Answer, type CompanionKind, listedQuotes, type Quote } from "../answer/answer.ts";
import { answerQuestion } from "../answer/answer-question.ts";
import type { Library } from "../search/library.ts";
import { whenLoaded } from "../text/not-loaded.ts";
import { contains, overlaps, type Span } from "../text/span.ts";
import type { EvaluationCase } from "./evaluation-case.ts";

/** What became of one question. Ranks count from 1 and are infinite where nothing right was found. */
export interface Outcome {
  readonly case: EvaluationCase;
  readonly answer: Answer;
  /** Of the first right quote; a declined question has none. */
  readonly rank: number;
  /** The same, a declined question's nearest passages counted as if they were quotes. */
  readonly rankWithNearest: number;
  /** Of the first quote from the right paragraph, nearest passages included. */
  readonly paragraphRank: number;
  /** Quotes or companions that differ from their article: more than none is a fault. */
  readonly altered: number;
  readonly milliseconds: number;
}

/** So many quotes are looked at; a right one further down counts as none. */
const DEPTH = 10;

/** Asks every question and judges the answers. */
export async function evaluate(library: Library, cases: readonly EvaluationCase[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const warm = new Set<string | undefined>();
  for (const [index, one] of cases.entries()) {
    // Indexes are built at their first use, and code runs slowly at first: neither is the time of a question.
    if (!warm.has(one.article) || index < 20) await whenLoaded(() => ask(library, one));
    warm.add(one.article);
    const before = performance.now();
    const answer = await whenLoaded(() => ask(library, one));
    const milliseconds = performance.now() - before;
    outcomes.push({ case: one, answer, milliseconds, ...(await whenLoaded(() => judge(answer, one, library))) });
  }
  return outcomes;
}

function ask(library: Library, { question, article, context }: EvaluationCase): Answer {
  return answerQuestion(library, question, { article, context, limit: DEPTH, fill: true });
}

/** Judges one answer by where right ones stand. */
export function judge(answer: Answer, { gold, judgedBy }: EvaluationCase, library: Library) {
  const listed = listedQuotes(answer);
  const matches = judgedBy === "whole" ? contains : overlaps;
  const isRight = (quote: Quote): boolean =>
    gold.some(
      ({ article, span }) => article === quote.article && answeringSpans(quote).some((piece) => matches(piece, span)),
    );
  const isNear = (quote: Quote): boolean =>
    gold.some(({ article, paragraph }) => article === quote.article && paragraph && overlaps(quote.span, paragraph));
  const rankWithNearest = rankOf(listed, isRight);
  return {
    rank: answer.kind === "declined" ? Infinity : rankWithNearest,
    rankWithNearest,
    paragraphRank: rankOf(listed, isNear),
    altered: listed.filter((quote) => isAltered(quote, library)).length,
  };
}

/** Companions that say something themselves; a question or a header answers nothing. */
const ANSWERING: ReadonlySet<CompanionKind> = new Set(["lead-in", "items", "exception", "subject"]);

function answeringSpans({ span, companions }: Quote): Span[] {
  return [span, ...companions.filter(({ kind }) => ANSWERING.has(kind)).map((companion) => companion.span)];
}

function rankOf(quotes: readonly Quote[], isRight: (quote: Quote) => boolean): number {
  const place = quotes.findIndex(isRight);
  return place < 0 ? Infinity : place + 1;
}

function isAltered({ article: id, companions, ...quote }: Quote, library: Library): boolean {
  const article = library.articles.get(id);
  return [quote, ...companions].some(
    ({ span, text, shown }) =>
      !article ||
      [{ span, text }, ...shown].some((piece) => article.text.slice(piece.span.start, piece.span.end) !== piece.text),
  );
}
