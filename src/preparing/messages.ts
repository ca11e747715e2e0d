import type { MessagePort } from "node:worker_threads";
import type { IndexData } from "../search/index-data.ts";
import type { ArticlePiece } from "./article-pieces.ts";
import type { ArticleSource } from "./article-source.ts";

/** What a worker thread is to do, and where it puts what it has made. */
export interface WorkerInput {
  readonly source: ArticleSource;
  readonly maximumBytes: number;
  /** The file of what was read and indexed before. */
  readonly kept: string | undefined;
  readonly port: MessagePort;
}

/** What it says meanwhile. */
export type WorkerMessage =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  /** All parcels lie in the port. */
  | { readonly kind: "done" }
  /** An `ArticleError`, which would not be one any more on the other side. */
  | { readonly kind: "refused"; readonly file: string; readonly problem: string };

/** What it has made, each of a size that is taken out of the port at once: of each article its pieces, then its index. */
export type Parcel =
  | { readonly kind: "pieces"; readonly pieces: readonly ArticlePiece[] }
  | { readonly kind: "index"; readonly data: IndexData }
  /** Of all articles as one, where there are several. */
  | { readonly kind: "whole"; readonly data: IndexData };
