import type { Article } from "../article/article.ts";
import type { Span } from "../text/span.ts";
import type { Companion } from "./answer.ts";

/** Finds what must be read with a piece of an article lest it mislead, in reading order. */
export function findCompanions(_article: Article, _span: Span): Companion[] {
  return [];
}
