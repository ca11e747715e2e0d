import type { Quote } from "../answer/answer.ts";
import type { Article } from "../article/article.ts";
import { plainSource } from "./cite.ts";
import { codeBlock } from "./code-block.ts";
import type { Locale } from "./locale.ts";
import type { MessageReply } from "./reply.ts";
import { contentLimit } from "./reply.ts";
import { words } from "./words/all.ts";

/** Gives quotes with their sources as plain text that can be copied on any device; those without room are left out whole. */
export function copyMessage(
  quotes: readonly Quote[],
  articles: ReadonlyMap<string, Article>,
  locale: Locale,
): MessageReply {
  const blocks = quotes.map((quote) => ({ quote, block: copyBlock(quote, articles) }));
  let shown: typeof blocks = [];
  let content = "";
  for (const each of blocks) {
    const next = [...shown, each];
    const left = blocks.length - next.length;
    const notice = left > 0 ? [`-# ${words[locale].leftOut(left)}`] : [];
    const longer = [...next.map(({ block }) => block), ...notice].join("\n");
    if (!each.quote.text.isWellFormed() || longer.length > contentLimit) continue;
    [shown, content] = [next, longer];
  }
  const references = blocks.map(({ quote }) => quote.reference).join(" · ");
  return {
    kind: "message",
    content: content || `-# ${words[locale].leftOut(blocks.length)} ${references}`,
    private: true,
    quotes: shown.map(({ quote: { article, span, text } }) => ({ article, span, text })),
  };
}

function copyBlock(quote: Quote, articles: ReadonlyMap<string, Article>): string {
  const article = articles.get(quote.article);
  if (!article) throw new Error(`quote from an unknown article: ${quote.article}`);
  return codeBlock(`${quote.text}\n${plainSource({ article, span: quote.span, reference: quote.reference })}`);
}
