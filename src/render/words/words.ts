import type { DeclineReason } from "../../answer/answer.ts";

/** What the bot itself says in one language; what is handed in is escaped already. */
export interface Words {
  /** The label of the link to a quote's place in its source. */
  readonly source: string;
  readonly version: (hash: string) => string;
  readonly declined: Readonly<Record<DeclineReason, string>>;
  readonly missing: (words: readonly string[]) => string;
  /** Stands above passages that may or may not answer the question; promises and denies nothing. */
  readonly unsure: string;
  /** Stands above passages that do not answer the question. */
  readonly nearest: string;
  /** Tells which words were taken over from earlier questions. */
  readonly added: (words: readonly string[]) => string;
  /** Tells that passages were left out whole because the message would have been too long. */
  readonly leftOut: (count: number) => string;
  readonly fault: (id: string) => string;
  readonly unknownCommand: string;
  /** Of a button that this version of the bot does not know. */
  readonly oldControl: string;
  /** Said in a direct message, about a channel that the bot was asked in. */
  readonly cannotWrite: (channelId: string) => string;
  readonly wait: (seconds: number) => string;
}
