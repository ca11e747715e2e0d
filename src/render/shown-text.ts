import { fence } from "./code-block.ts";

/**
 * Reads a rendered message back: what a reader sees of it, without escapes, bold marks and block quote marks.
 *
 * It knows only the Markdown that this folder writes. Line breaks come back as `\n`.
 */
export function shownText(content: string): string {
  let isCode = false;
  return content
    .split("\n")
    .flatMap((line) => {
      if (line === fence) {
        isCode = !isCode;
        return [];
      }
      return isCode ? [line] : [line.replace(/^> /u, "").replaceAll(/\\(.)|\*\*/gsu, "$1")];
    })
    .join("\n");
}
