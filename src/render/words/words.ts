import type { DeclineReason } from "../../answer/answer.ts";
import type { Landmark } from "../../article/article.ts";
import type { AttachmentProblem } from "../../community/attachment-error.ts";
import type { StoreProblem } from "../../community/store-error.ts";

/** What the bot itself says in one language; what is handed in is escaped already. */
export interface Words {
  /** The label of the link to a quote's place in its source. */
  readonly source: string;
  readonly version: (hash: string) => string;
  /** A reference with the landmarks of its place behind it. */
  readonly atLandmarks: (reference: string, landmarks: readonly string[]) => string;
  /** Both are the same where the place keeps within one. */
  readonly landmarks: Readonly<Record<Landmark["kind"], (first: string, last: string) => string>>;
  readonly declined: Readonly<Record<DeclineReason, string>>;
  /** Behind a declined answer: what can be done next. */
  readonly next: string;
  /** With how many more there are. */
  readonly missing: (words: readonly string[], more?: number) => string;
  /** Stands above passages that may or may not answer the question; promises and denies nothing. */
  readonly unsure: string;
  /** Stands above passages that do not answer the question. */
  readonly nearest: string;
  /** Stands above a quote of a comparison: which of the compared it speaks of. */
  readonly side: (compared: string) => string;
  /** Tells which words were taken over from earlier questions. */
  readonly added: (words: readonly string[], more?: number) => string;
  /** Tells that people of the server chose a place, and for which question where that is asked in other words. */
  readonly chosen: (reference: string, question: string | undefined) => string;
  /** Tells that passages were left out whole because the message would have been too long. */
  readonly leftOut: (count: number) => string;
  readonly fault: (id: string) => string;
  readonly unknownCommand: string;
  /** Of a button that this version of the bot does not know. */
  readonly oldControl: string;
  /** Said in a direct message, about a channel that the bot was asked in. */
  readonly cannotWrite: (channelId: string) => string;
  /** Of more people who ask at once than can be answered. */
  readonly busy: string;
  readonly wait: (seconds: number) => string;
  /** Where only people with certain roles may ask. */
  readonly mayNotAsk: string;
  /** Why what is kept cannot be read or written. */
  readonly store: Readonly<Record<StoreProblem, string>>;
  /** Why a file that somebody attached was not fetched. */
  readonly attachment: Readonly<Record<AttachmentProblem, string>>;
  /** Of what takes longer. */
  readonly work: {
    /** No more can be begun at the moment. */
    readonly full: string;
    /** By whom or what it was ended; nothing was changed by it. */
    readonly calledOff: Readonly<Record<"asker" | "restart" | "time", string>>;
    /** It was done, and the process ended before that was told. */
    readonly unseen: string;
    /** Of a wish to call off what is not under way. */
    readonly over: string;
    readonly forbidden: string;
  };
}

/** Tells whether a landmark's label counts: `12`, `3.1`, `xiv`, `A-3`, 十二; a heading does not. */
export function isNumber(label: string): boolean {
  return /^(?:[A-Z][.-]?)?[\d.]{1,12}$|^[ivxlcdm]{1,12}$|^[零〇一二三四五六七八九十百千]{1,8}$/iu.test(label);
}
