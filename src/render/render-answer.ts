import { type Answer, type Companion, type Declined, listedQuotes, type Quote, type Quotes } from "../answer/answer.ts";
import { withoutHeading } from "../answer/quote-pieces.ts";
import type { Article } from "../article/article.ts";
import { joinShown } from "../text/shown-part.ts";
import { contains } from "../text/span.ts";
import { escapeInline, escapeLine, tidyLine } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { chosenMark } from "./own-message.ts";
import { placeWords } from "./place-words.ts";
import { renderWithCompanions } from "./quote-with-companions.ts";
import type { MessageReply, ShownQuote } from "./reply.ts";
import { contentLimit } from "./reply.ts";
import { sourceLink, sourcePage } from "./source-link.ts";
import { words } from "./words/all.ts";
import type { Words } from "./words/words.ts";

export interface RenderOptions {
  readonly articles: ReadonlyMap<string, Article>;
  readonly locale: Locale;
  readonly private: boolean;
  /** Lines above everything else, fit to be sent. */
  readonly intro?: readonly string[] | undefined;
}

/**
 * Turns an answer into a message of at most `contentLimit` characters.
 *
 * Quotes are shown whole and with their companions or not at all: those for which there is no room are named below the
 * others. Source and version stand once below quotes of one article in a row.
 */
export function renderAnswer(answer: Answer, options: RenderOptions): MessageReply {
  const say = words[options.locale];
  const quotes = listedQuotes(answer);
  const passages = quotes.map((quote) => renderPassage(quote, options.articles, say));
  const intro = [...(options.intro ?? []), ...introduce(answer, say)];
  const { content, shown } = fitPassages(intro, passages, say);
  return { kind: "message", content, private: options.private, quotes: shown.flatMap(({ quotes: pieces }) => pieces) };
}

/** One quote with what stands around it. */
interface Passage {
  readonly quote: Quote;
  readonly article: Article;
  /** The quote and its companions, as they are shown. */
  readonly quotes: readonly ShownQuote[];
  readonly heading: string;
  /** The same behind a quote of the same article, whose title is said by then. */
  readonly nextHeading: string;
  readonly block: string;
  /** Its place: `§2 ¶1:3 (p. 12)`. */
  readonly place: string;
  /** Its article's page and version. */
  readonly origin: string;
  readonly reference: string;
  readonly linkedReference: string;
  /** False where the text holds a broken character that Discord would not take. */
  readonly isSendable: boolean;
}

const mostHeadingCharacters = 100;
const mostQuestionCharacters = 150;
const mostWordCharacters = 40;
const mostWords = 5;

function renderPassage(quote: Quote, articles: ReadonlyMap<string, Article>, say: Words): Passage {
  const article = articles.get(quote.article);
  if (!article) throw new Error(`quote from an unknown article: ${quote.article}`);
  const link = sourceLink(article, quote.span);
  const written = tidyLine(quote.reference, mostHeadingCharacters);
  const reference = escapeInline(written);
  const { block, quotes } = renderWithCompanions(withoutHeading(quote, mostHeadingCharacters), article);
  return {
    quote,
    article,
    quotes,
    heading: renderHeading(quote, { article, saysTitle: articles.size > 1, say }),
    nextHeading: renderHeading(quote, { article, saysTitle: false, say }),
    block,
    place: escapeInline(placeWords(written, quote.landmarks, say)),
    origin: renderOrigin(article, say),
    reference,
    linkedReference: link === undefined ? reference : `[${reference}](<${link}>)`,
    isSendable: quotes.every(({ shown }) => joinShown(shown).isWellFormed()),
  };
}

/** A longer address is left to the button below, which opens the page at the quote as well. */
const mostAddressCharacters = 200;

function renderOrigin(article: Article, say: Words): string {
  const version = say.version(article.version.slice(0, 8));
  const page = sourcePage(article);
  return page === undefined || page.length > mostAddressCharacters
    ? version
    : `${version} · [${say.source}](<${page}>)`;
}

interface Headed {
  readonly article: Article;
  readonly saysTitle: boolean;
  readonly say: Words;
}

/**
 * The article's title is said where it is not plain which article is meant, or the text has no heading; of a comparison, what
 * the quote speaks of stands before it.
 */
function renderHeading(quote: Quote, { article, saysTitle, say }: Headed): string {
  const side = tidyLine(quote.side ?? "", mostWordCharacters);
  const section = tidyLine(quote.section, mostHeadingCharacters);
  const title = tidyLine(article.title, mostHeadingCharacters);
  const parts = saysTitle || section === "" ? [title, section] : [section];
  const heading = parts.filter((part) => part !== "").join(" › ");
  if (side === "") return heading === "" ? "" : `**${escapeLine(heading)}**`;
  const about = `**${say.side(escapeInline(side))}**`;
  return heading === "" ? about : `${about} · ${escapeInline(heading)}`;
}

