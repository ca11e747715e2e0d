/** The endings of all files that may hold an article, lower case with the dot, by what people call such files. */
export const endings = {
  text: [".txt", ".text"],
  Markdown: [".md", ".markdown"],
  "web pages": [".html", ".htm", ".xhtml", ".mhtml", ".mht"],
  "Word documents": [".docx", ".docm"],
  books: [".epub"],
  mail: [".eml"],
} as const;

/** The same without their kinds. */
export const articleEndings: readonly string[] = Object.values(endings).flat();

/** `.txt, .text (text), .md, .markdown (Markdown) …` */
export function listEndings(): string {
  return Object.entries(endings)
    .map(([kind, names]) => `${names.join(", ")} (${kind})`)
    .join(", ");
}

/** The ending of a file's name, lower case with the dot; empty where it has none. */
export function endingOf(name: string): string {
  return /\.[^./\\]+$/u.exec(name)?.[0].toLowerCase() ?? "";
}
