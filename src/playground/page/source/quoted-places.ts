import { locales } from "../../../render/locale.ts";
import { words } from "../../../render/words/all.ts";
import type { Article } from "../../../article/article.ts";
import type { Span } from "../../../text/span.ts";
import type { Message } from "../../wire.ts";
import { referredSpans } from "./find-referred.ts";
import { type QuoteReference, quoteReferences } from "./message-references.ts";

/** A place that the bot has quoted. */
export interface QuotedPlace {
  readonly articleId: string;
  readonly span: Span;
  /** As the message has it: `§2 ¶1:3–4`. */
  readonly reference: string;
  /** Whether it was shown as what comes nearest to a question that it does not answer, or may not. */
  readonly isNearest: boolean;
}

interface Said {
  readonly messages: readonly Message[];
  readonly articles: readonly Article[];
}

/**
 * Reads out of the bot's messages what it has quoted, each place once, in reading order within its article.
 *
 * What answered one question and was only near another counts as an answer. Quotes from versions that are not open are
 * left out.
 */
export function quotedPlaces({ messages, articles }: Said, botId: string): QuotedPlace[] {
  const own = messages.filter(({ author }) => author.id === botId);
  const places = own.flatMap((message) => placesIn(message, articles));
  const ordered = places.toSorted((one, other) => Number(other.isNearest) - Number(one.isNearest));
  const unique = new Map(ordered.map((place) => [`${place.articleId} ${place.span.start} ${place.span.end}`, place]));
  return [...unique.values()].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** What one message quotes, in its own order. */
export function placesIn(message: Message, articles: readonly Article[]): readonly QuotedPlace[] {
  const known = read.get(message);
  if (known?.articles === articles) return known.places;
  const isNearest = tellsNearest(message.content);
  const references = quoteReferences(message.content);
  const places = references.flatMap((each) => placesOf(articles, each).map((place) => ({ ...place, isNearest })));
  read.set(message, { articles, places });
  return places;
}

/** Whether the bot says in a message that it does not answer the question, or may not. */
export function tellsNearest(content: string): boolean {
  return content.split("\n").some((line) => notAnswered.has(line.replace(/^-# /u, "").trim()));
}

/** A long chat is read once, though it is drawn again with every message. */
const read = new WeakMap<Message, { readonly articles: readonly Article[]; readonly places: readonly QuotedPlace[] }>();

const notAnswered: ReadonlySet<string> = new Set(
  locales.flatMap((locale) => {
    const { unsure, nearest, declined } = words[locale];
    return [unsure, nearest, ...Object.values(declined)];
  }),
);

function placesOf(
  articles: readonly Article[],
  { reference, version }: QuoteReference,
): Omit<QuotedPlace, "isNearest">[] {
  // Two files may hold the same text.
  const quoted = articles.filter((each) => each.version.startsWith(version));
  return quoted.flatMap((article) =>
    referredSpans(article, reference).map((span) => ({ articleId: article.id, span, reference })),
  );
}