function introduce(answer: Answer, say: Words): string[] {
  const lines: string[] = answer.kind === "declined" ? [say.declined[answer.reason]] : [];
  const missing = showWords(answer.kind === "quotes" ? [] : answer.missing);
  if (missing.shown.length > 0) lines.push(say.missing(missing.shown, missing.more));
  const chosen = answer.kind === "quotes" ? showChosen(answer, say) : undefined;
  if (chosen !== undefined) lines.push(chosen);
  const added = showWords(answer.added);
  if (added.shown.length > 0) lines.push(`-# ${say.added(added.shown, added.more)}`);
  if (answer.kind === "unsure") lines.push(say.unsure);
  if (answer.kind === "declined" && canTryOtherWords(answer)) lines.push(`-# ${say.next}`);
  if (answer.kind === "declined" && answer.nearest.length > 0) lines.push(say.nearest);
  return lines;
}

/** Of what cannot be read at all, other words are said already. */
function canTryOtherWords({ reason }: Declined): boolean {
  return reason === "nothing-found" || reason === "not-covered";
}

/** Names the place, so that it stays true where others are leafed through below it. */
function showChosen({ chosen, quotes: [first] }: Quotes, say: Words): string | undefined {
  if (!chosen || !first) return undefined;
  const question = tidyLine(chosen.question ?? "", mostQuestionCharacters);
  const reference = escapeInline(tidyLine(first.reference, mostHeadingCharacters));
  return `${chosenMark}${say.chosen(reference, question === "" ? undefined : escapeInline(question))}`;
}

/** Somebody's words, made harmless and few. */
function showWords(theirs: readonly string[]): { readonly shown: readonly string[]; readonly more: number } {
  const shown = theirs.map((word) => tidyLine(word, mostWordCharacters)).filter((word) => word !== "");
  return { shown: shown.slice(0, mostWords).map(escapeInline), more: Math.max(0, shown.length - mostWords) };
}

interface Fitted {
  readonly content: string;
  readonly shown: readonly Passage[];
}

/** The shortest notice of what is left out is shorter. */
const NOTICE_LENGTH = 200;

/** Takes passages best first, each only if the whole message, with its word on what is left out, still fits. */
function fitPassages(intro: readonly string[], passages: readonly Passage[], say: Words): Fitted {
  const compose = (shown: readonly Passage[]) => {
    const leftOut = passages.filter((passage) => !shown.includes(passage));
    return firstThatFits([...intro, ...renderShown(withoutRepeated(shown))], leftOutNotices(leftOut, say));
  };
  const sendable = passages.filter(({ isSendable }) => isSendable);
  const whole = sendable.length === passages.length && sendable.length > 1 ? compose(sendable) : undefined;
  // With so much room to spare none of them can have been in another's way.
  if (whole !== undefined && whole.length + NOTICE_LENGTH <= contentLimit)
    return { content: whole, shown: withoutRepeated(sendable) };
  let fitted: Fitted | undefined;
  for (const passage of sendable) {
    const shown = [...(fitted?.shown ?? []), passage];
    const content = compose(shown);
    if (content !== undefined) fitted = { content, shown };
  }
  if (fitted) return { ...fitted, shown: withoutRepeated(fitted.shown) };
  return { content: compose([]) ?? intro.join("\n"), shown: [] };
}

/** What the passage right above shows need not be said again with the next one, be it quoted there or a companion. */
function withoutRepeated(shown: readonly Passage[]): readonly Passage[] {
  return shown.map((passage, index) => {
    const { quote, article } = passage;
    const above = shown[index - 1]?.quotes.filter((each) => each.article === quote.article) ?? [];
    const isSaid = ({ span }: Companion) => above.some((each) => contains(each.span, span));
    const companions = quote.companions.filter((companion) => !isSaid(companion));
    if (companions.length === quote.companions.length) return passage;
    return {
      ...passage,
      ...renderWithCompanions(withoutHeading({ ...quote, companions }, mostHeadingCharacters), article),
    };
  });
}

/** Ends a message with the first of some notices that leaves it short enough, if any does. */
function firstThatFits(body: readonly string[], notices: Iterable<readonly string[]>): string | undefined {
  for (const notice of notices) {
    const content = [...body, ...notice].join("\n").toWellFormed();
    if (content.length <= contentLimit) return content;
  }
  return undefined;
}

/** A heading is said once for quotes of one section that follow each other, and where they are from below the last of them. */
function renderShown(shown: readonly Passage[]): string[] {
  return shown.flatMap(({ quote, heading, nextHeading, block, place, origin }, index) => {
    const before = shown[index - 1];
    const goesOn = before?.quote.article === quote.article;
    const isSaid = heading === "" || (goesOn && nextHeading === before.nextHeading);
    const isFollowed = shown[index + 1]?.quote.article === quote.article;
    const footer = `-# ${isFollowed ? place : `${place} · ${origin}`}`;
    return isSaid ? [block, footer] : [goesOn ? nextHeading : heading, block, footer];
  });
}

/** From the most helpful to the shortest. */
function* leftOutNotices(leftOut: readonly Passage[], say: Words): Generator<readonly string[]> {
  if (leftOut.length === 0) return yield [];
  const lead = `-# ${say.leftOut(leftOut.length)}`;
  yield [`${lead} ${leftOut.map(({ linkedReference }) => linkedReference).join(" · ")}`];
  yield [`${lead} ${leftOut.map(({ reference }) => reference).join(" · ")}`];
  yield [lead];
}
