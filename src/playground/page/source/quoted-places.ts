import type { Article } from "../../../article/article.ts";
import type { Span } from "../../../text/span.ts";
import type { Message } from "../../wire.ts";
import { referredSpans } from "./find-referred.ts";
import { quoteReferences } from "./message-references.ts";

/** A place that the bot has quoted. */
export interface QuotedPlace {
  readonly articleId: string;
  readonly span: Span;
  /** As the message has it: `§2 ¶1:3–4`. */
  readonly reference: string;
}

interface Said {
  readonly messages: readonly Message[];
  readonly articles: readonly Article[];
}

/**
 * Reads out of the bot's messages what it has quoted, each place once, in reading order within its article.
 *
 * Quotes from versions that are not open are left out.
 */
export function quotedPlaces({ messages, articles }: Said, botId: string): QuotedPlace[] {
  const own = messages.filter(({ author }) => author.id === botId);
  const places = own.flatMap(({ content }) => quoteReferences(content).flatMap((each) => placesOf(articles, each)));
  const unique = new Map(places.map((place) => [`${place.articleId} ${place.span.start} ${place.span.end}`, place]));
  return [...unique.values()].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function placesOf(
  articles: readonly Article[],
  { reference, version }: { readonly reference: string; readonly version: string | undefined },
): QuotedPlace[] {
  // Two files may hold the same text.
  const quoted = articles.filter((each) => version !== undefined && each.version.startsWith(version));
  return quoted.flatMap((article) =>
    referredSpans(article, reference).map((span) => ({ articleId: article.id, span, reference })),
  );
}
