import type { User } from "../../wire.ts";

/** A name after an at sign that is no part of an address. */
const written = /(?<![A-Za-z0-9_.])@([A-Za-z0-9_.]+)/gu;
const beingWritten = /(?<![A-Za-z0-9_.])@([A-Za-z0-9_.]*)$/u;

/** Turns a user's name behind an at sign into a mention as Discord sends it. */
export function withMentions(text: string, { id, username }: User): string {
  return text.replaceAll(written, (whole, name: string) => {
    const bare = name.replace(/(?<!\.)\.+$/u, "");
    return bare.toLowerCase() === username.toLowerCase() ? `<@${id}>${name.slice(bare.length)}` : whole;
  });
}

/** Tells whether a text mentions a user, written by name or by id. */
export function mentions(text: string, user: User): boolean {
  return withMentions(text, user).includes(`<@${user.id}>`);
}

/** The name that is being written in front of the caret, without its at sign. */
export function nameAtCaret(text: string, caret: number): string | undefined {
  return beingWritten.exec(text.slice(0, caret))?.[1];
}

/** Discord's limit for a message. */
export const messageLimit = 2000;

/** In characters, as people count them. */
export function messageLength(content: string): number {
  return Array.from(content).length;
}

export function isMessageTooLong(content: string): boolean {
  return messageLength(content) > messageLimit;
}
