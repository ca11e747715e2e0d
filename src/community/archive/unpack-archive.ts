import { unzipSync } from "fflate";
import type { z } from "zod";
import type { Article } from "../../article/article.ts";
import { findBrokenInvariants } from "../../article/invariants.ts";
import { sha256Of } from "../../text/sha256-of.ts";
import { unpackArticle } from "../pack-article.ts";
import { type Archive, ArchiveError, ARCHIVE_FORMAT, type Manifest, MANIFEST, manifestSchema } from "./archive.ts";

/** More is not unpacked, in bytes: many times what a server may have. */
const MOST_BYTES = 1_000_000_000;

/**
 * Reads an archive and compares all of it with what it says of itself.
 *
 * @throws ArchiveError where it is none, or not a whole one.
 */
export function unpackArchive(bytes: Uint8Array): Archive {
  const manifest = readManifest(bytes);
  const places = new Set(Object.values(manifest.files));
  const files = unzip(bytes, (name) => places.has(name));
  const contents = new Map<string, Uint8Array>();
  for (const [sha256, place] of Object.entries(manifest.files)) {
    const content = Object.hasOwn(files, place) ? files[place] : undefined;
    if (!content) throw new ArchiveError(`lacks "${place}", which ${MANIFEST} names`);
    if (sha256Of(content) !== sha256)
      throw new ArchiveError(`"${place}" is not what ${MANIFEST} says; it was changed or damaged`);
    contents.set(sha256, content);
  }
  checkArticles(manifest, contents);
  return { manifest, contents };
}

function readManifest(bytes: Uint8Array): Manifest {
  const file = unzip(bytes, (name) => name === MANIFEST)[MANIFEST];
  if (!file) throw new ArchiveError(`is no archive of Yuanwen: it has no ${MANIFEST}`);
  const value = parseJson(file);
  const read = manifestSchema.safeParse(value);
  if (read.success) return read.data;
  const number = typeof value === "object" && value !== null && "version" in value ? Number(value.version) : 0;
  if (number > ARCHIVE_FORMAT)
    throw new ArchiveError(`is of a newer program (format ${number}); this one reads format ${ARCHIVE_FORMAT}`);
  throw new ArchiveError(`${MANIFEST}: ${explain(read.error)}`);
}

function parseJson(file: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(file));
  } catch {
    throw new ArchiveError(`${MANIFEST} is no JSON`);
  }
}

function explain({ issues: [first, ...others] }: z.ZodError): string {
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return `${first?.path.join(".") ?? ""}: ${first?.message ?? ""}${more}`;
}

function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Record<string, Uint8Array> {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!isWanted(name)) return false;
        size += originalSize;
        if (size > MOST_BYTES) throw new ArchiveError(`unpacks to more than ${MOST_BYTES / 1e6} MB`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError("is no zip that can be read", { cause: error });
  }
}

/** Each version's contents are there and hold the text that they are said to hold. */
function checkArticles({ article: articles }: Manifest, contents: Archive["contents"]): void {
  for (const [id, { versions, active }] of Object.entries(articles)) {
    if (!versions.some(({ version }) => version === active))
      throw new ArchiveError(`article "${id}": none of its versions is the one in use`);
    const texts = new Set(versions.map(({ version }) => version));
    if (texts.size < versions.length) throw new ArchiveError(`article "${id}": one version stands there twice`);
    for (const { version, packed, original, bytes } of versions) {
      const [read, file] = [contents.get(packed), contents.get(original)];
      const what = `article "${id}", version ${version.slice(0, 8)}`;
      if (!read || !file) throw new ArchiveError(`${what}: lacks its ${read ? "original" : "text"}`);
      if (file.length !== bytes) throw new ArchiveError(`${what}: its file has ${file.length} bytes, not ${bytes}`);
      const article = unpackChecked(read, what);
      // Of a file that is a text itself the file's own hash counts, with its byte order mark.
      const own = article.original ? sha256Of(article.text) : original;
      if (own !== version || article.version !== version) throw new ArchiveError(`${what}: its text is another one`);
    }
  }
}

/** An archive may be made by anybody: what breaks a rule of articles is not taken. */
function unpackChecked(packed: Uint8Array, what: string): Article {
  try {
    const article = unpackArticle(packed);
    const [broken] = findBrokenInvariants(article);
    if (broken !== undefined) throw new Error(broken);
    return article;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ArchiveError(`${what}: its text cannot be read: ${why}`, { cause: error });
  }
}
