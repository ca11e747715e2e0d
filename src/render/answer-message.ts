import type { Answer, Declined, Quote, QuotePlace, Quotes, Unsure } from "../answer/answer.ts";
import { outcomeOf } from "../answer/answer.ts";
import { quoteSpan } from "../answer/quote-span.ts";
import { widenSpan } from "../answer/widen-span.ts";
import type { Article } from "../article/article.ts";
import { findUnreadLanguage } from "../languages/unread/find-unread-language.ts";
import type { Span } from "../text/span.ts";
import { answerActions, answerButtons, gapButton, teachButton } from "./answer-buttons.ts";
import type { AnswerState } from "./answer-state.ts";
import { fitCandidates, mostVersions, versionLength } from "./answer-state.ts";
import type { Row } from "./component.ts";
import type { Locale } from "./locale.ts";
import { writeQuestionLine } from "./question-line.ts";
import type { MessageReply, ShownQuote } from "./reply.ts";
import { renderAnswer } from "./render-answer.ts";
import { words } from "./words/all.ts";
import { sayUnread } from "./words/unread-languages.ts";

/** What does not answer is not to fill a channel. */
const mostNearestInPublic = 1;

/** As many candidates as are worth leafing through; a custom id has room for about ten. */
export const mostCandidates = 10;

export interface AnswerMessageOptions {
  /** By id; an old version stands in the place of the one in use. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly private: boolean;
  readonly allowsThread: boolean;
  /** So many quotes at once. */
  readonly quotesAtOnce: number;
  /** Whether a gap can be reported. */
  readonly canReport: boolean;
  /** Whether a place can be chosen for the question. */
  readonly canTeach: boolean;
}

export interface NewAnswerOptions extends AnswerMessageOptions {
  readonly locale: Locale;
  readonly question: string;
}

/** Shows an answer for the first time. */
export function answerMessage(answer: Answer, options: NewAnswerOptions): MessageReply {
  const { articles, locale, question, quotesAtOnce, canReport, canTeach } = options;
  const isUnread = answer.kind === "declined" && answer.reason === "unknown-language";
  const unread = isUnread ? sayUnread(findUnreadLanguage(question)?.code) : undefined;
  const intro = [...writeQuestionLine(question), ...(unread === undefined ? [] : [unread])];
  const outcome = outcomeOf(answer);
  const shared = { articles, locale, private: options.private, intro };
  if (answer.kind === "declined") {
    const nearest = answer.nearest.slice(0, options.private ? quotesAtOnce : mostNearestInPublic);
    const buttons = [
      ...(canReport && tellsGap(answer, question) ? [gapButton(locale)] : []),
      ...(canTeach ? [teachButton(locale)] : []),
    ];
    const components: Row[] = buttons.length > 0 ? [{ kind: "buttons", buttons }] : [];
    return { ...renderAnswer({ ...answer, nearest }, shared), components, outcome };
  }
  const shown = { ...answer, quotes: answer.quotes.slice(0, quotesAtOnce) };
  const state = firstState(answer, articles, { locale, first: shown.quotes.length });
  return { ...renderAnswer(shown, shared), components: buttonsFor(state, options), outcome };
}

/** What cannot be read, or holds no word and asks nothing, says nothing of what the articles lack. */
function tellsGap({ reason }: Declined, question: string): boolean {
  return reason !== "unknown-language" && (reason !== "no-words" || /[?？]/u.test(question));
}

export interface ShownState {
  readonly state: AnswerState;
  /** What stood above the quotes. */
  readonly intro: readonly string[];
  readonly matches: Matches;
}

/** What a question tells of the places that are shown, beyond what the buttons know. */
export interface Matches {
  /** What to show in bold, by the articles' ids. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
  /** Of a comparison: which of the compared a place speaks of. */
  readonly sides: readonly (QuotePlace & { readonly side: string })[];
}

export const noMatches: Matches = { spans: new Map(), sides: [] };

