import type { Quote } from "../../src/answer/answer.ts";
import type { Article } from "../../src/article/article.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { withVersions } from "../../src/render/answer-message.ts";
import { tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { readQuestionLines, writeQuestionLine } from "../../src/render/question-line.ts";
import { renderAnswer } from "../../src/render/render-answer.ts";
import type { MessageReply, Reply } from "../../src/render/reply.ts";
import { sayPrivately } from "./say.ts";

/** Discord's limit for names of threads. */
const longestName = 100;

/** What an answer quoted, as far as it is known. */
export interface QuotedThen {
  readonly quotes: readonly Quote[];
  readonly articles: ReadonlyMap<string, Article>;
  /** By id: the articles whose version was another then. */
  readonly old: ReadonlyMap<string, Article>;
  /** Whether a version that was quoted is not kept. */
  readonly isLost: boolean;
}

/**
 * Opens a thread on the bot's own reply, which pings nobody; its first message carries the question over. Where the article has
 * changed since, that says so and quotes what was quoted then, since what is asked on is answered from the present version.
 */
export function threadOn(
  { message, channel, locale }: ComponentInvocation,
  then: QuotedThen,
  services: Services,
): Reply {
  const say = phrases[locale].thread;
  const question = readQuestionLines(message.content).at(-1);
  if (channel.offersThreads === false) return sayPrivately(phrases[locale].server.settings.noThreads);
  if (channel.id === undefined) return sayPrivately(say.failed);
  const intro = [...writeQuestionLine(question ?? ""), say[services.readable?.() ?? "addressed"]];
  return {
    kind: "thread",
    channelId: channel.id,
    messageId: message.id,
    name: tidyLine(question ?? "", longestName) || tidyLine(then.quotes[0]?.section ?? "", longestName) || say.untitled,
    opening: open(intro, then, locale),
    outcomes: {
      done: sayPrivately(say.done(message.id)),
      exists: sayPrivately(say.exists(message.id)),
      forbidden: sayPrivately(say.forbidden),
      failed: sayPrivately(say.failed),
    },
  };
}

function open(intro: readonly string[], { quotes, articles, old, isLost }: QuotedThen, locale: Locale): MessageReply {
  const say = phrases[locale].thread;
  const message = { kind: "message", private: false, quotes: [] } as const;
  if (isLost) return { ...message, content: [...intro, say.changedSince].join("\n") };
  if (old.size === 0) return { ...message, content: intro.join("\n") };
  const shared = { articles, locale, private: false, intro: [...intro, say.quotedThen] };
  const shown = renderAnswer({ kind: "quotes", quotes, added: [] }, shared);
  return { ...shown, quotes: withVersions(shown.quotes, old) };
}
