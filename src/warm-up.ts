import { answer } from "../commands/parts/answer.ts";
import type { Article } from "./article/article.ts";
import { listSentences } from "./article/list-sentences.ts";
import type { Services } from "./command.ts";
import type { Locale } from "./render/locale.ts";

/** In UTF-16 units: as long as a question is. */
const questionLength = 40;

/** For each language, a question whose words most articles lack, so that other words are looked for. */
const strangers = [
  { language: "zh", locale: "zh-CN", question: "请问客服电话号码是多少?" },
  { language: "en", locale: "en", question: "What is the telephone number of customer service?" },
] as const;

/**
 * Answers a few questions in each language of the articles, from the first step to the message.
 *
 * Dictionaries and the index are opened at their first use, and what has run before runs faster: that use must not be
 * somebody's question.
 */
export function warmUp(services: Services): void {
  const articles = [...services.library.articles.values()];
  for (const { language, locale, question } of strangers) {
    const article = articles.find((one) => one.language === language);
    if (article) for (const asked of [...ownWords(article), question]) ask(asked, locale, services);
  }
}

function ask(question: string, locale: Locale, services: Services): void {
  answer({ question, private: true, channel: { id: undefined, guildId: undefined }, locale }, services);
}

/** The words of an article's beginning and middle. */
function ownWords(article: Article): string[] {
  const sentences = listSentences(article);
  const picked = [sentences[0], sentences[Math.floor(sentences.length / 2)]];
  return picked.flatMap((sentence) =>
    sentence ? `${article.text.slice(sentence.span.start, sentence.span.end).slice(0, questionLength)}?` : [],
  );
}
