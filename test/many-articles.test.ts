import { expect, test } from "vitest";
import { loadDictionaries } from "../src/answer/create-library.ts";
import type { Article } from "../src/article/article.ts";
import { createBotFor } from "../src/bot-for.ts";
import { warmUp } from "../src/warm-up.ts";
import { askThrough, everyInvocation } from "./support/ask-everything.ts";
import { manager, startGuildBot } from "./support/guild-bot.ts";
import { libraryOver, makeArticles, segmentOf } from "./support/many-articles.ts";

const dictionaries = loadDictionaries();
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** More are opened by no command, however many articles there are. */
const mostOpened = 160;

/** Articles that tell which of them are looked into. */
function countOpened(articles: readonly Article[]) {
  const opened = new Set<string>();
  const counting = articles.map((article): Article => {
    const { text: _, sections: __, leftOut: ___, ...head } = article;
    const open = () => void opened.add(article.id);
    return {
      ...head,
      get text() {
        open();
        return article.text;
      },
      get sections() {
        open();
        return article.sections;
      },
      get leftOut() {
        open();
        return article.leftOut;
      },
    };
  });
  return { opened, standsFor: new Map(articles.map((article, nth) => [article, counting[nth] ?? article])) };
}

test("opens few articles for anything that is asked of thousands", async () => {
  const articles = makeArticles(3000);
  const { opened, standsFor } = countOpened(articles);
  const parts = ["zh", "en"].map((language) => articles.filter((each) => each.language === language));
  const library = libraryOver(
    parts.map((part) => segmentOf(part, dictionaries, standsFor)),
    dictionaries,
  );
  const whole = createBotFor(library, { config: { quotesPerAnswer: 3, cooldownSeconds: 0 }, log: silent });
  expect(opened.size).toBe(0);
  await whole.prepare();
  await warmUp(whole.services, async () => {});
  expect(opened.size).toBeLessThan(mostOpened);
  const { ask } = await startGuildBot(library, whole.services);
  const asking = {
    article: "a8",
    sentence: "Bergen出产红茶，一共11吨。",
    altered: "Bergen出产红茶，共有11吨。",
    questions: ["红茶第20篇的价格是多少?", "When does office number 41 open?", "什么时候运到杭州?", "total nonsense"],
  };
  const counts: [string, number][] = [];
  for (const invocation of everyInvocation(asking)) {
    opened.clear();
    await askThrough(ask, { ...invocation, asker: manager.asker }, 0);
    const { id: _, asker: __, channel: ___, ...told } = invocation;
    counts.push([JSON.stringify(told), opened.size]);
  }
  expect(counts.filter(([, count]) => count > mostOpened)).toEqual([]);
});
