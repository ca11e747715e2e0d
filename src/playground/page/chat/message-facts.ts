import type { Locale } from "../../../render/locale.ts";
import type { Exchange, Message, User } from "../../wire.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { type NameOf, visibleText } from "../markdown/visible-text.ts";

/** So many messages of a channel are drawn at first, and so many more each time that earlier ones are wanted. */
export const messagesAtOnce = 100;

const privateFlag = 64;
const togetherFor = 7 * 60_000;
const longestPreview = 120;

/** Whether only the reader sees it. */
export function isPrivate({ flags }: Message): boolean {
  return (flags & privateFlag) !== 0;
}

/** What tells whether a message has to do with what the reader does on this page. */
export interface Reading {
  readonly reader: User;
  readonly exchanges: readonly Exchange[];
  /** Whether an answer is waited for: it comes before the exchange is known. */
  readonly isWaiting: boolean;
}

/** Whether a message is the reader's, or an answer to what they wrote anywhere, or sent or pressed on this page. */
export function isOwnNews(message: Message, { reader, exchanges, isWaiting }: Reading): boolean {
  const { author, interaction_metadata: origin, referenced_message: before } = message;
  if (author.id === reader.id) return true;
  if (origin) return isWaiting || exchanges.some(({ sent }) => sent.id === origin.id);
  return before?.author.id === reader.id;
}

/** Whether a message goes on with the one before, so that its author need not be named again. */
export function isContinued(message: Message, previous: Message | undefined): boolean {
  if (!previous || previous.author.id !== message.author.id) return false;
  if (message.referenced_message || message.interaction_metadata) return false;
  if (isPrivate(message) !== isPrivate(previous) || beginsDay(message, previous)) return false;
  return Date.parse(message.timestamp) - Date.parse(previous.timestamp) < togetherFor;
}

/** Whether a message is the first of its day, where the reader is. */
export function beginsDay({ timestamp }: Message, previous: Message | undefined): boolean {
  return !previous || new Date(previous.timestamp).toDateString() !== new Date(timestamp).toDateString();
}

/** The last exchange that made or changed a message, or used one of its components. */
export function exchangeOf(message: Message, exchanges: readonly Exchange[]): Exchange | undefined {
  const { id, interaction_metadata: origin } = message;
  return exchanges.findLast(({ sent }) => sent.id === origin?.id || usedMessage(sent) === id);
}

function usedMessage({ message }: Exchange["sent"]): unknown {
  return typeof message === "object" && message !== null && "id" in message ? message.id : undefined;
}

/** A message in one line without marks, for where it is replied to. */
export function previewOf({ content }: Message, nameOf?: NameOf): string {
  const line = visibleText(parseMarkdown(content), nameOf).replaceAll(/\s+/gu, " ").trim();
  const characters = Array.from(line);
  return characters.length > longestPreview ? `${characters.slice(0, longestPreview - 1).join("")}…` : line;
}

export interface Clock {
  readonly time: (at: Date) => string;
  readonly dateAndTime: (at: Date) => string;
  readonly day: (at: Date) => string;
}

export function clockFor(locale: Locale): Clock {
  const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
  const both = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  return { time: (at) => time.format(at), dateAndTime: (at) => both.format(at), day: (at) => day.format(at) };
}
