import type { Article } from "../../src/article/article.ts";
import type { Locale } from "../../src/render/locale.ts";
import { noticeMark } from "../../src/render/own-message.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { UpdateReply } from "../../src/render/reply.ts";
import { contentLimit } from "../../src/render/reply.ts";

/** Says above a message that it shows an older version of the article. */
export function withNotice(shown: Omit<UpdateReply, "kind">, article: Article, locale: Locale): UpdateReply {
  const notice = `${noticeMark}${phrases[locale].oldVersion(article.version.slice(0, 8))}`;
  const quotes = shown.quotes.map((quote) => ({ ...quote, version: article.version }));
  const content = `${notice}\n${shown.content}`;
  return content.length <= contentLimit
    ? { kind: "update", ...shown, content, quotes }
    : { kind: "update", ...shown, content: notice, quotes: [] };
}
