import { z } from "zod";
import type { OpenArticles } from "./open-articles.ts";
import type { ArticleLengths, PlacedArticle } from "./postgres-segment.ts";
import { readHead } from "./article-head.ts";

export function packLengths({ text, withCharacters, headings }: ArticleLengths): Buffer {
  return Buffer.concat(
    [text, withCharacters, headings].map((list) => Buffer.from(list.buffer, list.byteOffset, list.byteLength)),
  );
}

function unpackLengths(bytes: Uint8Array, passages: number): ArticleLengths {
  const all = new Uint16Array(Uint8Array.from(bytes).buffer);
  if (all.length !== 3 * passages) throw new Error(`${all.length} lengths of ${passages} passages`);
  return {
    text: all.subarray(0, passages),
    withCharacters: all.subarray(passages, 2 * passages),
    headings: all.subarray(2 * passages),
  };
}

/** What of an article is read at once. */
export const articleRowSchema = z.object({
  key: z.string(),
  head: z.string(),
  first: z.number(),
  passages: z.number(),
  lengths: z.instanceof(Uint8Array),
});

export type ArticleRow = z.infer<typeof articleRowSchema>;

/** @throws Error where it is damaged. */
export function placeArticle({ key, head, first, passages, lengths }: ArticleRow, open: OpenArticles): PlacedArticle {
  return { light: open.light(key, readHead(head)), first, passages, lengths: unpackLengths(lengths, passages) };
}
