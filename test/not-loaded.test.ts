import { beforeAll, expect, test } from "vitest";
import { loadDictionaries } from "../src/answer/create-library.ts";
import type { Article } from "../src/article/article.ts";
import { createBotFor } from "../src/bot-for.ts";
import type { Invocation } from "../src/invocation.ts";
import type { Reply } from "../src/render/reply.ts";
import type { Library } from "../src/search/library.ts";
import { warmUp } from "../src/warm-up.ts";
import { askThrough, type Asking, everyInvocation } from "./support/ask-everything.ts";
import { farArticle, farSegment, Near } from "./support/far-segment.ts";
import { manager, startGuildBot } from "./support/guild-bot.ts";
import { libraryOver, makeArticles, segmentOf } from "./support/many-articles.ts";

const dictionaries = loadDictionaries();
const silent = { debug() {}, info() {}, warn() {}, error() {} };

const asking: Asking = {
  article: "a8",
  sentence: "Bergen出产红茶，一共11吨。",
  altered: "Bergen出产红茶，共有11吨。",
  questions: ["红茶第20篇的价格是多少?", "When does office number 41 open?", "红茶和绿茶有什么不同?", "total nonsense"],
};

type Made = (articles: readonly Article[]) => Library;

function inParts(articles: readonly Article[]): Article[][] {
  return [...Map.groupBy(articles, ({ language }) => language).values()];
}

const near: Made = (articles) =>
  libraryOver(
    inParts(articles).map((part) => segmentOf(part, dictionaries)),
    dictionaries,
  );

function far(most: number): { readonly make: Made; readonly kept: Near } {
  const kept = new Near(most);
  const make: Made = (articles) =>
    libraryOver(
      inParts(articles).map((part, nth) => {
        const standsFor = new Map(part.map((article) => [article, farArticle(article, kept)]));
        return farSegment(segmentOf(part, dictionaries, standsFor), String(nth), kept);
      }),
      dictionaries,
    );
  return { make, kept };
}

/** Asks everything, once all that is made beforehand is there. */
async function askAll(library: Library, depth: number): Promise<readonly (readonly [Invocation, readonly Reply[]])[]> {
  const whole = createBotFor(library, { config: { quotesPerAnswer: 3, cooldownSeconds: 0 }, log: silent });
  await whole.prepare();
  await whole.prepare(asking.article);
  await warmUp(whole.services, async () => {});
  const { ask } = await startGuildBot(library, whole.services);
  const all: (readonly [Invocation, readonly Reply[]])[] = [];
  for (const invocation of everyInvocation(asking)) {
    const replies = await askThrough(ask, { ...invocation, asker: manager.asker }, depth);
    all.push([invocation, replies]);
  }
  return all;
}

const articles = makeArticles(260);
let expected: Awaited<ReturnType<typeof askAll>>;

beforeAll(async () => {
  expected = await askAll(near(articles), 1);
});

test.for([
  { name: "once", most: Number.POSITIVE_INFINITY },
  { name: "again and again, since little is kept", most: 120 },
])("answers all the same where everything has to be brought $name", async ({ most }) => {
  const { make, kept } = far(most);
  const told = await askAll(make(articles), 1);
  expect(kept.loads).toBeGreaterThan(100);
  for (const [nth, [invocation, replies]] of told.entries()) {
    expect([invocation, replies]).toEqual([invocation, expected[nth]?.[1]]);
  }
});
