import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from "discord.js";
import { answerQuestion } from "../src/answer/answer-question.ts";
import type { Command, CommandInvocation, Services } from "../src/command.ts";
import { renderAnswer } from "../src/render/render-answer.ts";
import type { Reply } from "../src/render/reply.ts";

/** Nobody types more; it keeps a pasted book from being searched for. */
const longestQuestion = 500;

/** Answers a question with sentences of the article. */
export const ask: Command = {
  declaration: new SlashCommandBuilder()
    .setName("ask")
    .setNameLocalizations({ "zh-CN": "提问", "zh-TW": "提問" })
    .setDescription("Ask about the article; the answer is quoted word for word")
    .setDescriptionLocalizations({
      "zh-CN": "就文章提问，回答逐字引用原文",
      "zh-TW": "就文章提問，回答逐字引用原文",
    })
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
    .addStringOption((option) =>
      option
        .setName("question")
        .setNameLocalizations({ "zh-CN": "问题", "zh-TW": "問題" })
        .setDescription("What you want to know")
        .setDescriptionLocalizations({ "zh-CN": "你想知道什么", "zh-TW": "你想知道什麼" })
        .setRequired(true)
        .setMaxLength(longestQuestion),
    )
    .addBooleanOption((option) =>
      option
        .setName("private")
        .setNameLocalizations({ "zh-CN": "仅自己可见", "zh-TW": "僅自己可見" })
        .setDescription("Show the answer only to you")
        .setDescriptionLocalizations({ "zh-CN": "只有你能看到回答", "zh-TW": "只有你能看到回答" }),
    )
    .toJSON(),
  run: answerAsker,
};

function answerAsker(invocation: CommandInvocation, services: Services): Reply {
  const { question, private: isPrivate } = invocation.options;
  const answer = answerQuestion(services.library, String(question ?? ""), {
    limit: services.quotesPerAnswer,
  });
  return renderAnswer(answer, {
    articles: services.library.articles,
    locale: invocation.locale,
    private: isPrivate === true,
  });
}
