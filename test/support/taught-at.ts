import type { Article } from "../../src/article/article.ts";
import { headingAt } from "../../src/community/find-text.ts";
import type { TaughtRecord } from "../../src/community/records.ts";

/** What is kept of a question whose place is a text of an article. */
export function taughtAt(article: Article, text: string, start = article.text.indexOf(text)): TaughtRecord {
  if (start === -1) throw new Error(`"${text}" does not stand in ${article.id}`);
  return {
    question: `Where is it said: ${text}`,
    article: article.id,
    version: article.version,
    span: { start, end: start + text.length },
    text,
    heading: headingAt(article, start),
    lost: false,
    at: 1,
    by: "2",
  };
}
