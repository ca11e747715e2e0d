import type { AnswerOutcome, Quote } from "../answer/answer.ts";
import type { Row } from "./component.ts";

/** What can be done about a quote in a message: the least that lets it be checked against its article. */
export interface ShownQuote extends Pick<Quote, "article" | "span" | "text" | "shown"> {
  /** The version that was quoted, where it is not the one in use. */
  readonly version?: string | undefined;
}

/** What is said back, as plain data; the transports turn it into their own form. */
export type Reply =
  | MessageReply
  | UpdateReply
  | ChoicesReply
  | ModalReply
  | ThreadReply
  | PostReply
  | WorkReply
  | NotedReply
  | SilenceReply;

interface Shown {
  /** Discord's Markdown, at most `contentLimit` UTF-16 units. */
  readonly content: string;
  /** Every quote that stands in the content, and every companion of one, to be checked right before sending. */
  readonly quotes: readonly ShownQuote[];
  readonly components?: readonly Row[] | undefined;
}

/** A new message: the first response to an interaction, or a reply to a message. */
export interface MessageReply extends Shown {
  readonly kind: "message";
  /**
   * Whether only the asker sees it; fixed by the first reply. In answer to a message, which knows no such thing, it goes
   * out as a direct message or not at all.
   */
  readonly private: boolean;
  /** What came of the question that it answers; absent where it answers none. It is not shown. */
  readonly outcome?: AnswerOutcome | undefined;
  /** Only with what a work ends in; at most ten, of 10 MiB each. */
  readonly files?: readonly ReplyFile[] | undefined;
}

/** The message whose component was used, as it looks from now on. */
export interface UpdateReply extends Shown {
  readonly kind: "update";
}

/** What autocomplete offers, at most 25. */
export interface ChoicesReply {
  readonly kind: "choices";
  /** 1 to 100 characters each. */
  readonly choices: readonly { readonly name: string; readonly value: string }[];
}

/** A form; only as the first response to a command or component. */
export interface ModalReply {
  readonly kind: "modal";
  readonly customId: string;
  /** At most 45 characters. */
  readonly title: string;
  /** One to five. */
  readonly inputs: readonly ModalInput[];
}

export interface ModalInput {
  readonly customId: string;
  /** At most 45 characters. */
  readonly label: string;
  readonly isLong: boolean;
  readonly required: boolean;
  readonly placeholder?: string | undefined;
  readonly value?: string | undefined;
  readonly maxLength: number;
}

/**
 * Asks for a thread on one of the bot's own messages, and for a first message in it; then the asker is told.
 *
 * The thread will have the message's id, so all words can be chosen beforehand. What `outcomes` holds is private.
 */
export interface ThreadReply {
  readonly kind: "thread";
  /** The channel of the message. */
  readonly channelId: string;
  readonly messageId: string;
  /** 1 to 100 characters. */
  readonly name: string;
  readonly opening: MessageReply;
  readonly outcomes: {
    readonly done: MessageReply;
    /** 160004: somebody was quicker. */
    readonly exists: MessageReply;
    /** 50001, 50013: something is not allowed there. */
    readonly forbidden: MessageReply;
    readonly failed: MessageReply;
  };
}

/** Asks for a message in another channel; then the asker is told, privately. */
export interface PostReply {
  readonly kind: "post";
  readonly channelId: string;
  readonly message: MessageReply;
  readonly outcomes: { readonly done: MessageReply; readonly failed: MessageReply };
}

/**
 * Takes longer than Discord waits: `first` is said at once, and what the work has to say takes its place, within 14 minutes.
 * In answer to a component, an `update` changes the message below which that stands.
 *
 * Whoever asked, or runs the server, can call it off with a button named `stop`, whose state is the invocation's id.
 */
export interface WorkReply {
  readonly kind: "work";
  readonly first: MessageReply | UpdateReply;
  /** Gives the last message; where it throws because it was called off, the asker is told just that. */
  readonly run: (work: Work) => Promise<MessageReply>;
}

export interface Work {
  /** Aborted when somebody calls it off, and when the process ends. */
  readonly signal: AbortSignal;
  /** Shows how far it is; of many in a short time some are left out. */
  readonly show: (message: MessageReply) => void;
  /** Where its last message goes, for another process to tell the asker should this one die; absent means nowhere. */
  readonly address?: AnswerAddress | undefined;
}

/** With what Discord lets one answer be changed, for 15 minutes; whoever has the token can do so. */
export interface AnswerAddress {
  readonly application: string;
  readonly token: string;
}

/** A file that goes along with a message; only with what a work ends in. */
export interface ReplyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A component was pressed, and what comes of it shows by itself. */
export interface NotedReply {
  readonly kind: "noted";
}

/** Nothing is said: the event came twice, or the message was not meant for the bot. */
export interface SilenceReply {
  readonly kind: "silence";
}

/** Discord's limit counts characters; counting UTF-16 units is never more generous. */
export const contentLimit = 2000;
