import { escapeLine } from "./escape.ts";

/** What opens and closes a code block. */
export const fence = "```";

/**
 * Shows text so that it can be copied as it is, without a single escape.
 *
 * Text that holds a fence itself cannot stand in a code block; it is shown escaped instead.
 */
export function codeBlock(text: string): string {
  const lines = text.split(/\r\n?|\n/u);
  if (text.includes(fence) || text.endsWith("`")) return lines.map(escapeLine).join("\n");
  return `${fence}\n${lines.join("\n")}\n${fence}`;
}
