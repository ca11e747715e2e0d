import { answerQuestion } from "../../src/answer/answer-question.ts";
import { findTaught } from "../../src/answer/put-taught-first.ts";
import type { Asker, Channel } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { answerMessage, mostCandidates } from "../../src/render/answer-message.ts";
import type { Locale } from "../../src/render/locale.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { allowsThread } from "./allows-thread.ts";
import { canReport } from "./can-report.ts";
import { mayTeach } from "./may-teach.ts";

export interface Asked {
  readonly question: string;
  readonly article?: string | undefined;
  /** Earlier questions of the conversation, oldest first. */
  readonly context?: readonly string[] | undefined;
  /** Absent means that a refusal is for the asker alone, and anything else for everybody. */
  readonly private?: boolean | undefined;
  readonly channel: Channel;
  readonly locale: Locale;
  readonly asker: Asker;
}

/** Answers a question, however it was asked; of those asked last the answer is known. */
export function answer(asked: Asked, services: Services): MessageReply {
  const make = (): MessageReply => answerAnew(asked, services);
  return services.memory?.answers(keyOf(asked, services), make) ?? make();
}

/**
 * All that an answer depends on beside the library; who asks is none of it, but for whether they may teach. Servers without
 * articles of their own share a library, and have settings and taught questions of their own.
 */
function keyOf(asked: Asked, services: Services): string {
  const { question, article, context, private: isPrivate, channel, locale } = asked;
  const { quotesPerAnswer, taught, library } = services;
  const found = findTaught(library, question, { taught, article });
  const chosen = found && [found.taught.id, found.taught.question, found.taught.article, found.taught.span];
  const set = [quotesPerAnswer, canReport(services), mayTeach(asked.asker, services)];
  return JSON.stringify([question, article, context, isPrivate, allowsThread(channel), locale, chosen, set]);
}

function answerAnew(asked: Asked, services: Services): MessageReply {
  const { library, quotesPerAnswer, taught } = services;
  const { question, article, context } = asked;
  const limit = Math.max(mostCandidates, quotesPerAnswer);
  const found = answerQuestion(library, question, { article, limit, quoted: quotesPerAnswer, context, taught });
  return answerMessage(found, {
    articles: library.articles,
    locale: asked.locale,
    private: asked.private ?? found.kind === "declined",
    allowsThread: allowsThread(asked.channel),
    quotesAtOnce: quotesPerAnswer,
    question,
    canReport: canReport(services),
    canTeach: mayTeach(asked.asker, services),
  });
}
