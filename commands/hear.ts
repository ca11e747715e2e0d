import { isRemark } from "../src/answer/is-remark.ts";
import { findTaught } from "../src/answer/put-taught-first.ts";
import { analyseQuestion } from "../src/answer/question.ts";
import { dueTo, type Hear } from "../src/command.ts";
import type { MessageInvocation } from "../src/invocation.ts";
import type { Services } from "../src/services.ts";
import type { Locale } from "../src/render/locale.ts";
import { localeOf } from "../src/render/locale-of.ts";
import { phrases } from "../src/render/phrases/all.ts";
import { readQuestionLines } from "../src/render/question-line.ts";
import type { MessageReply, Reply } from "../src/render/reply.ts";
import { writtenReferences } from "../src/render/written-references.ts";
import { answer } from "./parts/answer.ts";
import { askedIn } from "./parts/asked-in.ts";
import { exampleRows } from "./parts/example-rows.ts";
import { expandReferences } from "./parts/expand-references.ts";
import { offerSummaries } from "./parts/offer-summaries.ts";

/** So many earlier questions say what a conversation is about. */
const mostEarlier = 5;

/** Answers messages: questions that are meant for the bot, and references in any message that it may read. */
export const hear: Hear = (invocation, services) => {
  const text = wholeText(invocation);
  const locale = invocation.isLocaleSet
    ? invocation.locale
    : localeOf(text, invocation.locale, services.library.analyse);
  const references = writtenReferences(invocation.written ?? text);
  const expanded = references.length > 0 ? expandReferences(services.library, references, locale) : undefined;
  if (expanded) return expanded;
  const due = dueTo(invocation);
  if (due === "silence") return { kind: "silence" };
  if (services.library.articles.size === 0)
    return { kind: "message", content: phrases[locale].noArticle, private: false, quotes: [] };
  if (due === "greeting") return greet(locale, services);
  const context = invocation.earlier.flatMap(readQuestionLines).slice(-mostEarlier);
  const { channel, asker } = invocation;
  const question = titleTaught(invocation, services) ?? askedIn(text, services);
  const summaries = context.length === 0 ? offerSummaries({ question, locale }, services) : undefined;
  if (summaries) return { ...summaries, private: false };
  const reply = answer({ question, context, private: false, channel, locale, asker }, services);
  return isOverheard(invocation, reply, services) ? { kind: "silence" } : reply;
};

/** In its own threads people tell each other things as well: what is no question there gets an answer or nothing. */
function isOverheard(
  { addressed, text }: MessageInvocation,
  { outcome }: MessageReply,
  { library }: Services,
): boolean {
  if (addressed !== "thread" || outcome === "answered" || outcome === "taught") return false;
  return isRemark(analyseQuestion(text, library.analyse));
}

/** What stands below a forum post's title seldom makes another question of it. */
function titleTaught({ title = "" }: MessageInvocation, { library, taught }: Services): string | undefined {
  const question = title.trim();
  return findTaught(library, question, { taught }) ? question : undefined;
}

/** A forum post's title is a part of its question. */
function wholeText({ title = "", text }: MessageInvocation): string {
  return [title, text]
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n");
}

/** Tells what the bot is, with questions to try. */
function greet(locale: Locale, services: Services): Reply {
  return {
    kind: "message",
    content: phrases[locale].help.short,
    private: false,
    quotes: [],
    components: exampleRows(services, locale),
  };
}
