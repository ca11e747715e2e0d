import { answerQuestion } from "../../src/answer/answer-question.ts";
import type { Channel, Services } from "../../src/command.ts";
import { answerMessage, mostCandidates } from "../../src/render/answer-message.ts";
import type { Locale } from "../../src/render/locale.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { allowsThread } from "./allows-thread.ts";
import { canReport } from "./can-report.ts";

export interface Asked {
  readonly question: string;
  readonly article?: string | undefined;
  /** Earlier questions of the conversation, oldest first. */
  readonly context?: readonly string[] | undefined;
  readonly private: boolean;
  readonly channel: Channel;
  readonly locale: Locale;
}

/** Answers a question, however it was asked; of those asked last the answer is known. */
export function answer(asked: Asked, services: Services): MessageReply {
  const make = (): MessageReply => answerAnew(asked, services);
  return services.memory?.answers(keyOf(asked), make) ?? make();
}

/** All that an answer depends on beside the bot's own services; who asks is none of it. */
function keyOf({ question, article, context, private: isPrivate, channel, locale }: Asked): string {
  return JSON.stringify([question, article, context, isPrivate, allowsThread(channel), locale]);
}

function answerAnew(asked: Asked, services: Services): MessageReply {
  const { library, quotesPerAnswer } = services;
  const { question, article, context } = asked;
  const limit = Math.max(mostCandidates, quotesPerAnswer);
  const found = answerQuestion(library, question, { article, limit, quoted: quotesPerAnswer, context });
  return answerMessage(found, {
    articles: library.articles,
    locale: asked.locale,
    private: asked.private,
    allowsThread: allowsThread(asked.channel),
    quotesAtOnce: quotesPerAnswer,
    question,
    canReport: canReport(services),
  });
}
