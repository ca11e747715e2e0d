import type { Mentioned, MentionName } from "./mention-name.ts";

/** What stands between angle brackets, as it is shown. */
export interface Tag {
  /** Where it ends in the text. */
  readonly end: number;
  /** Nothing for what shows no words: emoji of a server, and links into Discord's own pages. */
  readonly shown: string;
  /** Set where it means somebody or something; a name that is not known is empty. */
  readonly mentioned?: Mentioned | undefined;
}

const TAG =
  /<(?:(?<sign>@[!&]?|#)(?<id>\d{1,20})|a?:\w{1,40}:\d{1,20}|t:(?<seconds>-?\d{1,13})(?::(?<style>[tTdDfFsSR]))?|\/(?<command>[-\w\p{L}\p{N}' ]{1,110}):\d{1,20}|id:[a-z-]{1,30}(?::\d{1,20})?|(?<address>https?:\/\/[^\s<>]{1,2000}))>/uy;

const kinds: Readonly<Record<string, Mentioned>> = { "@": "user", "@!": "user", "@&": "role", "#": "channel" };

/** Reads a mention, an emoji, a timestamp, a command or a bare address that begins at `at` with `<`. */
export function readTag(text: string, at: number, nameOf: MentionName): Tag | undefined {
  TAG.lastIndex = at;
  const match = TAG.exec(text);
  if (!match) return undefined;
  const { sign, id, seconds, style, command, address } = match.groups ?? {};
  const end = at + match[0].length;
  const mentioned = kinds[sign ?? ""];
  if (mentioned !== undefined && id !== undefined) return { end, shown: nameOf(mentioned, id) ?? "", mentioned };
  if (seconds !== undefined) return { end, shown: showTime(Number(seconds), style) ?? match[0] };
  if (command !== undefined) return { end, shown: `/${command}` };
  return { end, shown: address ?? "" };
}

/**
 * Readers see a time in their own zone, which Discord tells nobody; here it is UTC.
 *
 * @returns nothing where no calendar reaches so far.
 */
function showTime(seconds: number, style: string | undefined): string | undefined {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999) return undefined;
  const [day = "", time = ""] = date.toISOString().split("T");
  if (style === "t" || style === "T") return time.slice(0, style === "t" ? 5 : 8);
  return style === "d" || style === "D" || style === "R" ? day : `${day} ${time.slice(0, 5)}`;
}
