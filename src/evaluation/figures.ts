import type { Answer } from "../answer/answer.ts";
import type { Outcome } from "./evaluate.ts";

/** Of the questions that have an answer; in per cent but for the mean reciprocal rank, which is 0 to 1. */
export interface Ranking {
  readonly hit1: number;
  readonly hit3: number;
  readonly hit10: number;
  readonly mrr: number;
}

/** How questions were answered, in per cent of them. */
export interface Shares {
  readonly answered: number;
  readonly unsure: number;
  readonly declined: number;
}

/** What readers see before they press a button, in per cent. */
export interface FirstShown {
  /** Of the answers that are not declined: those that show one quote alone. */
  readonly one: number;
  /** Of the answerable questions: those of which the right sentence comes behind the button. */
  readonly behind: number;
}

/** What a group of questions came to. */
export interface Figures {
  readonly answerable: number;
  readonly unanswerable: number;
  /** An unsure answer counts by its quotes, a declined one as a miss. Absent where no question has an answer. */
  readonly answered?: Ranking;
  /** A declined question's nearest passages count as if they were quotes. */
  readonly withNearest?: Ranking;
  /** Per cent of the questions whose first quote is from the right paragraph, where paragraphs are known. */
  readonly paragraph1?: number;
  /** Of the answerable ones: those that were declined were so wrongly. */
  readonly withAnswer?: Shares;
  /** Of the unanswerable ones: those that were answered were so wrongly. */
  readonly withoutAnswer?: Shares;
  /** Absent where no question has an answer, or none was looked at as a message. */
  readonly firstShown?: FirstShown;
  readonly alteredQuotes: number;
  /** Milliseconds for one question. */
  readonly p50: number;
  readonly p99: number;
}

/** Adds up every group; sorted by name among those that stand at the same place in their cases' lists. */
export function figuresByGroup(outcomes: readonly Outcome[]): Map<string, Figures> {
  const levels: Map<string, Outcome[]>[] = [];
  for (const outcome of outcomes) {
    for (const [level, group] of outcome.case.groups.entries()) {
      const members = (levels[level] ??= new Map<string, Outcome[]>());
      const list = members.get(group) ?? [];
      list.push(outcome);
      members.set(group, list);
    }
  }
  const groups = levels.flatMap((members) => [...members].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return new Map(groups.map(([group, members]) => [group, figuresOf(members)]));
}

/** Adds up one group. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const answerable = outcomes.filter((outcome) => outcome.case.gold.length > 0);
  const unanswerable = outcomes.filter((outcome) => outcome.case.gold.length === 0);
  const withParagraphs = answerable.filter((outcome) => outcome.case.gold.some(({ paragraph }) => paragraph));
  const messages = outcomes.flatMap(({ message }) => message ?? []);
  const times = outcomes.map(({ milliseconds }) => milliseconds).toSorted((one, other) => one - other);
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    ...(answerable.length > 0 && {
      answered: ranking(answerable.map(({ rank }) => rank)),
      withNearest: ranking(answerable.map(({ rankWithNearest }) => rankWithNearest)),
      withAnswer: shares(answerable),
    }),
    ...(withParagraphs.length > 0 && {
      paragraph1: share(withParagraphs, ({ paragraphRank }) => paragraphRank === 1),
    }),
    ...(unanswerable.length > 0 && { withoutAnswer: shares(unanswerable) }),
    ...(answerable.length > 0 &&
      messages.length > 0 && {
        firstShown: {
          one: share(messages, ({ shown }) => shown === 1),
          behind: share(answerable, ({ message }) => message?.isBehind === true),
        },
      }),
    alteredQuotes: outcomes.reduce((sum, { altered }) => sum + altered, 0),
    p50: round(percentile(times, 0.5), 3),
    p99: round(percentile(times, 0.99), 3),
  };
}

function shares(outcomes: readonly Outcome[]): Shares {
  const of = (kind: Answer["kind"]) => share(outcomes, ({ answer }) => answer.kind === kind);
  return { answered: of("quotes"), unsure: of("unsure"), declined: of("declined") };
}

function ranking(ranks: readonly number[]): Ranking {
  return {
    hit1: share(ranks, (rank) => rank <= 1),
    hit3: share(ranks, (rank) => rank <= 3),
    hit10: share(ranks, (rank) => rank <= 10),
    mrr: round(ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length, 4),
  };
}

function share<T>(members: readonly T[], counts: (member: T) => boolean): number {
  return round((100 * members.filter(counts).length) / members.length, 2);
}

/** The smallest value that at least the given share of the sorted values does not exceed. */
function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
