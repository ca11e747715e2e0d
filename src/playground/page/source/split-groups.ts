import type { SourceBlock, SourceGroup } from "./source-blocks.ts";

/** More than this makes a new part: blocks, and characters of the article. */
const most = { blocks: 24, characters: 8000 };

/**
 * Cuts long sections into parts that can be drawn one by one; only a section's first part has its heading.
 *
 * A single block stays whole, however long it is.
 */
export function splitGroups(groups: readonly SourceGroup[]): SourceGroup[] {
  return groups.flatMap((group) => {
    const [first = [], ...others] = splitBlocks(group.blocks);
    return [{ ...group, blocks: first }, ...others.map((blocks) => ({ ...group, heading: undefined, blocks }))];
  });
}

function splitBlocks(blocks: readonly SourceBlock[]): SourceBlock[][] {
  const parts: SourceBlock[][] = [];
  let characters = 0;
  for (const block of blocks) {
    const length = block.span.end - block.span.start;
    const last = parts.at(-1);
    if (!last || last.length === most.blocks || characters + length > most.characters) {
      parts.push([block]);
      characters = length;
      continue;
    }
    last.push(block);
    characters += length;
  }
  return parts;
}
