import type { MentionName } from "../render/markup/mention-name.ts";
import { showMarkup } from "../render/markup/show-markup.ts";

/**
 * The options that hold words of whoever asks. Ids, titles and settings stay as they are, and so does a quote: the article may
 * hold such marks itself.
 */
const worded = new Set(["question", "words", "reference", "query"]);

/** Gives options with words as a reader sees them. */
export function showOptions<Value>(
  options: Readonly<Record<string, Value | string>>,
  nameOf: MentionName,
): Readonly<Record<string, Value | string>> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      worded.has(name) && typeof value === "string" ? showMarkup(value, nameOf) : value,
    ]),
  );
}
