/** The endings of all files that may hold an article, lower case with the dot, by what people call such files. */
export const endings = {
  text: [".txt", ".text"],
  Markdown: [".md", ".markdown", ".mdx", ".mkd", ".mdown"],
  "web pages": [".html", ".htm", ".xhtml", ".mhtml", ".mht"],
  "Word documents": [".docx", ".docm"],
  PDF: [".pdf"],
  books: [".epub"],
  mail: [".eml"],
  subtitles: [".srt", ".vtt"],
} as const;

/** The same without their kinds. */
export const articleEndings: readonly string[] = Object.values(endings).flat();

/** What people bring that has a name of its own and still cannot be read. */
export const refusedEndings: ReadonlyMap<string, string> = new Map([
  [".doc", "is an old Word document; save it as .docx"],
  [".wps", "is an old WPS document; save it as .docx"],
  [".rtf", "is a Rich Text document; save it as .docx"],
  [".odt", "is an OpenDocument text; save it as .docx"],
  [".pages", "is a Pages document; export it as .docx"],
  [".msg", "is a mail of Outlook; save it as .eml"],
  [".mobi", "is a Kindle book; convert it to .epub"],
  [".azw3", "is a Kindle book; convert it to .epub"],
]);

/** The best known ending of each kind: `.txt, .md, .html …` */
export const commonEndings: string = Object.values(endings)
  .map(([first]) => first)
  .join(", ");

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
