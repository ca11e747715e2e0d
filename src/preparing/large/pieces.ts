import path from "node:path";
import { extractFound, findFile, type FoundFile, listArticles } from "../../article/read-articles.ts";
import type { Article } from "../../article/article.ts";
import { applyRecord, unpackArticle } from "../../community/pack-article.ts";
import type { PackedArticle } from "../../guilds/guild-articles.ts";
import type { NamedArticle } from "../../guilds/large-libraries.ts";
import { hashParts } from "../../indexes/kept/hash-parts.ts";

/** What one article of a large library is made of. */
export type Piece =
  | { readonly kind: "file"; readonly path: string }
  /** What a server brought before. */
  | { readonly kind: "packed"; readonly article: Pick<PackedArticle, "id" | "record" | "sha256" | "bytes"> };

/** A piece with the hash of all that its article is made of. */
export interface KeyedPiece {
  readonly key: string;
  readonly piece: Piece;
  /** As errors show it. */
  readonly name: string;
  /** How much there is of it. */
  readonly bytes: number;
}

/** So many files are read at the same time. */
const AT_ONCE = 8;

/**
 * Lists the articles of a folder, in the order of their names; each file is read, and none is kept in memory.
 *
 * @throws ArticleError when the folder holds none, or one cannot be read.
 */
export async function listFolder(folder: string, maximumBytes: number): Promise<readonly KeyedPiece[]> {
  const names = await listArticles(folder);
  const listed: KeyedPiece[] = [];
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE).map((name) => path.join(folder, name));
    listed.push(...(await Promise.all(some.map((file) => keyFile(file, maximumBytes)))));
  }
  return listed;
}

async function keyFile(file: string, maximumBytes: number): Promise<KeyedPiece> {
  const found = await findFile(file, maximumBytes);
  return { key: keyOfFile(found), piece: { kind: "file", path: file }, name: found.name, bytes: found.bytes.length };
}

function keyOfFile({ name, bytes, metadata, synonyms }: FoundFile): string {
  return hashParts(JSON.stringify([name, metadata, synonyms]), bytes);
}

export function keyPacked(article: PackedArticle): KeyedPiece {
  const { id, bytes } = article;
  return { key: keyNamed(article), piece: { kind: "packed", article }, name: id, bytes: bytes.length };
}

/** The key of an article that a server brought before. */
export function keyNamed({ id, sha256, record }: NamedArticle): string {
  const { title, language, source } = record;
  return hashParts(JSON.stringify([id, sha256, title, language, source]));
}

/**
 * Reads a piece.
 *
 * @returns the article with the key of just what was read, which may be another one by now.
 * @throws ArticleError where it cannot be read.
 */
export async function readPiece(
  { piece, key }: Pick<KeyedPiece, "piece" | "key">,
  maximumBytes: number,
): Promise<{ readonly key: string; readonly article: Article }> {
  switch (piece.kind) {
    case "file": {
      const found = await findFile(piece.path, maximumBytes);
      return { key: keyOfFile(found), article: await extractFound(found, maximumBytes) };
    }
    case "packed": {
      const { id, record, bytes } = piece.article;
      return { key, article: applyRecord(unpackArticle(bytes), id, record) };
    }
  }
}
