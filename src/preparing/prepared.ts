import type { Article } from "../article/article.ts";
import type { Indexed } from "../search/library.ts";

/** Articles with all that a library would otherwise have to find out about them. */
export interface Prepared {
  readonly articles: readonly Article[];
  readonly indexed: Indexed;
  /** Lets go of the file that they are read from; absent where all is in memory. */
  readonly close?: (() => void) | undefined;
}
