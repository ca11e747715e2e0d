import type { Command } from "../src/command.ts";
import type { CommandInvocation } from "../src/invocation.ts";
import type { Services } from "../src/services.ts";
import type { Reply } from "../src/render/reply.ts";
import { answer } from "./parts/answer.ts";
import { askedIn } from "./parts/asked-in.ts";
import { chooseAnyArticle } from "./parts/choose-article.ts";
import { complete } from "./parts/complete.ts";
import {
  articleOption,
  declareCommand,
  named,
  privateDescription,
  privateName,
  questionOption,
} from "./parts/declare.ts";
import { helpInstead } from "./parts/help-instead.ts";
import { offerSummaries } from "./parts/offer-summaries.ts";

/** Answers a question with sentences of the article. */
export const ask: Command = {
  declaration: declareCommand(
    ["ask", "提问", "提問"],
    [
      "Ask about the article; the answer is quoted word for word",
      "就文章提问，回答逐字引用原文",
      "就文章提問，回答逐字引用原文",
    ],
  )
    .addStringOption(questionOption)
    .addStringOption(articleOption)
    .addBooleanOption((option) => named(option, privateName, privateDescription))
    .toJSON(),
  asks: true,
  run: answerAsker,
  complete,
};

function answerAsker({ options, locale, channel, asker }: CommandInvocation, services: Services): Reply {
  const chosen = chooseAnyArticle(services.library, options, locale);
  if (chosen.kind === "reply") return chosen.reply;
  const article = chosen.kind === "article" ? chosen.article.id : undefined;
  const question = String(options["question"] ?? "");
  const isPrivate = typeof options["private"] === "boolean" ? options["private"] : undefined;
  const instead =
    helpInstead({ question, article, locale }, services) ??
    (article === undefined ? offerSummaries({ question, locale }, services) : undefined);
  if (instead) return instead;
  const asked = askedIn(question, services, article);
  return answer({ question: asked, article, private: isPrivate, channel, locale, asker }, services);
}
