import type { Article } from "../article/article.ts";
import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";

/** Enough to tell sections apart, few enough for one line on a phone. */
const blocks = 20;

/**
 * Draws where in an article some spans stand, as a thin line of blocks.
 *
 *     ▁▁▁█▁▁▁▁▁▁▁▁▁▁█▁▁▁▁▁
 */
export function mapLine(article: Article, spans: readonly Span[]): string {
  const start = article.sections[0]?.span.start ?? 0;
  const length = Math.max(1, (article.sections.at(-1)?.span.end ?? 0) - start);
  let line = "";
  for (let block = 0; block < blocks; block += 1) {
    const part = { start: start + (block * length) / blocks, end: start + ((block + 1) * length) / blocks };
    line += spans.some((span) => overlaps(part, span)) ? "█" : "▁";
  }
  return line;
}
