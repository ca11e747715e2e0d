import type { Article } from "./article.ts";

/**
 * Counts the passages beside the text, such as captions, footers or the head of a mail. Lines of one kind that follow each
 * other are one passage; marks, and the times of subtitles, are none.
 */
export function countLeftOut({ text, leftOut }: Pick<Article, "text" | "leftOut">): number {
  let count = 0;
  let last: Article["leftOut"][number] | undefined;
  for (const piece of leftOut) {
    if (piece.reason === "markup" || piece.reason === "cue") continue;
    const isContinued = last?.reason === piece.reason && text.slice(last.span.end, piece.span.start).trim() === "";
    if (!isContinued && !/[\p{L}\p{N}]/u.test(text.slice(piece.span.start, piece.span.end))) continue;
    if (!isContinued) count += 1;
    last = piece;
  }
  return count;
}
