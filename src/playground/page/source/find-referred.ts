import type { Article } from "../../../article/article.ts";
import { locateReference } from "../../../article/locate-reference.ts";
import type { Span } from "../../../text/span.ts";
import { versionFor } from "./message-references.ts";

/** Where a reference leads, or why it leads nowhere. */
export type Referred =
  | { readonly kind: "found"; readonly article: Article; readonly spans: readonly Span[] }
  /** The quote is from a version of the article that is not open. */
  | { readonly kind: "closed"; readonly version: string }
  | { readonly kind: "nowhere"; readonly article: Article }
  | { readonly kind: "no-article" };

interface Shelf {
  readonly articles: readonly Article[];
  /** The ids of those that the bot answers from. */
  readonly inUse: readonly string[];
  /** The article that is open: it is taken first, where the message does not mean another one. */
  readonly articleId: string;
}

/** Finds the place that a reference in a message means. */
export function findReferred(shelf: Shelf, content: string, reference: string): Referred {
  const version = versionFor(content, reference);
  // Two files may hold the same text.
  const meant = shelf.articles.filter((each) => version === undefined || each.version.startsWith(version));
  const article =
    meant.find(({ id }) => id === shelf.articleId) ?? meant.find(({ id }) => shelf.inUse.includes(id)) ?? meant[0];
  if (!article) return version ? { kind: "closed", version } : { kind: "no-article" };
  const spans = referredSpans(article, reference);
  return spans.length > 0 ? { kind: "found", article, spans } : { kind: "nowhere", article };
}

/** The text that a reference names in an article; none where it cannot be read or found. */
export function referredSpans(article: Article, reference: string): readonly Span[] {
  const located = locateReference(article, reference);
  if (located.kind !== "found") return [];
  // A section that holds headings only is shown by its heading.
  const { section, spans } = located;
  return spans.length > 0 || !section.heading ? spans : [section.heading];
}
