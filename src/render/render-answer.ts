import { type Answer, listedQuotes, type Quote, type Quotes } from "../answer/answer.ts";
import { withoutHeading } from "../answer/quote-pieces.ts";
import type { Article } from "../article/article.ts";
import { joinShown } from "../text/shown-part.ts";
import { escapeInline, escapeLine, tidyLine } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { mapLine } from "./map-line.ts";
import { chosenMark } from "./own-message.ts";
import { placeWords } from "./place-words.ts";
import { renderWithCompanions } from "./quote-with-companions.ts";
import type { MessageReply, ShownQuote } from "./reply.ts";
import { contentLimit } from "./reply.ts";
import { sourceLink } from "./source-link.ts";
import { words } from "./words/all.ts";
import type { Words } from "./words/words.ts";

export interface RenderOptions {
  readonly articles: ReadonlyMap<string, Article>;
  readonly locale: Locale;
  readonly private: boolean;
  /** Lines above everything else, fit to be sent. */
  readonly intro?: readonly string[] | undefined;
  /** Whether a line of blocks shows where in the article the quotes stand. */
  readonly map?: boolean | undefined;
}

/**
 * Turns an answer into a message of at most `contentLimit` characters.
 *
 * Quotes are shown whole and with their companions or not at all: those for which there is no room are named below the
 * others.
 */
export function renderAnswer(answer: Answer, options: RenderOptions): MessageReply {
  const say = words[options.locale];
  const quotes = listedQuotes(answer);
  const passages = quotes.map((quote) => renderPassage(quote, options.articles, say));
  const intro = [...(options.intro ?? []), ...introduce(answer, say)];
  const drawMap = (shown: readonly Passage[]) => (options.map ? drawPlaces(shown, options.articles) : []);
  const { content, shown } = fitPassages({ intro, passages, drawMap }, say);
  return { kind: "message", content, private: options.private, quotes: shown.flatMap(({ quotes: pieces }) => pieces) };
}

/** One quote with what stands around it. */
interface Passage {
  readonly quote: Quote;
  /** The quote and its companions, as they are shown. */
  readonly quotes: readonly ShownQuote[];
  readonly heading: string;
  readonly block: string;
  readonly footer: string;
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
  const place = escapeInline(placeWords(written, quote.landmarks, say));
  const parts = [place, say.version(article.version.slice(0, 8))];
  if (link !== undefined) parts.push(`[${say.source}](<${link}>)`);
  const { block, quotes } = renderWithCompanions(withoutHeading(quote, mostHeadingCharacters), article);
  return {
    quote,
    quotes,
    heading: renderHeading(quote, article, articles.size > 1),
    block,
    footer: `-# ${parts.join(" · ")}`,
    reference,
    linkedReference: link === undefined ? reference : `[${reference}](<${link}>)`,
    isSendable: quotes.every(({ shown }) => joinShown(shown).isWellFormed()),
  };
}

/** The article's title is said where it is not plain which article is meant, or the text has no heading. */
function renderHeading(quote: Quote, article: Article, amongOthers: boolean): string {
  const section = tidyLine(quote.section, mostHeadingCharacters);
  const title = tidyLine(article.title, mostHeadingCharacters);
  const parts = amongOthers || section === "" ? [title, section] : [section];
  const heading = parts.filter((part) => part !== "").join(" › ");
  return heading === "" ? "" : `**${escapeLine(heading)}**`;
}

function introduce(answer: Answer, say: Words): string[] {
  const lines: string[] = answer.kind === "declined" ? [say.declined[answer.reason]] : [];
  const missing = showWords(answer.kind === "quotes" ? [] : answer.missing);
  if (missing.length > 0) lines.push(say.missing(missing));
  const chosen = answer.kind === "quotes" ? showChosen(answer, say) : undefined;
  if (chosen !== undefined) lines.push(chosen);
  const added = showWords(answer.added);
  if (added.length > 0) lines.push(`-# ${say.added(added)}`);
  if (answer.kind === "unsure") lines.push(say.unsure);
  if (answer.kind === "declined" && answer.nearest.length > 0) lines.push(say.nearest);
  return lines;
}

