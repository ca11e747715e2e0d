import type { Article } from "../article/article.ts";
import { assertVerbatim } from "../text/verbatim.ts";
import type { MessageReply, UpdateReply } from "./reply.ts";
import { shownText } from "./shown-text.ts";

/**
 * Asserts that each quote of a reply equals its slice of its article, and that the message really shows it so.
 *
 * @throws Error naming the quote that does not.
 */
export function assertQuotes(
  reply: Pick<MessageReply | UpdateReply, "content" | "quotes">,
  articles: ReadonlyMap<string, Article>,
  findVersion?: (hash: string) => Article | undefined,
): void {
  if (reply.quotes.length === 0) return;
  const shown = shownText(reply.content);
  for (const { article: id, version, span, text } of reply.quotes) {
    const article = version === undefined ? articles.get(id) : findVersion?.(version);
    if (!article) throw new Error(`quote from an unknown article: ${id}`);
    assertVerbatim(article.text, span, text);
    if (!shown.includes(text.replaceAll(/\r\n?/gu, "\n"))) {
      throw new Error(`message does not show the quote at ${span.start}–${span.end}`);
    }
  }
}
