import type { Article } from "../article/article.ts";
import { unseenBetween } from "../article/shown-parts.ts";
import { joinShown } from "../text/shown-part.ts";
import { contains } from "../text/span.ts";
import { assertVerbatim } from "../text/verbatim.ts";
import type { MessageReply, ShownQuote, UpdateReply } from "./reply.ts";
import { shownText } from "./shown-text.ts";

/**
 * Asserts that each quote of a reply is true, and that the message really shows it: what is shown are slices of the
 * article in their order, what is left out between them shows nothing, and nothing but a space or a line break stands
 * between two of them.
 *
 * @throws Error naming the quote that does not hold.
 */
export function assertQuotes(
  reply: Pick<MessageReply | UpdateReply, "content" | "quotes">,
  articles: ReadonlyMap<string, Article>,
  findVersion?: (hash: string) => Article | undefined,
): void {
  if (reply.quotes.length === 0) return;
  const content = shownText(reply.content);
  for (const quote of reply.quotes) {
    const { article: id, version, span, shown } = quote;
    const article = version === undefined ? articles.get(id) : findVersion?.(version);
    if (!article) throw new Error(`quote from an unknown article: ${id}`);
    assertShown(article, quote);
    const seen = joinShown(shown);
    if (!content.includes(seen.includes("\r") ? seen.replaceAll(/\r\n?/gu, "\n") : seen)) {
      throw new Error(`message does not show the quote at ${span.start}–${span.end}`);
    }
  }
}

/**
 * Asserts that a quote and what is shown of it are just what the article has there.
 *
 * @throws Error naming the span where it is not.
 */
export function assertShown(
  article: Article,
  { span, text, shown }: Pick<ShownQuote, "span" | "text" | "shown">,
): void {
  assertVerbatim(article.text, span, text);
  let end = span.start;
  for (const part of shown) {
    assertVerbatim(article.text, part.span, part.text);
    const where = `${part.span.start}–${part.span.end}`;
    if (part.span.start < end || !contains(span, part.span)) throw new Error(`shown part ${where} is out of place`);
    const gap = article.text.slice(end, part.span.start);
    if (part.before !== "" && (part === shown[0] || !PARTS.test(gap)))
      throw new Error(`nothing parts what is shown at ${where}`);
    end = part.span.end;
  }
  const spans = shown.map((part) => part.span);
  const [unseen] = shown.length === 0 ? [span] : unseenBetween(article, span, spans);
  if (unseen) throw new Error(`quote leaves out what can be seen at ${unseen.start}–${unseen.end}`);
}

/** White space, or a line break that is written as a mark. */
const PARTS = /\s|<br/iu;
