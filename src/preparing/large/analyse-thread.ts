import { parentPort, workerData } from "node:worker_threads";
import { loadAnalyse } from "../../answer/create-library.ts";
import { ArticleError } from "../../article/article-error.ts";
import { indexedArticle } from "../../indexes/indexed-article.ts";
import { buildIndexData } from "../../search/build-index-data.ts";
import { buffersOf } from "../../search/index-data.ts";
import { passagesOf } from "../../search/passage.ts";
import type { Analysed, AnalyseInput } from "./analyse-in-threads.ts";
import { type KeyedPiece, readPiece } from "./pieces.ts";

const { maximumBytes, packing }: AnalyseInput = workerData;
const analyse = loadAnalyse();

// One after the other: what is answered belongs to what was asked first.
let last = Promise.resolve();
parentPort?.on("message", (piece: Pick<KeyedPiece, "piece" | "key">) => {
  last = last.then(() => answer(piece));
});

async function answer(piece: Pick<KeyedPiece, "piece" | "key">): Promise<void> {
  try {
    const { key, article } = await readPiece(piece, maximumBytes);
    const made = indexedArticle({ key, article, data: buildIndexData(passagesOf(article), analyse) }, packing);
    say({ kind: "article", article: made }, buffersOf(made.data));
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    const { file, message } = error;
    say({ kind: "refused", file, problem: message.slice(`${file}: `.length) });
  }
}

function say(analysed: Analysed, buffers: ArrayBuffer[] = []): void {
  parentPort?.postMessage(analysed, buffers);
}
