/** What somebody's words are, before anything is looked up for them. */
export type Utterance =
  /** To be answered from the articles; whatever is nothing else for certain. */
  | "question"
  /** Thanks, a laugh, praise, agreement, emoji: nobody waits for an answer. */
  | "small-talk"
  /** A greeting, or asking what the bot is or can do: a friendly help is the answer. */
  | "greeting"
  /** Nothing but addresses of pages. */
  | "address"
  /** A command for some other bot, such as `!play`. */
  | "command"
  /** No word at all: empty, or punctuation alone. */
  | "no-words";

/** Tells what somebody's words are; in doubt they are a question. */
export function readUtterance(text: string): Utterance {
  return /[\p{L}\p{N}]/u.test(text) ? "question" : "no-words";
}
