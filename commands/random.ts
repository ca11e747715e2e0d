import { quoteSpan } from "../src/answer/quote-span.ts";
import type { Article } from "../src/article/article.ts";
import { listSentences } from "../src/article/list-sentences.ts";
import type { Command, CommandInvocation, Services } from "../src/command.ts";
import { answerMessage } from "../src/render/answer-message.ts";
import { phrases } from "../src/render/phrases/all.ts";
import type { Reply } from "../src/render/reply.ts";
import { allowsThread } from "./parts/allows-thread.ts";
import { chooseAnyArticle } from "./parts/choose-article.ts";
import { complete } from "./parts/complete.ts";
import { articleOption, declareCommand, named, privateDescription, privateName } from "./parts/declare.ts";
import { sayPrivately } from "./parts/say.ts";

/** Quotes some sentence. */
export const random: Command = {
  declaration: declareCommand(
    ["random", "随机", "隨機"],
    ["Quote a sentence at random", "随机引用一句", "隨機引用一句"],
  )
    .addStringOption(articleOption)
    .addBooleanOption((option) => named(option, privateName, privateDescription))
    .toJSON(),
  run: quoteAnything,
  complete,
};

/** Shorter sentences say little on their own. */
const leastCharacters = 12;

function quoteAnything({ id, options, locale, channel }: CommandInvocation, services: Services): Reply {
  const { library, quotesPerAnswer } = services;
  const chosen = chooseAnyArticle(library, options, locale);
  if (chosen.kind === "reply") return chosen.reply;
  const all = chosen.kind === "article" ? [chosen.article] : [...library.articles.values()];
  const sentences = all.flatMap((article) => listSentences(article).map(({ span }) => ({ article, span })));
  const telling = sentences.filter(({ span }) => span.end - span.start >= leastCharacters);
  const picked = pick(telling.length > 0 ? telling : sentences, id);
  const quote = picked && quoteSpan(picked.article, picked.span);
  if (!quote) return sayPrivately(phrases[locale].noArticle);
  return answerMessage(
    { kind: "quotes", quotes: [quote], added: [] },
    {
      articles: library.articles,
      locale,
      private: options["private"] === true,
      allowsThread: allowsThread(channel),
      quotesAtOnce: quotesPerAnswer,
      question: "",
      canReport: false,
    },
  );
}

interface Picked {
  readonly article: Article;
  readonly span: { readonly start: number; readonly end: number };
}

/** Takes chance from the invocation's id, which never comes twice: the same id always gives the same sentence. */
function pick(all: readonly Picked[], id: string): Picked | undefined {
  let hash = 2_166_136_261;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507) >>> 0;
  return all[((hash ^ (hash >>> 13)) >>> 0) % Math.max(1, all.length)];
}
