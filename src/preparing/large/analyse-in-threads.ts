import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { ArticleError } from "../../article/article-error.ts";
import type { IndexedArticle, Packing } from "../../indexes/indexed-article.ts";
import type { KeyedPiece } from "./pieces.ts";

/** What a thread is given at its start. */
export interface AnalyseInput {
  readonly maximumBytes: number;
  readonly packing: Packing;
}

/** What it says of each piece. */
export type Analysed =
  | { readonly kind: "article"; readonly article: IndexedArticle }
  /** An `ArticleError`, which would not be one any more on the other side. */
  | { readonly kind: "refused"; readonly file: string; readonly problem: string };

export interface AnalyseOptions extends AnalyseInput {
  /** How many threads there are at most; absent means one for each core. */
  readonly threads?: number | undefined;
}

export interface AnalysedPiece {
  readonly article: IndexedArticle;
  readonly piece: KeyedPiece;
}

/** More would wait for the one that writes. */
const MOST_THREADS = 8;
/** Of so many articles per thread more are made than were taken. */
const AHEAD = 2;

/**
 * Reads and indexes articles in several threads, and gives them in whatever order they are done; no more are in memory than
 * these threads work at.
 *
 * @throws ArticleError when one cannot be read, or not within its limits.
 */
export async function* analyseInThreads(
  pieces: readonly KeyedPiece[],
  options: AnalyseOptions,
): AsyncGenerator<AnalysedPiece> {
  const count = Math.min(options.threads ?? Math.min(availableParallelism(), MOST_THREADS), pieces.length);
  const largest = Math.max(0, ...pieces.map(({ bytes }) => bytes));
  const threads = Array.from({ length: count }, () => createThread(options, largest));
  const due = pieces.values();
  const underWay = new Set<Promise<Done>>();
  const start = (thread: AnalyseThread): void => {
    const { value: piece } = due.next();
    if (!piece) return;
    const done: Promise<Done> = thread.analyse(piece).then((article) => ({ article, piece, thread, done }));
    underWay.add(done);
  };
  try {
    for (let round = 0; round < AHEAD; round += 1) for (const thread of threads) start(thread);
    while (underWay.size > 0) {
      const { article, piece, thread, done } = await Promise.race(underWay);
      underWay.delete(done);
      start(thread);
      yield { article, piece };
    }
  } finally {
    for (const done of underWay) done.catch(() => {});
    for (const thread of threads) thread.end();
  }
}

interface Done extends AnalysedPiece {
  readonly thread: AnalyseThread;
  readonly done: Promise<Done>;
}

interface AnalyseThread {
  /** One piece after the other. */
  analyse(piece: KeyedPiece): Promise<IndexedArticle>;
  end(): void;
}

interface Waiting {
  readonly piece: KeyedPiece;
  readonly resolve: (article: IndexedArticle) => void;
  readonly reject: (error: unknown) => void;
}

function createThread({ maximumBytes, packing }: AnalyseOptions, largest: number): AnalyseThread {
  const workerData: AnalyseInput = { maximumBytes, packing };
  const { seconds, megabytes } = limitsFor(largest);
  const worker = new Worker(new URL("analyse-thread.ts", import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
  });
  const waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  const refuse = (problem: string, cause?: unknown): ArticleError =>
    new ArticleError(waiting[0]?.piece.name ?? "an article", problem, { cause });
  function fail(error: unknown): void {
    clearTimeout(timer);
    for (const { reject } of waiting.splice(0)) reject(error);
  }
  function next(): void {
    clearTimeout(timer);
    if (waiting.length === 0) return;
    const tooLong = `took longer than ${seconds} seconds to read; divide it, or write it more simply`;
    timer = setTimeout(() => fail(refuse(tooLong)), seconds * 1000);
  }

  worker.on("message", (analysed: Analysed) => {
    if (analysed.kind === "refused") return fail(new ArticleError(analysed.file, analysed.problem));
    waiting.shift()?.resolve(analysed.article);
    next();
  });
  worker.on("error", (error) => {
    const isTooMuch = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    fail(isTooMuch ? refuse(`needs more than ${megabytes} MB of memory to read; divide it`) : error);
  });
  worker.on("exit", (code) => fail(refuse(`ended the thread that read it (exit code ${code})`)));
  return {
    analyse(piece) {
      return new Promise((resolve, reject) => {
        waiting.push({ piece, resolve, reject });
        worker.postMessage({ piece: piece.piece, key: piece.key }, []);
        if (waiting.length === 1) next();
      });
    },
    end() {
      clearTimeout(timer);
      worker.unref();
      void worker.terminate();
    },
  };
}

/** Several times what ordinary files of such a size take on a slow machine. */
function limitsFor(bytes: number) {
  const megabytes = Math.ceil(bytes / 1_000_000);
  return { seconds: 60 + 60 * megabytes, megabytes: 512 + 96 * megabytes };
}
