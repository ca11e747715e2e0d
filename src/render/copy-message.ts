import type { Quote } from "../answer/answer.ts";
import { quotePieces } from "../answer/quote-pieces.ts";
import type { Article } from "../article/article.ts";
import { joinShown } from "../text/shown-part.ts";
import { plainSource } from "./cite.ts";
import { codeBlock } from "./code-block.ts";
import type { Locale } from "./locale.ts";
import type { MessageReply } from "./reply.ts";
import { contentLimit } from "./reply.ts";
import { words } from "./words/all.ts";

/**
 * Gives quotes with their companions and sources as plain text that can be copied on any device.
 *
 * Those without room are left out whole.
 */
export function copyMessage(
  quotes: readonly Quote[],
  articles: ReadonlyMap<string, Article>,
  locale: Locale,
): MessageReply {
  const blocks = quotes.map((quote) => ({ quote, block: copyBlock(quote, articles, locale) }));
  let shown: typeof blocks = [];
  let content = "";
  for (const each of blocks) {
    const next = [...shown, each];
    const left = blocks.length - next.length;
    const notice = left > 0 ? [`-# ${words[locale].leftOut(left)}`] : [];
    const longer = [...next.map(({ block }) => block), ...notice].join("\n");
    if (!each.block.isWellFormed() || longer.length > contentLimit) continue;
    [shown, content] = [next, longer];
  }
  const references = blocks.map(({ quote }) => quote.reference).join(" · ");
  return {
    kind: "message",
    content: content || `-# ${words[locale].leftOut(blocks.length)} ${references}`,
    private: true,
    quotes: shown.flatMap(({ quote }) =>
      [...quote.companions, quote].map(({ span, text, shown: parts }) => ({
        article: quote.article,
        span,
        text,
        shown: parts,
      })),
    ),
  };
}

function copyBlock(quote: Quote, articles: ReadonlyMap<string, Article>, locale: Locale): string {
  const article = articles.get(quote.article);
  if (!article) throw new Error(`quote from an unknown article: ${quote.article}`);
  const pieces = quotePieces(quote, article.text).map(
    ({ shown, isApart }) => `${isApart ? "…\n" : ""}${joinShown(shown)}`,
  );
  return codeBlock([...pieces, plainSource({ ...quote, article, locale })].join("\n"));
}
