import { ArticleError } from "../article-error.ts";
import { endingOf, endings, listEndings, refusedEndings } from "./endings.ts";
import type { ArticleFormat, FileFormat } from "./format.ts";
import { recognise } from "./recognise.ts";

interface FormatEntry {
  /** File name endings, lower case, with the dot. */
  readonly endings: readonly string[];
  readonly load: () => Promise<ArticleFormat>;
}

/** Every way to write an article; loaded at first use, since most parsers take longer than all the rest. */
const formats: readonly FormatEntry[] = [
  { endings: endings.text, load: async () => (await import("./plain-text.ts")).plainText },
  { endings: [".md", ".markdown", ".mkd", ".mdown"], load: async () => (await import("./markdown.ts")).markdown },
  { endings: [".mdx"], load: async () => (await import("./markdown.ts")).mdx },
  { endings: [".html", ".htm", ".xhtml"], load: async () => (await import("./html/html.ts")).html },
  { endings: [".mhtml", ".mht"], load: async () => (await import("./mail.ts")).savedPage },
  { endings: endings["Word documents"], load: async () => (await import("./docx/docx.ts")).docx },
  { endings: endings.PDF, load: async () => (await import("./pdf/pdf.ts")).pdf },
  { endings: endings.books, load: async () => (await import("./epub.ts")).epub },
  { endings: endings.mail, load: async () => (await import("./mail.ts")).mail },
  { endings: endings.subtitles, load: async () => (await import("./subtitles.ts")).subtitles },
];

/**
 * Loads the format of a file: the one that its content shows, else the one that its name tells.
 *
 * @param bytes its content; without it the name alone decides.
 * @throws ArticleError where it is of no kind that is read.
 */
export async function loadFormat(name: string, bytes?: Uint8Array): Promise<ArticleFormat> {
  const ending = endingOf(name);
  const named = entryFor(ending);
  const shown = bytes && recognise(bytes);
  if (shown?.kind === "refused") throw new ArticleError(name, shown.problem);
  const seen = shown && entryFor(shown.ending);
  if (shown && !seen) throw new ArticleError(name, `is ${shown.name}, which is not read`);
  if (shown && seen && seen !== named) return withNote(await seen.load(), `read as what it is: ${shown.name}`);
  if (named) return named.load();
  const problem = refusedEndings.get(ending) ?? `is of no known kind; expected a name that ends in ${listEndings()}`;
  throw new ArticleError(name, problem);
}

function entryFor(ending: string): FormatEntry | undefined {
  return formats.find(({ endings: names }) => names.includes(ending));
}

function withNote(format: ArticleFormat, note: string): ArticleFormat {
  if (format.kind === "text") return format;
  const extract: FileFormat["extract"] = async (file, options) => {
    const read = await format.extract(file, options);
    return { ...read, notes: [note, ...read.notes] };
  };
  return { ...format, extract };
}
