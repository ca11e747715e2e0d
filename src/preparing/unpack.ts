import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { Article } from "../article/article.ts";
import type { IndexData } from "../search/index-data.ts";
import type { IndexedArticle, OpenableIndex } from "../search/library.ts";
import { openMiniSearchGently } from "../search/open-mini-search.ts";
import { type Passage, walkPassages } from "../search/passage.ts";
import { type ArticleJoiner, createArticleJoiner } from "./article-pieces.ts";
import type { Parcel } from "./messages.ts";
import { createPause } from "../pause.ts";
import type { Prepared } from "./prepared.ts";

/** Takes what a worker has made out of a port, a little at a time; everything else runs in between. */
export async function unpack(port: MessagePort, signal: AbortSignal | undefined): Promise<Prepared> {
  const pause = createPause();
  const articles = new Map<Article, IndexedArticle>();
  let whole: OpenableIndex | undefined;
  let joiner: ArticleJoiner = createArticleJoiner();
  for (let parcel = take(port); parcel; parcel = take(port)) {
    switch (parcel.kind) {
      case "pieces":
        for (const piece of parcel.pieces) joiner.add(piece);
        break;
      case "index": {
        const article = joiner.finish();
        joiner = createArticleJoiner();
        const passages = await listPassages(article, pause);
        articles.set(article, { passages, ...(await openLarge(parcel.data, pause)) });
        break;
      }
      case "whole":
        whole = { data: parcel.data, search: await openMiniSearchGently(parcel.data, pause) };
        break;
    }
    await pause();
    signal?.throwIfAborted();
  }
  return { articles: [...articles.keys()], indexed: { articles, whole } };
}

/** What takes longer to open than anybody should wait for is opened before somebody asks. */
const mostOpenedAtOnce = 150;

/** Most articles of a library are never asked about by themselves: what is opened quickly is opened when it is. */
async function openLarge(data: IndexData, pause: () => Promise<void>): Promise<OpenableIndex> {
  return data.passages > mostOpenedAtOnce ? { data, search: await openMiniSearchGently(data, pause) } : { data };
}

function take(port: MessagePort): Parcel | undefined {
  const received: { message: Parcel } | undefined = receiveMessageOnPort(port);
  return received?.message;
}

/** So many paragraphs take a millisecond. */
const paragraphsAtOnce = 500;

async function listPassages(article: Article, pause: () => Promise<void>): Promise<readonly Passage[]> {
  const passages: Passage[] = [];
  let paragraphs = 0;
  for (const some of walkPassages(article)) {
    passages.push(...some);
    paragraphs += 1;
    if (paragraphs % paragraphsAtOnce === 0) await pause();
  }
  return passages;
}
