import { answer } from "../commands/parts/answer.ts";
import { answerQuestion } from "./answer/answer-question.ts";
import type { Article } from "./article/article.ts";
import { listSentences } from "./article/list-sentences.ts";
import type { Services } from "./services.ts";
import type { Locale } from "./render/locale.ts";
import { whenLoaded } from "./text/not-loaded.ts";

/** In UTF-16 units: as long as a question is. */
const questionLength = 40;

/** Questions of every kind, with words that no text has: they need every rule and, each for its language, all dictionaries. */
const strangers: readonly (readonly [Locale, string])[] = [
  ["zh-CN", "这篇文章的作者是谁?"],
  ["en", "What is this article about?"],
  ["zh-CN", "Schulzenberg为什么上涨了百分之几?"],
  ["en", "Who founded Schulzenberg, and when was that?"],
  ["zh-CN", "第三部分讲了什么?"],
  ["en", "What does section 3 say about costs?"],
  ["zh-CN", "舒尔岑贝格和布劳恩有什么不同?"],
  ["en", "How does Schulzenberg differ from Brauning?"],
  ["zh-TW", "請問資料在哪裡?"],
  ["en", "how mcuh does guge cost?"],
];

/** Asked behind each of them: what follows on another question. */
const followUps: readonly string[] = ["那2024年呢?", "And why is that?"];

/** So often in all: expressions are compiled for good when they are used again. */
const rounds = 2;

/**
 * Answers some questions for nobody, from the first step to the message, a little at a time.
 *
 * Dictionaries and lists of an index are made at their first use, expressions compiled, and what has run before runs faster: that
 * use must not be somebody's question.
 *
 * @param pause lets everything else run, where that is due.
 */
export async function warmUp(services: Services, pause: () => Promise<void>): Promise<void> {
  const first = services.library.articles.values().take(1).toArray();
  const own = await whenLoaded(() => first.flatMap(ownWords));
  for (let round = 0; round < rounds; round += 1) {
    // A mark more makes another question of it.
    const marks = "?".repeat(round);
    for (const [locale, question] of strangers) {
      await whenLoaded(() => ask(question + marks, locale, services));
      await pause();
      for (const next of followUps) {
        await whenLoaded(() => answerQuestion(services.library, next, { limit: 1, context: [question + marks] }));
        await pause();
      }
    }
    for (const question of own) {
      await whenLoaded(() => ask(question + marks, "en", services));
      await pause();
    }
  }
}

function ask(question: string, locale: Locale, services: Services): void {
  answer(
    { question, private: true, channel: { id: undefined, guildId: undefined }, locale, asker: { id: "" } },
    services,
  );
}

/** The words of an article's beginning and middle. */
function ownWords(article: Article): string[] {
  const sentences = listSentences(article);
  const picked = [sentences[0], sentences[Math.floor(sentences.length / 2)]];
  return picked.flatMap((sentence) =>
    sentence ? `${article.text.slice(sentence.span.start, sentence.span.end).slice(0, questionLength)}?` : [],
  );
}
