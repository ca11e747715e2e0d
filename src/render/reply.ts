import type { Quote } from "../answer/answer.ts";

/** What can be done about a quote in a message: the least that lets it be checked against its article. */
export type ShownQuote = Pick<Quote, "article" | "span" | "text">;

/** What is said back, as plain data; the transports turn it into their own form. */
export type Reply = MessageReply;

export interface MessageReply {
  readonly kind: "message";
  /** Discord's Markdown, at most `contentLimit` UTF-16 units. */
  readonly content: string;
  /** Whether only the asker sees it; fixed by the first reply. */
  readonly private: boolean;
  /** Every quote that stands in the content, to be checked right before sending. */
  readonly quotes: readonly ShownQuote[];
}

/** Discord's limit counts characters; counting UTF-16 units is never more generous. */
export const contentLimit = 2000;
