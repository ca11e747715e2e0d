import { escapeInline } from "./escape.ts";
import { shownText } from "./shown-text.ts";

/** No line that the bot writes otherwise begins so. */
const mark = "> ↔ ";

/** Writes a line of a server's own words; the bot reads it back from its own message when a button below is pressed. */
export function showWordsLine(line: string): string {
  return `${mark}${escapeInline(line)}`;
}

/** Reads the first such line of a message. */
export function readWordsLine(content: string): string | undefined {
  const line = content.split("\n").find((each) => each.startsWith(mark));
  return line === undefined ? undefined : shownText(line.slice(mark.length));
}
