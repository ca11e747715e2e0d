import { type Answer, type CompanionKind, listedQuotes, type Quote } from "../answer/answer.ts";
import { type AnswerOptions, answerQuestion } from "../answer/answer-question.ts";
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
  /** What a message shows at first; absent where it is declined. */
  readonly message?: MessageOutcome | undefined;
  /** Quotes or companions that differ from their article: more than none is a fault. */
  readonly altered: number;
  readonly milliseconds: number;
}

/** What readers see of an answer before they press a button. */
export interface MessageOutcome {
  /** The number of its quotes. */
  readonly shown: number;
  /** Whether none of them is right, but one that comes behind the button. */
  readonly isBehind: boolean;
}

/** So many quotes a message shows where nothing else is set. */
const SHOWN = 3;
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
    const judged = await whenLoaded(() => judge(answer, one, library));
    const message = await whenLoaded(() => judgeMessage(ask(library, one, { quoted: SHOWN }), one));
    outcomes.push({ case: one, answer, milliseconds, message, ...judged });
  }
  return outcomes;
}

/** Asks for all quotes, or as a message does. */
function ask(
  library: Library,
  { question, article, context }: EvaluationCase,
  how: Pick<AnswerOptions, "quoted" | "fill"> = { fill: true },
): Answer {
  return answerQuestion(library, question, { article, context, limit: DEPTH, ...how });
}

/** Judges one answer by where right ones stand. */
export function judge(answer: Answer, one: EvaluationCase, library: Library) {
  const listed = listedQuotes(answer);
  const isNear = (quote: Quote): boolean =>
    one.gold.some(
      ({ article, paragraph }) => article === quote.article && paragraph && overlaps(quote.span, paragraph),
    );
  const rankWithNearest = rankOf(listed, (quote) => isRight(quote, one));
  return {
    rank: answer.kind === "declined" ? Infinity : rankWithNearest,
    rankWithNearest,
    paragraphRank: rankOf(listed, isNear),
    altered: listed.filter((quote) => isAltered(quote, library)).length,
  };
}

/** Judges what a message shows of an answer, and what it keeps behind a button. */
export function judgeMessage(answer: Answer, one: EvaluationCase): MessageOutcome | undefined {
  if (answer.kind === "declined") return undefined;
  const { quotes, further = [] } = answer;
  const isShown = quotes.some((quote) => isRight(quote, one));
  return {
    shown: quotes.length,
    isBehind: !isShown && further.some((place) => isRight({ companions: [], ...place }, one)),
  };
}

function isRight(quote: Pick<Quote, "article" | "span" | "companions">, { gold, judgedBy }: EvaluationCase): boolean {
  const matches = judgedBy === "whole" ? contains : overlaps;
  return gold.some(
    ({ article, span }) => article === quote.article && answeringSpans(quote).some((piece) => matches(piece, span)),
  );
}

/** Companions that say something themselves; a question or a header answers nothing. */
const ANSWERING: ReadonlySet<CompanionKind> = new Set(["lead-in", "items", "exception", "subject"]);

function answeringSpans({ span, companions }: Pick<Quote, "span" | "companions">): Span[] {
  return [span, ...companions.filter(({ kind }) => ANSWERING.has(kind)).map((companion) => companion.span)];
}

function rankOf(quotes: readonly Quote[], isOne: (quote: Quote) => boolean): number {
  const place = quotes.findIndex(isOne);
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
