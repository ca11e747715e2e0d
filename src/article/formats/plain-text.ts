import type { Span } from "../../text/span.ts";
import type { Block, TextFormat } from "./format.ts";
import { type Name, nameHeadings } from "./plain-text-headings.ts";
import { joinPieces } from "./plain-text-joins.ts";
import { findLabels } from "./plain-text-labels.ts";
import { findLeftOut } from "./plain-text-left-out.ts";
import { readLines } from "./plain-text-lines.ts";
import { cutPieces, type Piece, type TextPiece } from "./plain-text-pieces.ts";
import { looksLikeSubtitles, subtitles } from "./subtitles.ts";

/**
 * Plain text: lines that are no content are set aside, hard-wrapped lines are joined to paragraphs, and what stands around
 * a line tells whether it is the title, a heading, verse, a table, a quotation, an item or prose.
 */
export const plainText: TextFormat = {
  kind: "text",
  name: "plain text",
  parse(source, options) {
    if (looksLikeSubtitles(source)) return subtitles.parse(source, options);
    const lines = readLines(source);
    const { reasons, subject, isMail } = findLeftOut(source, lines, options);
    const labels = findLabels(lines);
    const pieces = joinPieces(cutPieces(source, { lines, reasons, labels }), labels);
    const texts = pieces.filter((piece) => piece.kind === "text");
    const blocks = makeBlocks(pieces, nameHeadings(texts, { labels, isMail }));
    return {
      blocks,
      ...(blocks.length > 0 && { knowsTitles: true }),
      ...(subject !== undefined && { title: subject }),
    };
  },
};

function makeBlocks(pieces: readonly Piece[], names: ReadonlyMap<number, Name>): Block[] {
  const depths = readDepths(names);
  const blocks: Block[] = [];
  let place = 0;
  for (const piece of pieces) {
    if (piece.kind === "left-out") {
      blocks.push(piece);
      continue;
    }
    const name = names.get(place);
    place += 1;
    const last = blocks.at(-1);
    if (name?.kind === "rest-of-heading" && last?.kind === "heading") {
      blocks[blocks.length - 1] = {
        ...last,
        span: { start: last.span.start, end: visibleOf(piece).at(-1)?.end ?? last.span.end },
      };
      continue;
    }
    for (const block of textBlocks(piece, name, depths)) blocks.push(block);
  }
  return blocks;
}

function textBlocks(piece: TextPiece, name: Name | undefined, depths: ReadonlyMap<number, number>): Block[] {
  const visible = visibleOf(piece);
  const span = { start: visible[0]?.start ?? 0, end: visible.at(-1)?.end ?? 0 };
  if (name?.kind === "title") return [{ kind: "title", span }];
  if (name?.kind === "heading") return [{ kind: "heading", span, depth: depths.get(name.rank) ?? 1 }];
  const quote = piece.runs[0]?.[0]?.quote;
  const paragraph: Block = {
    kind: "paragraph",
    paragraphKind: piece.form,
    span,
    visible,
    inline: [],
    ...(!quote && piece.runs.length > 1 && { bare: "page-furniture" }),
  };
  return quote ? [{ kind: "left-out", span: quote.span, reason: "markup" }, paragraph] : [paragraph];
}

/** Quote marks stand at every line's beginning; otherwise lines that follow each other are seen as they stand. */
function visibleOf({ runs, cells }: TextPiece): readonly Span[] {
  if (cells) return cells;
  const [only] = runs;
  if (only && runs.length === 1 && !only[0]?.quote) {
    return [{ start: only[0]?.span.start ?? 0, end: only.at(-1)?.span.end ?? 0 }];
  }
  return runs.flatMap((run) => {
    if (run[0]?.quote) return run.map(({ span }) => span);
    return [{ start: run[0]?.span.start ?? 0, end: run.at(-1)?.span.end ?? 0 }];
  });
}

/** Ranks as depths: the highest that the text has is 1. */
function readDepths(names: ReadonlyMap<number, Name>): ReadonlyMap<number, number> {
  const ranks = [...names.values()].flatMap((name) => (name.kind === "heading" ? [name.rank] : []));
  return new Map([...new Set(ranks)].toSorted((a, b) => a - b).map((rank, index) => [rank, index + 1]));
}
