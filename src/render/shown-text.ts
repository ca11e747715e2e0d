/**
 * Reads a rendered message back: what a reader sees of it, without escapes, bold marks and block quote marks.
 *
 * It knows only the Markdown that this folder writes. Line breaks come back as `\n`.
 */
export function shownText(content: string): string {
  return content
    .split("\n")
    .map((line) => line.replace(/^> /u, "").replaceAll(/\\(.)|\*\*/gsu, "$1"))
    .join("\n");
}
