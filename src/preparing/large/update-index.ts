import { Worker } from "node:worker_threads";
import { ArticleError } from "../../article/article-error.ts";
import type { PackedArticle } from "../../guilds/guild-articles.ts";
import { UnusableIndex } from "../../indexes/unusable-index.ts";
import type { IndexProgress } from "../../search/build-index-data.ts";
import type { IndexReport } from "./index-pieces.ts";

/** What a large library is made of. */
export type LargeSource =
  | { readonly kind: "folder"; readonly path: string }
  /** What a server brought before. */
  | { readonly kind: "packed"; readonly articles: readonly PackedArticle[] };

/** What the thread that indexes is given. */
export interface IndexInput {
  readonly source: LargeSource;
  readonly file: string;
  readonly fingerprint: string;
  readonly maximumBytes: number;
  readonly removes: boolean;
  readonly threads?: number | undefined;
}

/** What it says meanwhile. */
export type IndexMessage =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  /** There was another file, which it made anew. */
  | { readonly kind: "replaced"; readonly reason: string }
  | { readonly kind: "done"; readonly report: IndexReport }
  /** An `ArticleError` or `UnusableIndex`, which would not be one any more on the other side. */
  | { readonly kind: "refused"; readonly file: string; readonly problem: string }
  | { readonly kind: "unusable"; readonly problem: string; readonly isDamaged: boolean };

export interface UpdateOptions extends Omit<IndexInput, "source"> {
  readonly onProgress?: IndexProgress | undefined;
  /** Hears why the file was made anew. */
  readonly onReplaced?: ((reason: string) => void) | undefined;
  /** Calls it off; what was indexed until then stays. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings a library's file to what it is made of, in threads of their own: everything else goes on.
 *
 * @throws ArticleError when an article cannot be read; UnusableIndex when the file cannot be written; the signal's reason when it is
 * called off.
 */
export async function updateIndex(source: LargeSource, options: UpdateOptions): Promise<IndexReport> {
  const { onProgress, onReplaced, signal, ...given } = options;
  signal?.throwIfAborted();
  const workerData: IndexInput = { ...given, source };
  const worker = new Worker(new URL("index-thread.ts", import.meta.url), { workerData });
  const { promise, resolve, reject } = Promise.withResolvers<IndexReport>();
  worker.on("message", (message: IndexMessage) => {
    switch (message.kind) {
      case "progress":
        return onProgress?.(message.done, message.of);
      case "replaced":
        return onReplaced?.(message.reason);
      case "done":
        return resolve(message.report);
      case "refused":
        return reject(new ArticleError(message.file, message.problem));
      case "unusable":
        return reject(new UnusableIndex(message.problem, message));
    }
  });
  worker.on("error", reject);
  worker.on("exit", (code) => reject(new Error(`the thread that indexes ended with ${code}`)));
  const callOff = (): void => reject(signal?.reason);
  signal?.addEventListener("abort", callOff);
  try {
    return await promise;
  } finally {
    signal?.removeEventListener("abort", callOff);
    worker.unref();
    void worker.terminate();
  }
}
