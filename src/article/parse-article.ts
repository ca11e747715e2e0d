import { createHash } from "node:crypto";
import { isUtf8 } from "node:buffer";
import { languages } from "../languages/all.ts";
import type { Language } from "../languages/language.ts";
import { parseSynonyms, SynonymError, type SynonymRule } from "../languages/synonyms.ts";
import type { AbbreviationRules } from "../text/sentences.ts";
import type { Article } from "./article.ts";
import { ArticleError } from "./article-error.ts";
import { buildArticle } from "./build-article.ts";
import { formats } from "./formats/all.ts";
import type { Metadata } from "./metadata.ts";
import { metadataSchema } from "./metadata.ts";

export interface ArticleFile {
  /** The file's name with its ending, as errors and the default id show it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The content of the metadata file beside it, where there is one. */
  readonly metadata?: string | undefined;
  /** The content of the synonym table beside it, where there is one. */
  readonly synonyms?: string | undefined;
}

/** 5 MB: what an article may weigh where nothing else is set. */
export const DEFAULT_MAXIMUM_BYTES = 5_000_000;

/**
 * Reads one article from a file's bytes.
 *
 * @throws ArticleError when the file is empty, too large, binary, not UTF-8, without content, or badly described.
 */
export function parseArticle(file: ArticleFile, maximumBytes: number = DEFAULT_MAXIMUM_BYTES): Article {
  const metadata = readMetadata(file);
  const synonyms = readSynonyms(file);
  const text = decode(file, maximumBytes);
  const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase() ?? "";
  const format = formats.find(({ extensions }) => extensions.includes(ending));
  if (!format) {
    const known = formats.flatMap(({ extensions }) => extensions).join(", ");
    throw new ArticleError(file.name, `unknown kind of file; expected a name that ends in ${known}`);
  }
  const article = buildArticle(
    {
      id: metadata.id ?? file.name.replace(/\.[^.]+$/, ""),
      title: metadata.title,
      language: metadata.language ?? detectLanguage(text),
      source: metadata.source,
      attribution: metadata.attribution,
      version: createHash("sha256").update(file.bytes).digest("hex"),
      text,
    },
    format.parse(text, metadata),
    abbreviationRules(languages),
  );
  if (!article.sections.some(({ span }) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)))) {
    throw new ArticleError(
      file.name,
      "holds no content to quote; it needs at least one sentence besides headings and footers",
    );
  }
  return synonyms ? { ...article, synonyms } : article;
}

function readMetadata(file: ArticleFile): Metadata {
  const name = file.name.replace(/\.[^.]+$/, ".json");
  if (file.metadata === undefined) return metadataSchema.parse({});
  let value: unknown;
  try {
    value = JSON.parse(file.metadata);
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

function decode({ name, bytes }: ArticleFile, maximumBytes: number): string {
  if (bytes.length === 0) throw new ArticleError(name, "is empty");
  if (bytes.length > maximumBytes) {
    throw new ArticleError(name, `is too large: ${bytes.length} bytes, at most ${maximumBytes} are read`);
  }
  const mark = bytes[0] === 0xff ? bytes[1] === 0xfe : bytes[0] === 0xfe && bytes[1] === 0xff;
  if (mark) throw new ArticleError(name, "is UTF-16; save it as UTF-8");
  const zero = bytes.indexOf(0);
  if (zero >= 0)
    throw new ArticleError(name, `is binary: byte ${zero} (line ${lineAt(bytes, zero)}) is zero; expected UTF-8 text`);
  if (!isUtf8(bytes)) {
    const offset = firstInvalidByte(bytes);
    throw new ArticleError(name, `is not UTF-8: line ${lineAt(bytes, offset)}, byte ${offset}; save it as UTF-8`);
  }
  const text = new TextDecoder("utf-8").decode(bytes);
  if (text.trim() === "") throw new ArticleError(name, "is empty: it holds white space only");
  return text;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) if (bytes[at] === 0x0a) line += 1;
  return line;
}

/** The offset of the first byte that cannot be UTF-8: lines are tested one by one, then the bad one is decoded. */
function firstInvalidByte(bytes: Uint8Array): number {
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    if (!isUtf8(line)) {
      const [valid = ""] = new TextDecoder("utf-8", { ignoreBOM: true }).decode(line).split("\uFFFD");
      return start + new TextEncoder().encode(valid).length;
    }
    start = end;
  }
  return bytes.length;
}

/** Chinese as soon as a fifth of the letters are ideographs: such texts mix in many Latin names. */
function detectLanguage(text: string): string {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const ideographs = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  return ideographs * 5 >= letters ? "zh" : "en";
}

/** Articles mix languages, so the abbreviations of all of them count everywhere. */
function abbreviationRules(all: readonly Language[]): AbbreviationRules {
  const join = (pick: (language: Language) => ReadonlySet<string>): ReadonlySet<string> =>
    new Set(all.flatMap((language) => [...pick(language)]));
  return {
    abbreviations: join(({ abbreviations }) => abbreviations),
    numberAbbreviations: join(({ numberAbbreviations }) => numberAbbreviations),
    finalAbbreviations: join(({ finalAbbreviations }) => finalAbbreviations),
  };
}
