import type { TaughtQuestion } from "../answer/taught-questions.ts";
import type { Article } from "../article/article.ts";
import { remember } from "../languages/remember.ts";
import { createFindText } from "./find-text.ts";
import type { GuildState } from "./guild-state.ts";

/**
 * Lists the taught questions whose text stands in the articles in use. An article that changed without the server's doing, such as
 * one of everybody's, is looked through for it.
 */
export function standingTaught(
  { taught }: Pick<GuildState, "taught">,
  articles: ReadonlyMap<string, Article>,
): TaughtQuestion[] {
  const find = remember(createFindText);
  return [...taught].flatMap(([id, record]) => {
    const article = articles.get(record.article);
    if (!article || record.lost) return [];
    const stands = article.text.slice(record.span.start, record.span.end) === record.text;
    const span = stands ? record.span : find(article)(record);
    const text = span && article.text.slice(span.start, span.end);
    return span && text !== undefined ? [{ id, question: record.question, article: article.id, span, text }] : [];
  });
}
