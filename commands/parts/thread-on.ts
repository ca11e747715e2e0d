import type { Quote } from "../../src/answer/answer.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { tidyLine } from "../../src/render/escape.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { readQuestionLines, writeQuestionLine } from "../../src/render/question-line.ts";
import type { Reply } from "../../src/render/reply.ts";
import { sayPrivately } from "./say.ts";

/** Discord's limit for names of threads. */
const longestName = 100;

/** Opens a thread on the bot's own reply, which pings nobody; its first message carries the question over. */
export function threadOn(
  { message, channel, locale }: ComponentInvocation,
  quotes: readonly Quote[],
  services: Services,
): Reply {
  const say = phrases[locale].thread;
  const question = readQuestionLines(message.content).at(-1);
  if (channel.offersThreads === false) return sayPrivately(phrases[locale].server.settings.noThreads);
  if (channel.id === undefined) return sayPrivately(say.failed);
  const opening = [...writeQuestionLine(question ?? ""), say[services.readable?.() ?? "addressed"]];
  return {
    kind: "thread",
    channelId: channel.id,
    messageId: message.id,
    name: tidyLine(question ?? "", longestName) || tidyLine(quotes[0]?.section ?? "", longestName) || say.untitled,
    opening: { kind: "message", content: opening.join("\n"), private: false, quotes: [] },
    outcomes: {
      done: sayPrivately(say.done(message.id)),
      exists: sayPrivately(say.exists(message.id)),
      forbidden: sayPrivately(say.forbidden),
      failed: sayPrivately(say.failed),
    },
  };
}
