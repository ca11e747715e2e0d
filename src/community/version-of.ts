import type { Article } from "../article/article.ts";
import { countContent } from "../article/article.ts";
import { sha256Of } from "../text/sha256-of.ts";
import type { Content } from "./change.ts";
import { packArticle } from "./pack-article.ts";
import type { VersionRecord } from "./records.ts";

export interface BroughtFile {
  /** Fit to be shown. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
}

/** What is kept of a file that was read: the version, and the contents that it names. */
export function versionOf(
  article: Article,
  { name, bytes, at, by }: BroughtFile,
): { readonly version: VersionRecord; readonly contents: readonly Content[] } {
  const packed = contentOf(packArticle(article));
  const original = contentOf(bytes);
  const { sections, sentences } = countContent(article.sections);
  const version = {
    version: article.version,
    packed: packed.sha256,
    original: original.sha256,
    file: name,
    bytes: bytes.length,
    title: article.title.toWellFormed(),
    language: article.language,
    sections,
    sentences,
    at,
    by,
  };
  return { version, contents: [packed, original] };
}

function contentOf(bytes: Uint8Array): Content {
  return { sha256: sha256Of(bytes), bytes };
}
