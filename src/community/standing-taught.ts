import type { TaughtQuestion } from "../answer/taught-questions.ts";
import type { Article } from "../article/article.ts";
import { rememberOpened } from "../article/remember-opened.ts";
import { type Steps, whenThere } from "../text/steps.ts";
import { createFindText } from "./find-text.ts";
import type { GuildState } from "./guild-state.ts";
import type { TaughtRecord } from "./records.ts";

/**
 * Lists the taught questions whose text stands in the articles in use. An article that changed without the server's doing, such as
 * one of everybody's, is looked through for it; no other is opened.
 */
export function* standingTaught(
  { taught }: Pick<GuildState, "taught">,
  articles: ReadonlyMap<string, Article>,
): Steps<TaughtQuestion[]> {
  const find = rememberOpened(createFindText);
  const standing: TaughtQuestion[] = [];
  for (const [id, record] of taught) {
    const article = articles.get(record.article);
    if (!article || record.lost) continue;
    const found = article.version === record.version ? record : yield* whenThere(() => findAnew(record, article, find));
    if (!found) continue;
    const { span, text } = found;
    standing.push({ id, question: record.question, article: article.id, span, text });
  }
  return standing;
}

type FindIn = (article: Article) => ReturnType<typeof createFindText>;

function findAnew(
  record: TaughtRecord,
  article: Article,
  find: FindIn,
): Pick<TaughtQuestion, "span" | "text"> | undefined {
  const stands = article.text.startsWith(record.text, record.span.start);
  const span = stands ? record.span : find(article)(record);
  return span && { span, text: article.text.slice(span.start, span.end) };
}
