import { quoteSpan } from "../src/answer/quote-span.ts";
import { allSections, type Article } from "../src/article/article.ts";
import { rememberOpened } from "../src/article/remember-opened.ts";
import type { Command } from "../src/command.ts";
import type { CommandInvocation } from "../src/invocation.ts";
import type { Services } from "../src/services.ts";
import { answerMessage } from "../src/render/answer-message.ts";
import { phrases } from "../src/render/phrases/all.ts";
import type { Reply } from "../src/render/reply.ts";
import type { Library } from "../src/search/library.ts";
import { loadTogether } from "../src/text/not-loaded.ts";
import type { Span } from "../src/text/span.ts";
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
  const all = chosen.kind === "article" ? [chosen.article] : chooseSome(library, id);
  loadTogether(all.map((article) => () => article.sections));
  const picked = pick(all, id, "telling") ?? pick(all, id, "all");
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
      canTeach: false,
    },
  );
}

/** Of more articles one is drawn first, a longer one likelier. */
const mostOpened = 50;

function chooseSome(library: Library, id: string): readonly Article[] {
  if (library.articles.size <= mostOpened) return [...library.articles.values()];
  const index = library.index();
  const drawn = hashOf(`article ${id}`) % Math.max(1, index.size);
  const articles = index.articles.values();
  let before = 0;
  const found = articles.find(({ passages }) => (before += passages) > drawn);
  return found ? [found.article] : [];
}

interface Picked {
  readonly article: Article;
  readonly span: Span;
}

/** Takes chance from the invocation's id, which never comes twice: the same id always gives the same sentence. */
function pick(articles: readonly Article[], id: string, kind: keyof Ends): Picked | undefined {
  const all = articles.map((article) => ({ article, ends: endsIn(article)[kind] }));
  const count = all.reduce((sum, { ends }) => sum + ends.length / 2, 0);
  let left = hashOf(id) % Math.max(1, count);
  for (const { article, ends } of all) {
    const [start, end] = ends.subarray(2 * left, 2 * left + 2);
    if (start !== undefined && end !== undefined) return { article, span: { start, end } };
    left -= ends.length / 2;
  }
  return undefined;
}

/** Where sentences begin and end, one behind the other: a large article has 100,000. */
interface Ends {
  readonly all: Uint32Array;
  /** Without those that are too short. */
  readonly telling: Uint32Array;
}

const endsIn = rememberOpened(({ sections }: Article): Ends => {
  const [all, telling]: [number[], number[]] = [[], []];
  for (const { paragraphs } of allSections(sections)) {
    for (const { sentences } of paragraphs) {
      for (const { span } of sentences) {
        all.push(span.start, span.end);
        if (span.end - span.start >= leastCharacters) telling.push(span.start, span.end);
      }
    }
  }
  return { all: Uint32Array.from(all), telling: Uint32Array.from(telling) };
});

function hashOf(id: string): number {
  let hash = 2_166_136_261;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}
