import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { ArticleError } from "../article/article-error.ts";
import type { KeptIndexes } from "../indexes/kept/kept-indexes.ts";
import type { IndexProgress } from "../search/build-index-data.ts";
import { type ArticleSource, nameSource } from "./article-source.ts";
import type { WorkerInput, WorkerMessage } from "./messages.ts";
import type { Prepared } from "./prepared.ts";
import { unpack } from "./unpack.ts";

/** What reading and indexing may take before it is given up. */
export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

export interface WorkerOptions {
  readonly maximumBytes: number;
  readonly limits: Limits;
  /** The thread opens the same file. */
  readonly kept?: Pick<KeptIndexes, "file"> | undefined;
  readonly onProgress?: IndexProgress | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The file that the thread runs. */
  readonly file?: URL | undefined;
}

const workerFile = new URL("prepare-worker.ts", import.meta.url);
/** `npm start` keeps the young generation of this thread small; one that reads soon ends and is better off with more. */
const youngMegabytes = 64;

/**
 * Reads and indexes in a thread of its own, which ends in any case: when all is done, when it is called off, and when it
 * takes more than it may.
 *
 * @throws ArticleError when an article cannot be read within the limits; the signal's reason when it is called off.
 */
export async function runInWorker(source: ArticleSource, options: WorkerOptions): Promise<Prepared> {
  const { limits, signal, maximumBytes, kept, file = workerFile } = options;
  signal?.throwIfAborted();
  const { port1, port2 } = new MessageChannel();
  const workerData: WorkerInput = { source, maximumBytes, kept: kept?.file, port: port2 };
  const worker = new Worker(file, {
    workerData,
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: youngMegabytes },
  });
  try {
    await finished(worker, source, options);
    return await unpack(port1, signal);
  } finally {
    end(worker, port1);
  }
}

/** Nobody waits for the end: what a thread has begun in a native library it finishes first. */
function end(worker: Worker, port: MessagePort): void {
  port.close();
  worker.unref();
  void worker.terminate();
}

async function finished(worker: Worker, source: ArticleSource, options: WorkerOptions): Promise<void> {
  const { limits, signal, onProgress } = options;
  const refuse = (problem: string, cause?: unknown) => new ArticleError(nameSource(source), problem, { cause });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  worker.on("message", (message: WorkerMessage) => {
    switch (message.kind) {
      case "progress":
        return onProgress?.(message.done, message.of);
      case "done":
        return resolve();
      case "refused":
        return reject(new ArticleError(message.file, message.problem));
    }
  });
  worker.on("error", (error) => {
    const isTooMuch = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    reject(isTooMuch ? refuse(`needs more than ${limits.megabytes} MB of memory to read; divide it`) : error);
  });
  worker.on("exit", (code) => reject(refuse(`ended the thread that read it (exit code ${code})`)));
  const tooLong = `took longer than ${limits.seconds} seconds to read; divide it, or write it more simply`;
  const timer = setTimeout(() => reject(refuse(tooLong)), limits.seconds * 1000);
  const callOff = (): void => reject(signal?.reason);
  signal?.addEventListener("abort", callOff);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", callOff);
  }
}
