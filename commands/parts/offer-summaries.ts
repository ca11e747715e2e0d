import { asksForSummary } from "../../src/answer/answer-broadly.ts";
import { chooseArticle } from "../../src/answer/choose-article.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import type { Services } from "../../src/services.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { offerArticles } from "./offer-articles.ts";

/** Asks which of several articles somebody means who wants a summary and names none; gives nothing for every other question. */
export function offerSummaries(
  { question, locale }: { readonly question: string; readonly locale: Locale },
  services: Services,
): MessageReply | undefined {
  const { articles, analyse } = services.library;
  if (articles.size < 2) return undefined;
  const asked = analyseQuestion(question, analyse);
  if (!asksForSummary(asked) || chooseArticle(services.library, asked, undefined)) return undefined;
  const head = phrases[locale].places.choose.which;
  return offerArticles({ name: "summary", options: {}, locale }, services, {
    among: [...articles.values()],
    page: 0,
    head,
  });
}
