import type { Article } from "../../../article/article.ts";
import type { Span } from "../../../text/span.ts";
import type { SourceBlock, SourceGroup } from "./source-blocks.ts";

/** How high the map is, in units of its own. */
export const mapHeight = 1000;

/** A mark is never thinner than this, or nobody could see it. */
const leastHeight = 5;

/** Where something lies on the map. */
export interface MapMark {
  readonly y: number;
  readonly height: number;
}

/** Where in a column of text every offset stands, in lines, as far as can be told without laying it out. */
export interface SourceMap {
  /** Lines of each group, in their order. */
  readonly lines: readonly number[];
  readonly markOf: (span: Span) => MapMark;
}

/** Columns of a line of text: ideographs take two. */
const lineColumns = 64;
const headingLines = 3;
const titleLines = 5;
const paragraphGap = 0.6;

/** Estimates how high everything is, so that the map lies beside the text and unseen sections have some height. */
export function mapSource(article: Article, groups: readonly SourceGroup[]): SourceMap {
  const perCharacter = (article.language === "zh" ? 2 : 1) / lineColumns;
  const stretches: { readonly span: Span; readonly top: number; readonly height: number }[] = [];
  let top = titleLines;
  const lines = groups.map(({ heading, blocks }) => {
    const before = top;
    if (heading) {
      stretches.push({ span: heading, top, height: headingLines });
      top += headingLines;
    }
    for (const block of blocks) {
      const height = linesOf(block, perCharacter);
      stretches.push({ span: block.span, top, height });
      top += height + paragraphGap;
    }
    return top - before;
  });
  const scale = mapHeight / Math.max(1, top);
  const placeOf = (offset: number) => {
    const stretch = stretches.findLast(({ span }) => span.start <= offset);
    if (!stretch) return 0;
    const share = (offset - stretch.span.start) / Math.max(1, stretch.span.end - stretch.span.start);
    return (stretch.top + Math.min(1, share) * stretch.height) * scale;
  };
  return {
    lines,
    markOf({ start, end }) {
      const y = placeOf(start);
      const height = Math.max(leastHeight, placeOf(end - 1) - y);
      return { y: Math.min(y, mapHeight - height), height };
    },
  };
}

function linesOf(block: SourceBlock, perCharacter: number): number {
  const whole = (span: Span) => Math.max(1, Math.ceil((span.end - span.start) * perCharacter));
  if (block.kind === "left-out") return 1 + block.spans.length;
  // Rows of tables and lines of code stand below each other.
  if (block.form === "table" || block.form === "code") return block.sentences.length * 1.2;
  return whole(block.span);
}
