import type { Enclosure } from "./enclosures.ts";

/** What may end a sentence. */
export const TERMINATORS = /[。！？!?；…｡．.\u203c\u2047-\u2049]/u;
/** Those that end one whatever follows, but for what stands in `endsSentence`. */
export const WIDE_TERMINATORS = /[。！？；…｡\u203c\u2047-\u2049]/u;
/** What belongs to the sentence that it stands behind. */
export const CLOSERS = /[”’」』）)】》〉］\]〕〗｝}"'»›〞〟＂\p{M}\u200d]/u;

/** A place where a sentence may end. */
export interface Candidate {
  /** The first terminator. */
  readonly at: number;
  /** Behind the last terminator or closing mark. */
  readonly closed: number;
  /** Behind notes and smileys too. */
  readonly end: number;
  /** Where the sentence begins. */
  readonly start: number;
  /** What the closing marks close, the outermost of it. */
  readonly enclosure: Enclosure | undefined;
}