/** Names the place, so that it stays true where others are leafed through below it. */
function showChosen({ chosen, quotes: [first] }: Quotes, say: Words): string | undefined {
  if (!chosen || !first) return undefined;
  const question = tidyLine(chosen.question ?? "", mostQuestionCharacters);
  const reference = escapeInline(tidyLine(first.reference, mostHeadingCharacters));
  return `${chosenMark}${say.chosen(reference, question === "" ? undefined : escapeInline(question))}`;
}

/** Somebody's words, made harmless and few. */
function showWords(theirs: readonly string[]): string[] {
  const shown = theirs.map((word) => tidyLine(word, mostWordCharacters)).filter((word) => word !== "");
  return shown.slice(0, mostWords).map(escapeInline);
}

interface Parts {
  readonly intro: readonly string[];
  readonly passages: readonly Passage[];
  readonly drawMap: (shown: readonly Passage[]) => readonly string[];
}

interface Fitted {
  readonly content: string;
  readonly shown: readonly Passage[];
}

/** The shortest notice of what is left out is shorter. */
const NOTICE_LENGTH = 200;

/** Takes passages best first, each only if the whole message, with its word on what is left out, still fits. */
function fitPassages({ intro, passages, drawMap }: Parts, say: Words): Fitted {
  const compose = (shown: readonly Passage[]) => {
    const leftOut = passages.filter((passage) => !shown.includes(passage));
    return firstThatFits([...intro, ...renderShown(shown), ...drawMap(shown)], leftOutNotices(leftOut, say));
  };
  const sendable = passages.filter(({ isSendable }) => isSendable);
  const whole = sendable.length === passages.length && sendable.length > 1 ? compose(sendable) : undefined;
  // With so much room to spare none of them can have been in another's way.
  if (whole !== undefined && whole.length + NOTICE_LENGTH <= contentLimit) return { content: whole, shown: sendable };
  let fitted: Fitted | undefined;
  for (const passage of sendable) {
    const shown = [...(fitted?.shown ?? []), passage];
    const content = compose(shown);
    if (content !== undefined) fitted = { content, shown };
  }
  return fitted ?? { content: compose([]) ?? intro.join("\n"), shown: [] };
}

/** Ends a message with the first of some notices that leaves it short enough, if any does. */
function firstThatFits(body: readonly string[], notices: Iterable<readonly string[]>): string | undefined {
  for (const notice of notices) {
    const content = [...body, ...notice].join("\n").toWellFormed();
    if (content.length <= contentLimit) return content;
  }
  return undefined;
}

/** A heading is said once for quotes of one section that follow each other. */
function renderShown(shown: readonly Passage[]): string[] {
  return shown.flatMap(({ heading, block, footer }, index) => {
    const isSaid = heading === "" || heading === shown[index - 1]?.heading;
    return isSaid ? [block, footer] : [heading, block, footer];
  });
}

/** A line for quotes of one article; several articles have no common length. */
function drawPlaces(shown: readonly Passage[], articles: ReadonlyMap<string, Article>): string[] {
  const article = articles.get(shown[0]?.quote.article ?? "");
  if (!article || shown.some(({ quote }) => quote.article !== article.id)) return [];
  return [
    `-# ${mapLine(
      article,
      shown.map(({ quote }) => quote.span),
    )}`,
  ];
}

/** From the most helpful to the shortest. */
function* leftOutNotices(leftOut: readonly Passage[], say: Words): Generator<readonly string[]> {
  if (leftOut.length === 0) return yield [];
  const lead = `-# ${say.leftOut(leftOut.length)}`;
  yield [`${lead} ${leftOut.map(({ linkedReference }) => linkedReference).join(" · ")}`];
  yield [`${lead} ${leftOut.map(({ reference }) => reference).join(" · ")}`];
  yield [lead];
}
