import type { Article } from "../article/article.ts";
import type { Span } from "../text/span.ts";
import type { LinkButton } from "./component.ts";
import { sourceLink } from "./source-link.ts";

/** Discord's limit. */
const urlLimit = 512;

/** Makes the button that opens the source page at a quote; an address that is too long opens the page at its top. */
export function sourceButton(article: Article, span: Span, label: string): LinkButton[] {
  const link = sourceLink(article, span);
  if (link === undefined) return [];
  const url = link.length <= urlLimit ? link : link.replace(/(?:#:~:text=|:~:text=).*$/su, "");
  return url.length <= urlLimit ? [{ kind: "link", url, label }] : [];
}
