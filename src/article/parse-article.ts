import { languages } from "../languages/all.ts";
import { joinRules } from "../languages/join-rules.ts";
import { parseSynonyms, SynonymError, type SynonymRule } from "../languages/synonyms.ts";
import { sha256Of } from "../text/sha256-of.ts";
import { allSections, type Article, type Original } from "./article.ts";
import { ArticleError } from "./article-error.ts";
import { buildArticle } from "./build-article.ts";
import { detectLanguage } from "./detect-language.ts";
import { type DecodedText, decodeForeign } from "./decode-foreign.ts";
import { decodeText, tooLarge } from "./decode-text.ts";
import type { ArticleFormat, ParsedSource, TextFormat } from "./formats/format.ts";
import { plainText } from "./formats/plain-text.ts";
import { type Metadata, metadataSchema } from "./metadata.ts";

export interface ArticleFile<Format extends ArticleFormat = ArticleFormat> {
  /** The file's name with its ending, as errors and the default id show it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The content of the metadata file beside it, where there is one. */
  readonly metadata?: string | undefined;
  /** The content of the synonym table beside it, where there is one. */
  readonly synonyms?: string | undefined;
  /** Plain text where nothing else is said. */
  readonly format?: Format | undefined;
}

/** 5 MB: what an article may weigh where nothing else is set. */
export const DEFAULT_MAXIMUM_BYTES = 5_000_000;

/**
 * Reads one article from the bytes of any kind of file.
 *
 * @throws ArticleError when the file is empty, too large, broken, without content, or badly described.
 */
export async function extractArticle(
  file: ArticleFile,
  maximumBytes: number = DEFAULT_MAXIMUM_BYTES,
): Promise<Article> {
  const { name, bytes, format = plainText } = file;
  if (bytes.length === 0) throw new ArticleError(name, "is empty");
  if (bytes.length > maximumBytes) throw new ArticleError(name, tooLarge(bytes.length, maximumBytes));
  if (format.kind === "text") {
    const decoded = await decodeForeign(name, bytes);
    return decoded ? parseDecoded({ ...file, format }, decoded) : parseArticle({ ...file, format }, maximumBytes);
  }
  const metadata = readMetadata(file);
  const { text, notes, ...parsed } = await format.extract(file, { ...metadata, longestText: maximumBytes });
  const original = { format: format.name, sha256: sha256Of(bytes), notes };
  return finishArticle(file, metadata, { text, parsed, original });
}

/**
 * Reads one article from the bytes of a file that is text itself.
 *
 * @throws ArticleError when the file is empty, too large, binary, not UTF-8, without content, or badly described.
 */
export function parseArticle(file: ArticleFile<TextFormat>, maximumBytes: number = DEFAULT_MAXIMUM_BYTES): Article {
  const metadata = readMetadata(file);
  const text = decodeText(file, maximumBytes);
  return finishArticle(file, metadata, { text, parsed: parseText(file, text, metadata) });
}

/** Reads a text that was written in another encoding than UTF-8. */
function parseDecoded(
  file: ArticleFile<TextFormat> & { readonly format: TextFormat },
  { text, note }: DecodedText,
): Article {
  if (text.trim() === "") throw new ArticleError(file.name, "is empty: it holds white space only");
  const metadata = readMetadata(file);
  const original = { format: file.format.name, sha256: sha256Of(file.bytes), notes: [note] };
  return finishArticle(file, metadata, { text, parsed: parseText(file, text, metadata), original });
}

/** In 5 MB there are so many only where lines are shorter than anybody writes them; each costs time and memory. */
const MOST_LINES = 300_000;

function parseText(
  { name, format = plainText }: ArticleFile<TextFormat>,
  text: string,
  options: Metadata,
): ParsedSource {
  let lines = 0;
  for (const _ of text.matchAll(/[\r\n]+/gu)) lines += 1;
  if (lines <= MOST_LINES) return format.parse(text, options);
  throw new ArticleError(name, `has ${lines} lines, at most ${MOST_LINES} are read; split it, or join its lines`);
}

interface Read {
  readonly text: string;
  readonly parsed: ParsedSource;
  readonly original?: Original;
}

function finishArticle(file: ArticleFile, metadata: Metadata, { text, parsed, original }: Read): Article {
  const synonyms = readSynonyms(file);
  const article = buildArticle(
    {
      id: metadata.id ?? file.name.replace(/\.[^.]+$/, ""),
      title: metadata.title,
      language: metadata.language ?? detectLanguage(text, parsed),
      source: metadata.source,
      date: metadata.date,
      attribution: metadata.attribution,
      version: sha256Of(original ? text : file.bytes),
      text,
      ...(original && { original }),
    },
    parsed,
    joinRules(languages),
  );
  if (!holdsWords(article)) {
    const needed = "it needs at least one sentence besides headings and footers";
    throw new ArticleError(file.name, `holds no content to quote; ${needed}`);
  }
  return synonyms ? { ...article, synonyms } : article;
}

function holdsWords({ sections, text }: Article): boolean {
  const paragraphs = allSections(sections).flatMap((section) => section.paragraphs);
  return paragraphs.some(({ visible }) =>
    visible.some(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end))),
  );
}

function readMetadata(file: ArticleFile): Metadata {
  const name = file.name.replace(/\.[^.]+$/, ".json");
  if (file.metadata === undefined) return metadataSchema.parse({});
  let value: unknown;
  try {
    value = JSON.parse(file.metadata.replace(/^\uFEFF/u, ""));
  } catch (error) {
    throw new ArticleError(name, `is not valid JSON: ${error instanceof Error ? error.message : "unreadable"}`);
  }
  const result = metadataSchema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
  throw new ArticleError(name, `is no valid metadata: ${problems.join("; ")}`);
}

function readSynonyms(file: ArticleFile): SynonymRule[] | undefined {
  if (file.synonyms === undefined) return undefined;
  const name = file.name.replace(/\.[^.]+$/, ".synonyms.txt");
  try {
    return parseSynonyms(file.synonyms);
  } catch (error) {
    if (error instanceof SynonymError) throw new ArticleError(name, error.message);
    throw error;
  }
}
