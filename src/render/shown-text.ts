import { fence } from "./code-block.ts";

/**
 * Reads a rendered message back: what a reader sees of it, without escapes, bold marks and block quote marks.
 *
 * It knows only the Markdown that this folder writes. Line breaks come back as `\n`.
 */
export function shownText(content: string): string {
  let isCode = false;
  const shown: string[] = [];
  for (const line of content.split("\n")) {
    if (line === fence) isCode = !isCode;
    else shown.push(isCode ? line : readLine(line));
  }
  return shown.join("\n");
}

function readLine(line: string): string {
  const text = line.startsWith("> ") ? line.slice(2) : line;
  return /[\\*]/u.test(text) ? text.replaceAll(/\\(.)|\*\*/gsu, "$1") : text;
}
