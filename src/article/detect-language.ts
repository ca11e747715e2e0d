import type { Span } from "../text/span.ts";
import type { ParsedSource } from "./formats/format.ts";

/** How much of what a reader sees is looked at. */
const SAMPLE = 20_000;

/**
 * Tells the language of what a reader sees: tags, addresses and attributes are English in any text.
 *
 * It is Chinese as soon as a fifth of the letters are ideographs, since such texts mix in many Latin names.
 */
export function detectLanguage(text: string, { blocks }: ParsedSource): string {
  const parts: Span[] = blocks.flatMap((block) => {
    if (block.kind === "left-out") return [];
    return block.kind === "paragraph" ? block.visible : [block.span];
  });
  let [letters, ideographs, left] = [0, 0, SAMPLE];
  for (const { start, end } of parts) {
    if (left <= 0) break;
    const shown = text.slice(start, Math.min(end, start + left));
    letters += shown.match(/\p{L}/gu)?.length ?? 0;
    ideographs += shown.match(/\p{Script=Han}/gu)?.length ?? 0;
    left -= shown.length;
  }
  return ideographs * 5 >= letters ? "zh" : "en";
}
