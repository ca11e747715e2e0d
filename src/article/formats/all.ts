import { ArticleError } from "../article-error.ts";
import type { ArticleFormat } from "./format.ts";

interface FormatEntry {
  /** File name endings, lower case, with the dot. */
  readonly endings: readonly string[];
  readonly load: () => Promise<ArticleFormat>;
}

/** Every way to write an article; loaded at first use, since Markdown's parser takes longer than all the rest. */
const formats: readonly FormatEntry[] = [
  { endings: [".txt", ".text"], load: async () => (await import("./plain-text.ts")).plainText },
  { endings: [".srt", ".vtt"], load: async () => (await import("./subtitles.ts")).subtitles },
  { endings: [".md", ".markdown", ".mkd", ".mdown"], load: async () => (await import("./markdown.ts")).markdown },
  { endings: [".mdx"], load: async () => (await import("./markdown.ts")).mdx },
  { endings: [".pdf"], load: async () => (await import("./pdf/pdf.ts")).pdf },
];

/** The endings of all files that may hold an article. */
export const articleEndings: readonly string[] = formats.flatMap(({ endings }) => endings);

/**
 * Loads the format that a file's name tells.
 *
 * @throws ArticleError where no format has its ending.
 */
export async function loadFormat(name: string): Promise<ArticleFormat> {
  const ending = /\.[^.]+$/u.exec(name)?.[0].toLowerCase() ?? "";
  const format = await formats.find(({ endings }) => endings.includes(ending))?.load();
  if (format) return format;
  throw new ArticleError(name, `is of no known kind; expected a name that ends in ${articleEndings.join(", ")}`);
}
