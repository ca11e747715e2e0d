import { parentPort, workerData } from "node:worker_threads";
import { loadAnalyse } from "../answer/create-library.ts";
import { ArticleError } from "../article/article-error.ts";
import { fingerprint } from "../indexes/fingerprint.ts";
import { openKeptIndexes } from "../indexes/kept/kept-indexes.ts";
import { once } from "../text/once.ts";
import { buffersOf } from "../search/index-data.ts";
import { type ArticlePiece, cutArticle, weighPiece } from "./article-pieces.ts";
import { indexArticles } from "./index-articles.ts";
import type { Parcel, WorkerInput, WorkerMessage } from "./messages.ts";
import { readKnowing } from "./read-knowing.ts";

/** A parcel of so many objects is taken out in a millisecond or two. */
const heaviestParcel = 4000;

/** In milliseconds: nobody waits for this thread alone. */
const patience = 2000;
/** The thread that answers opens the same file, and tells what is wrong with it. */
const silent = { warn() {} };

const input: WorkerInput = workerData;
try {
  await prepare(input);
  say({ kind: "done" });
} catch (error) {
  if (!(error instanceof ArticleError)) throw error;
  const { file, message } = error;
  say({ kind: "refused", file, problem: message.slice(`${file}: `.length) });
}

async function prepare({ source, maximumBytes, kept: file, port }: WorkerInput): Promise<void> {
  const kept = file === undefined ? undefined : openKeptIndexes({ file, fingerprint, patience, log: silent });
  const read = await readKnowing(source, { maximumBytes, kept });
  const { articles } = read;
  const analyse = once(() => loadAnalyse());
  const { own, whole } = indexArticles(read, analyse, (done, of) => say({ kind: "progress", done, of }));
  kept?.close();
  const send = (parcel: Parcel, buffers: ArrayBuffer[] = []): void => port.postMessage(parcel, buffers);
  for (const [place, article] of articles.entries()) {
    for (const pieces of pack(cutArticle(article))) send({ kind: "pieces", pieces });
    const data = own[place];
    if (data) send({ kind: "index", data }, buffersOf(data));
  }
  if (whole) send({ kind: "whole", data: whole }, buffersOf(whole));
}

function* pack(pieces: Iterable<ArticlePiece>): Generator<readonly ArticlePiece[]> {
  let [parcel, weight]: [ArticlePiece[], number] = [[], 0];
  for (const piece of pieces) {
    parcel.push(piece);
    weight += weighPiece(piece);
    if (weight < heaviestParcel) continue;
    yield parcel;
    [parcel, weight] = [[], 0];
  }
  yield parcel;
}

function say(message: WorkerMessage): void {
  parentPort?.postMessage(message, []);
}