/** Shows an answer again from what its buttons know; gives nothing where they name no sentences. */
export function stateMessage(
  { state, intro, matches }: ShownState,
  options: AnswerMessageOptions,
): MessageReply | undefined {
  const { articles } = options;
  const quotes = shownQuotes(state, options, matches);
  if (quotes.length === 0) return undefined;
  // The words that are missing stand in what was above; what must never get lost is written anew.
  const above = intro.filter((line) => line !== words[state.locale].unsure);
  const answer: Answer = state.isUnsure
    ? { kind: "unsure", quotes, missing: [], added: [] }
    : { kind: "quotes", quotes, added: [] };
  const shared = { articles, locale: state.locale, private: options.private, intro: above };
  return { ...renderAnswer(answer, shared), components: buttonsFor(state, options) };
}

/** The quotes that a state shows, with their context. */
export function shownQuotes(state: AnswerState, options: AnswerMessageOptions, matches = noMatches): Quote[] {
  const shown = state.candidates.slice(state.at, state.at + countShown(state, options));
  return shown.flatMap(({ span, version }) => {
    const article = articleOf(options.articles, state.versions[version]);
    if (!article) return [];
    const quote = quoteSpan(article, widenSpan(article, span, state.level), matches.spans.get(article.id));
    const side = matches.sides.find((each) => each.article === article.id && each.span.start === span.start)?.side;
    return quote ? [side === undefined ? quote : { ...quote, side }] : [];
  });
}

/** Marks quotes with the version they are from, where it is no longer in use. */
export function withVersions(quotes: readonly ShownQuote[], old: ReadonlyMap<string, Article>): ShownQuote[] {
  return quotes.map((quote) => ({ ...quote, version: old.get(quote.article)?.version }));
}

/** Context is shown of one quote alone; the first page may hold fewer than the others. */
export function countShown(
  { at, level, first = 0 }: AnswerState,
  { quotesAtOnce }: Pick<AnswerMessageOptions, "quotesAtOnce">,
): number {
  if (level > 0) return 1;
  return at < first ? first - at : quotesAtOnce;
}

/** Where the page before begins. */
export function pageBefore(state: AnswerState, { quotesAtOnce }: Pick<AnswerMessageOptions, "quotesAtOnce">): number {
  const { at, level, first = 0 } = state;
  if (level > 0) return Math.max(0, at - 1);
  return at <= first ? 0 : Math.max(first, at - quotesAtOnce);
}

interface FirstPage {
  readonly locale: Locale;
  /** How many are shown. */
  readonly first: number;
}

function firstState(
  { kind, quotes, further = [] }: Quotes | Unsure,
  articles: ReadonlyMap<string, Article>,
  { locale, first }: FirstPage,
): AnswerState {
  const hashOf = ({ article }: QuotePlace) => articles.get(article)?.version.slice(0, versionLength) ?? "";
  const places = [...quotes, ...further];
  const versions = [...new Set(places.map(hashOf))].slice(0, mostVersions);
  const candidates = places
    .map((place) => ({ span: place.span, version: versions.indexOf(hashOf(place)) }))
    .filter(({ version }) => version >= 0);
  const isUnsure = kind === "unsure";
  return fitCandidates(answerActions, { locale, versions, candidates, at: 0, level: 0, isUnsure, first });
}

function buttonsFor(state: AnswerState, options: AnswerMessageOptions): Row[] {
  const article = articleOf(options.articles, state.versions[state.candidates[state.at]?.version ?? 0]);
  if (!article) return [];
  const { private: isPrivate, allowsThread, canTeach } = options;
  const canReport = options.canReport && state.isUnsure;
  return answerButtons(state, {
    shown: countShown(state, options),
    article,
    isPrivate,
    allowsThread,
    canReport,
    canTeach,
  });
}

function articleOf(articles: ReadonlyMap<string, Article>, hash: string | undefined): Article | undefined {
  return hash === undefined ? undefined : [...articles.values()].find(({ version }) => version.startsWith(hash));
}
