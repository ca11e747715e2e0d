import type { Block, ExtractedSource, FormatOptions } from "./format.ts";

/** Lets the metadata beside a file overrule what was found in it: paragraphs to leave out, left-out lines to keep. */
export function keepLines<Source extends Pick<ExtractedSource, "text" | "blocks">>(
  source: Source,
  { leaveOut, keep }: FormatOptions,
): Source {
  if (leaveOut.length === 0 && keep.length === 0) return source;
  const [out, kept] = [new Set(leaveOut), new Set(keep)];
  const blocks = source.blocks.map((block): Block => {
    const { span } = block;
    const text = source.text.slice(span.start, span.end);
    if (block.kind === "left-out" && block.reason !== "markup" && kept.has(text)) {
      return { kind: "paragraph", paragraphKind: "prose", span, visible: [span], inline: [] };
    }
    const isOut = block.kind !== "title" && out.has(text) && !kept.has(text);
    return isOut ? { kind: "left-out", span, reason: "metadata" } : block;
  });
  return { ...source, blocks };
}
